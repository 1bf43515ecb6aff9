/** The contact lists and campaigns that the Kore.ai stand-in starts with. */
import type { Clock } from '../../clock';
import { FIRST_NAMES, pick } from '../random';
import { dial } from './campaignState';
import type { Campaign, CampaignInput, ContactList } from './campaignTypes';
import { FIRST_BOT_ID, idOf, type KoreAiState } from './state';

const DAY = 24 * 60 * 60 * 1000;

interface Named {
	name: string;
	description: string;
}

function listOf({ name, description }: Named, count: number, createdAt: number): ContactList {
	const id = idOf('cl', name);
	return {
		id,
		botId: FIRST_BOT_ID,
		name,
		description,
		allowDuplicates: false,
		source: 'passiveApi',
		contacts: Array.from({ length: count }, (_, index) => ({
			id: idOf('cc', `${id} ${index}`),
			phoneNumber: `48600000${String(index).padStart(3, '0')}`,
			firstName: pick(FIRST_NAMES, index),
			addedAt: createdAt,
		})),
		queue: [],
		createdAt,
		updatedAt: createdAt,
	};
}

const callingHours = {
	frequency: 'WEEKLY',
	timezone: 'Europe/Warsaw',
	days: ['MO', 'TU', 'WE', 'TH', 'FR'].map((day) => ({ day, start: '9:00 AM', end: '6:00 PM' })),
};
const dialingStrategy = {
	callerId: { phoneNumber: '+48220000000' },
	callingHours,
	dialingOrder: 'FIFO',
	maxAttemptsPerRecord: 3,
	defaultRetryPeriod: 10,
	maxRingTime: 30,
};
const common = { contactLists: ['Customers'], priority: '5', dialingStrategy };
const ofBot = { dialingMode: 'Agentless', experienceFlowName: 'Voice Survey Entry Flow' };

const CAMPAIGNS: Array<[type: Campaign['type'], input: CampaignInput]> = [
	[
		'voice',
		{
			...common,
			...ofBot,
			name: 'Win-Back Spring',
			description: 'People who left in spring',
			dncLists: { name: 'Do Not Call' },
		},
	],
	[
		'voice',
		{
			...common,
			...ofBot,
			name: 'Renewal Reminder',
			description: 'Contracts that end soon',
			dncLists: { name: 'Do Not Call' },
			priority: '3',
		},
	],
	[
		'sms',
		{
			...common,
			name: 'Delivery Note',
			description: 'Parcels on their way',
			format: 'simple',
			message: { message: Buffer.from('Your parcel is on its way').toString('base64') },
		},
	],
];

/** Adds a campaign by voice that is completed, with as many contacts as there are moments at which one was called. */
export function addCompleted(state: KoreAiState, botId: string, moments: number[]): void {
	const number = state.campaigns.length + 1;
	const name = `Campaign ${number}`;
	const id = idOf('cd', name);
	const [createdAt] = moments;
	state.campaigns.push({
		job: { id: name, startedAt: createdAt, reads: 0 },
		id,
		botId,
		type: 'voice',
		input: { ...common, ...ofBot, name, description: 'Nobody is left to be called' },
		instanceId: idOf('cid', name),
		dialing: moments.map((dueAt, index) => ({
			id: idOf('cid', `${id} ${index}`),
			phoneNumber: `48${600_000_000 + number * 1000 + index}`,
			dueAt,
		})),
		startedAt: createdAt,
		createdAt,
		updatedAt: createdAt,
	});
}

/** Adds three contact lists and three campaigns of the last days, of which the first is completed. */
export function addCampaigns(state: KoreAiState, clock: Clock): void {
	const now = clock.now();
	state.contactLists.push(
		listOf({ name: 'Customers', description: 'Everybody with a contract' }, 12, now - 6 * DAY),
		listOf({ name: 'Prospects', description: 'From the trade fair' }, 0, now - 5 * DAY),
		listOf({ name: 'Do Not Call', description: 'Who objected' }, 2, now - 6 * DAY),
	);
	for (const [index, [type, input]] of CAMPAIGNS.entries()) {
		const createdAt = now - (5 - index) * DAY;
		const campaign: Campaign = {
			job: { id: input.name, startedAt: createdAt, reads: 0 },
			id: idOf('cd', input.name),
			botId: FIRST_BOT_ID,
			type,
			input,
			instanceId: idOf('cid', input.name),
			dialing: [],
			createdAt,
			updatedAt: createdAt,
		};
		state.campaigns.push(campaign);
		if (index === 0) dial(state, campaign, { ...clock, now: () => now - 2 * DAY });
	}
}
