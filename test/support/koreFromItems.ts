import type { INodeParameters } from 'n8n-workflow';

import type { KoreAiState } from '../../sandbox/vendors/koreAi/state';
import { ewa, jan, lars, people } from './kodaFromItems';
import type { KoreBench } from './koreAi';
import { AGENTLESS, SIMPLE_SMS } from './koreAiCampaigns';

const { contactLists: _lists, ...voice } = AGENTLESS;
const { contactLists: _others, ...sms } = SIMPLE_SMS;

const rows: INodeParameters = { name: 'Win-back', phoneField: 'phone', country: 'PL' };

/** Create From Items with a voice campaign, and with one of text messages: rows with a phone number in Poland. */
export const koreFromItems: INodeParameters = { ...voice, ...rows };
export const koreSmsFromItems: INodeParameters = { ...sms, ...rows };

/** Runs Create From Items at a bench, with three people if no others are given. */
export const fromItemsAt =
	(kore: KoreBench) =>
	async (parameters: INodeParameters, items = people(ewa, jan, lars)) =>
		await kore.run('campaign.createFromItems', { ...koreFromItems, ...parameters }, { items });

/** Digits of the numbers on each contact list of the campaign, by the name of the list. */
export const onLists = ({ contactLists }: KoreAiState, base = 'Win-back') =>
	Object.fromEntries(
		contactLists
			.filter(({ name }) => name.startsWith(base))
			.map(({ name, contacts }) => [name, contacts.map(({ phoneNumber }) => phoneNumber)]),
	);

/** The sandbox's campaigns of that name: the name, its contact lists, and whether it was started. */
export const madeCampaigns = ({ campaigns }: KoreAiState, base = 'Win-back') =>
	campaigns
		.filter(({ input }) => input.name.startsWith(base))
		.map(({ input, startedAt }) => [input.name, input.contactLists, startedAt !== undefined]);
