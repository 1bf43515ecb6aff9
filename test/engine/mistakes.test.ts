import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { accounts } from '../../engine/credentials';
import { BOT, byId, createCallList, itemsOf } from '../../engine/jobs';
import { runNode } from '../../engine/runNode';
import { fromItems } from '../support/kodaCampaign';
import { testEach, useSandbox } from '../support/sandbox';
import { sync } from '../support/kodaDocuments';

/** Mistakes that look right: nothing is sent, and the message names the field and the way out. */
const sandbox = useSandbox();

const row = (json: object): INodeExecutionData[] => itemsOf([json]);
/** A list in a list, and so on. */
const nested = (levels: number) =>
	Array.from({ length: levels }).reduce<unknown[]>((inner) => [inner], []);
const rounded = Number('12345678901234567890');

const mistakes: Array<[string, INodeParameters, INodeExecutionData[], string, string]> = [
	[
		'koda',
		{ ...createCallList, name: '{{ $json.name }}' },
		row({ name: 'x' }),
		"'Name' has an expression as plain text: {{ $json.name }} [item 0]",
		'from Fixed to Expression',
	],
	[
		'koda',
		{ ...createCallList, requestOptions: { timeout: '{{ $json.seconds }}' } },
		row({ seconds: 5 }),
		"'Timeout (Seconds)' has an expression as plain text: {{ $json.seconds }} [item 0]",
		'from Fixed to Expression',
	],
	[
		'koda',
		{ ...createCallList, requestOptions: { timeout: '={{ $json.deep }}' } },
		row({ deep: nested(100_000) }),
		"'Request Options' is nested too deep [item 0]",
		'Give it in a flatter form.',
	],
	[
		'koda',
		{ ...fromItems, country: '' },
		row({ phone: '600000001' }),
		"'Phone Number Field' has rows that cannot be called: 1 of 1",
		"Nothing was sent. Numbers without a country code need 'Default Country'",
	],
	[
		'koda',
		fromItems,
		row({ phone: '600000001', customer: rounded }),
		"'Phone Number Field' has rows that cannot be called: 1 of 1",
		"'customer' has lost digits",
	],
	[
		'koda',
		{ ...sync, bot: byId(BOT), metadataValue: '={{ $json.id }}' },
		row({ id: rounded, title: 'A', content: 'c' }),
		"'Metadata Value' has lost digits: 12345678901234567000 [item 0]",
		'Give it as text',
	],
	[
		'koda',
		{
			resource: 'chat',
			operation: 'enableModeratorMode',
			bot: byId(BOT),
			chat: byId('={{ $json.id }}'),
		},
		row({ id: rounded }),
		"'Chat' has lost digits: 12345678901234567000 [item 0]",
		'Give it as text',
	],
	[
		'chatBotCom',
		{
			resource: 'user',
			operation: 'create',
			userId: 'crm-1',
			attributes: {},
			customAttributes: { row: [{ name: 'default_name', value: 'x'.repeat(257) }] },
		},
		row({}),
		'has 257 characters',
		'Use 1 to 256',
	],
];

testEach('a mistake is named before anything is sent', mistakes, async (mistake) => {
	const [node, parameters, items, message, wayOut] = mistake;
	const credentials = accounts(sandbox().url);
	const { error } = await runNode({ node, credentials, parameters, items });
	expect(error?.message).toContain(message);
	expect(error?.description).toContain(wayOut);
	expect((await sandbox().stats()).requests).toEqual({});
});
