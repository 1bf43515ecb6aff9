import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

/** The bot that the sandbox knows. */
export const BOT = '3337eb37-9c70-4e88-a173-21372501d7ee';
/** The start block of KODA's samples. */
export const BLOCK = '5d306675-4500-409d-80a2-6d16ac28db58';

/** A picker's value in one of its modes. */
export const byId = (value: string | number) => ({ __rl: true, mode: 'id', value });
export const byUrl = (value: string) => ({ __rl: true, mode: 'url', value });
export const fromList = (value: string | number) => ({ __rl: true, mode: 'list', value });

/** Parameters of Naxon's Get Conversation that read the ID from the item. */
export const getConversation: INodeParameters = {
	resource: 'conversation',
	operation: 'get',
	conversation: byId('={{ $json.id }}'),
};

/** Parameters of KODA's Create Call List for one call, named by the item. */
export const createCallList: INodeParameters = {
	resource: 'callList',
	operation: 'create',
	bot: byId(BOT),
	name: '={{ $json.name ?? "Spring survey" }}',
	startBlock: byId(BLOCK),
	callerPhoneNumber: '+48220000000',
	specifyCalls: 'json',
	callsJson: '[{ "phone_number": "+48600000000", "first_name": "Ewa" }]',
	campaignStart: '2099-01-12T09:00:00',
	allowedHoursStart: '09:00',
	allowedHoursEnd: '17:30',
	campaignVars: ['answer'],
	maxAttempts: 3,
	attemptsDelay: 2,
};

/** One item for each value. */
export const itemsOf = (values: object[]): INodeExecutionData[] =>
	values.map((json) => ({ json: { ...json } }));
