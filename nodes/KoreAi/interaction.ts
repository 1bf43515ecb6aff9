import type { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { readBody } from '../shared/call/answers';
import type { Client } from '../shared/call/client';
import { Rows, type Paging } from '../shared/call/paging';
import { collection, returnAllOrLimit } from '../shared/fields/commonFields';
import { splitPeriod, type Period } from '../shared/fields/dates';
import { objectsIn } from '../shared/fields/lists';
import { input, operation, resource } from './api';
import type { Operations } from './contract';
import { checkLength } from './history';
import { bot } from './locators';
import { fromTo, periodOf } from './period';

const [from, to] = fromTo;

export const INTERACTIONS = 'interaction.getAll';

/** A session may have been handed over more than once. */
export const KEY = ['sessionId', 'conversationId'] as const;

const PAGE = 100;

/** Pages 0 to 10 are the most of one period (docs/evidence/kore-ai.md §5.1). */
export const MOST = 11 * PAGE;

export const interactionPaging: Paging = {
	size: PAGE,
	ask: ({ page }, size) => ({ limit: size, offset: page - 1 }),
	endsOnShort: true,
	read: ({ data }) => ({ rows: data }),
};

/** The dates of one call are seven days apart at most (docs/evidence/kore-ai.md §5.1). */
export const WINDOW = { hours: 7 * 24, seconds: -1 };

/** A period in parts that one list may be about, the earliest first; none when it ends before it begins. */
export const partsOf = (period: Period): Period[] =>
	period.to < period.from ? [] : splitPeriod(period, WINDOW);

/** Both halves of a period, the earlier one first; undefined where there is nothing to halve. */
export function halvesOf({ from, to }: Period): Period[] | undefined {
	const seconds = Math.ceil(to.diff(from).as('seconds') / 2);
	return seconds < 1 ? undefined : splitPeriod({ from, to }, { seconds });
}

/** By the table of the documentation, in UTC. */
const dateText = (date: DateTime) => date.toUTC().toFormat('yyyy-MM-dd HH:mm:ss');

/** Interactions of a bot in a period, with times in UTC. */
export const ofPeriod = (iid: string, { from, to }: Period) => ({
	header: { iid },
	body: { startDate: dateText(from), endDate: dateText(to), timeZoneOffset: 0 },
});

interface Destination {
	name?: string;
	queueName?: string;
	respondingAgent?: { name?: string };
}

/** The interaction in ten fields: agent and queue are the last ones it was with. */
export function simplify(row: IDataObject): IDataObject {
	const destinations = objectsIn<Destination>(row.destinations);
	const agents = destinations.map(({ name, respondingAgent }) => respondingAgent?.name ?? name);
	return {
		conversationId: row.conversationId,
		sessionId: row.sessionId,
		status: row.finalStatus,
		channel: row.channel,
		direction: row.Direction,
		agent: agents.findLast(Boolean),
		queue: destinations.findLast(({ queueName }) => queueName)?.queueName,
		startTime: row.sessionStartTime,
		endTime: row.sessionEndTime,
		disposition: [readBody(row.dispositions).value].flat().filter(Boolean).join(', '),
	};
}

/** Reads periods one after the other; one that holds more than the service gives is read in halves, the later one first. */
async function readPeriods(
	api: Client<Operations>,
	periods: Period[],
	inputOf: (period: Period) => Operations[typeof INTERACTIONS],
	limit: number,
): Promise<IDataObject[]> {
	const rows = new Rows(KEY);
	const waiting = [...periods];
	for (let period = waiting.shift(); period && rows.size < limit; period = waiting.shift()) {
		const window = { key: KEY, limit: Math.min(limit, MOST) };
		const found = await api.list(INTERACTIONS, inputOf(period), window, interactionPaging);
		const isCut = found.length >= MOST && limit > MOST;
		const halves = isCut ? halvesOf(period) : undefined;
		if (halves) {
			waiting.unshift(...halves.reverse());
			continue;
		}
		if (isCut) api.tellMissing({ came: found.length });
		rows.add(found);
	}
	return rows.upTo(limit);
}

const getMany = operation(INTERACTIONS, {
	name: 'Get Many',
	action: 'Get many interactions',
	description:
		'Retrieve a list of the calls and chats of the contact center, with agents and queues',
	simplify,
	fields: [
		bot,
		...returnAllOrLimit,
		collection('Filters', [
			input(INTERACTIONS, 'channels', {
				entries: 'words',
				description: 'Only of these channels, such as rtm (web and mobile) or voice',
			}),
			input(INTERACTIONS, 'direction', { default: 'Inbound', description: undefined }),
			{
				...from,
				description:
					'Begin of the time range; seven days before its end, if left out. Longer ranges are split into several calls.',
			},
			input(INTERACTIONS, 'queues', {
				displayName: 'Queue IDs',
				entries: 'ids',
				description: 'Only of these queues',
			}),
			to,
		]),
		collection('Options', [
			{
				displayName: 'Include',
				name: 'include',
				sentAs: 'selectedFields',
				type: 'multiOptions',
				options: [
					{ name: 'Campaign', value: 'campaigninfo' },
					{ name: 'Customer', value: 'customerinfo' },
					{ name: 'Session Tags', value: 'sessionleveltags' },
					{ name: 'Skills', value: 'skills' },
					{ name: 'Snoozing', value: 'snoozeinfo' },
					{ name: 'User Tags', value: 'userleveltags' },
				],
				default: [],
				description: 'What to add to each row. Switch Simplify off to see it.',
			},
		]),
	],
	run: async ({ api, fields, inputOf }) => {
		const given = fields.group('filters');
		const asked = periodOf(given, WINDOW);
		checkLength(given, 'from', asked);
		const { body: chosen } = inputOf(INTERACTIONS);
		const inputFor = (period: Period) => {
			const { header, body } = ofPeriod(fields.get('bot'), period);
			return { header, body: { ...chosen, ...body } };
		};
		const { limit = Infinity } = fields.window();
		return await readPeriods(api, partsOf(asked).reverse(), inputFor, limit);
	},
});

export const interactions = resource('Interaction', getMany);
