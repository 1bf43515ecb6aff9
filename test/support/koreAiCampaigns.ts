import type { INodeParameters } from 'n8n-workflow';

import type { KoreAiState } from '../../sandbox/vendors/koreAi/state';

/** What the sandbox has of campaigns: names of its contact lists and campaigns. */
export const CUSTOMERS = 'Customers';
export const DONE = 'Win-Back Spring';
export const READY = 'Renewal Reminder';
export const SMS = 'Delivery Note';

/** The campaign of the sandbox with a name. Throws when there is none. */
export function campaignIn({ campaigns }: KoreAiState, name: string) {
	const found = campaigns.find(({ input }) => input.name === name);
	if (!found) throw new Error(`No campaign ${name}`);
	return found;
}

/** The contact list of the sandbox with a name. Throws when there is none. */
export function contactListIn({ contactLists }: KoreAiState, name: string) {
	const found = contactLists.find((list) => list.name === name);
	if (!found) throw new Error(`No contact list ${name}`);
	return found;
}

/** A voice campaign in which the bot talks, as the editor has it. */
export const AGENTLESS: INodeParameters = {
	campaignType: 'voice',
	name: 'Product Feedback',
	description: 'Asks about the last purchase',
	contactLists: [CUSTOMERS],
	doNotCallList: 'Do Not Call',
	callerPhoneNumber: '+14846500000',
	allowedHoursStart: '09:00',
	allowedHoursEnd: '18:30',
	dialingMode: 'Agentless',
	experienceFlowName: 'Voice Survey Entry Flow',
};

/** An SMS campaign with a text. */
export const SIMPLE_SMS: INodeParameters = {
	campaignType: 'sms',
	name: 'Delivery',
	description: 'Parcels on their way',
	contactLists: [CUSTOMERS],
	callerPhoneNumber: '+14846500000',
	allowedHoursStart: '09:00',
	allowedHoursEnd: '18:30',
	format: 'simple',
	message: 'Zażółć: your parcel is on its way',
};
