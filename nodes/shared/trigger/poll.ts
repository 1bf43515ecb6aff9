import { createHash } from 'crypto';
import { isEqual, uniqWith } from 'lodash';
import { DateTime } from 'luxon';
import type {
	IDataObject,
	INodeExecutionData,
	INodeProperties,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeOperationError, deepCopy } from 'n8n-workflow';

import { Client } from '../call/client';
import { perProcess } from '../call/perProcess';
import { Session } from '../call/session';
import { requestOptions } from '../call/settings';
import type { Vendor } from '../call/vendor';
import { collection } from '../fields/commonFields';
import type { Field } from '../fields/field';
import { Fields, type FieldsOf, type ValuesOf } from '../fields/fields';
import { byName, fieldsOf, shapeOf, shownFor } from '../node/describe';

/** How far back the button Fetch Test Event looks, in hours: farther only when nothing is nearer. */
const TEST_HOURS = [1, 24, 7 * 24];

/** What a poll of a trigger is given. `State` is plain data, which n8n keeps across restarts. */
export interface PollContext<Operations, State, Values = object> {
	api: Client<Operations>;
	fields: Fields<Values>;
	/** What the poll before this one left; undefined for the first. */
	state?: State;
	/** For the first poll: the time from which on events count. Without it, those that are still to come. */
	start?: DateTime;
	/** The workflow's time zone. */
	timezone: string;
	/** Whether the button Fetch Test Event asks: somebody looks, so what may be wrong is better said than waited for. */
	isTest?: boolean;
}

interface Found<State> {
	/** What is new, the oldest first. */
	items: IDataObject[];
	/** The state after it. */
	state: State;
}

/** What an event says of itself. */
interface Described {
	/** In the list Trigger On. */
	name: string;
	value: string;
	description: string;
	/** The row in at most ten fields. Adds the Simplify field, on by default. */
	simplify?: (row: IDataObject) => IDataObject;
}

/** An event that a workflow can start on. */
export interface PollEvent<Operations> extends Described {
	/** Shown below Trigger On when it is chosen. */
	fields: readonly Field[];
	/** What the state is of, such as a bot: with another one the trigger begins anew. */
	scope(fields: Fields<object>, api: Client<Operations>): unknown;
	poll(context: PollContext<Operations, unknown>): Promise<Found<unknown>>;
}

const startOptions = collection('Options', [
	{
		displayName: 'Start From',
		name: 'startFrom',
		type: 'dateTime',
		default: '',
		description:
			'The first run gives what happened since this time. Without it, only what happens after the workflow is published.',
	},
]);

/** Fields that every event has. */
export type StartFields = [typeof startOptions];

interface Typed<Operations, List extends Field[], State> extends Described {
	fields: List;
	scope: (fields: FieldsOf<List>, api: Client<Operations>) => unknown;
	poll: (
		context: PollContext<Operations, State, ValuesOf<[...List, ...StartFields]>>,
	) => Promise<Found<State>>;
}

/** What events of one vendor are written with, that have the same kind of state. */
export const eventsOf =
	<Operations, State>() =>
	<const List extends Field[]>(event: Typed<Operations, List, State>) =>
		event as unknown as PollEvent<Operations>;

/** The fields of a trigger: Trigger On, each event's own, Options, the Request Options setting. A field that several share is described once. */
export function describeEvents<Operations>(
	events: Array<PollEvent<Operations>>,
): INodeProperties[] {
	const fields = uniqWith(events.flatMap(fieldsOf), isEqual);
	return [
		{
			displayName: 'Trigger On',
			name: 'event',
			type: 'options',
			noDataExpression: true,
			options: byName(events.map(({ name, value, description }) => ({ name, value, description }))),
			default: `${events[0].value}`,
		},
		...fields.map((field) => {
			const users = events.filter((event) => fieldsOf(event).some((own) => isEqual(own, field)));
			return shownFor(field, { event: users.map(({ value }) => value) });
		}),
		startOptions,
		requestOptions,
	];
}

/** Polls that are under way: n8n begins the next one although one takes longer than its interval. */
const underWay = perProcess(() => new Set<string>());

/**
 * Finds what is new since the last poll. Its place in the stream is kept in n8n's static data, and moves on only
 * when the poll has succeeded. By the editor's button, the latest event there is, without any effect on that.
 */
export async function poll<Operations>(
	node: IPollFunctions,
	vendor: Vendor<Operations>,
	events: Array<PollEvent<Operations>>,
): Promise<INodeExecutionData[][] | null> {
	const isTest = node.getMode() === 'manual';
	const opened = await open(node, vendor, events);
	// Of a workflow that is published with other settings, the first poll need not wait.
	const id = JSON.stringify([node.getWorkflow().id, node.getNode().id, isTest, opened.of]);
	if (underWay.current.has(id)) return null;
	underWay.current.add(id);
	try {
		const rows = await (isTest ? latest : fresh)(opened);
		return rows.length > 0 ? [rows.map((json) => ({ json }))] : null;
	} catch (thrown) {
		throw opened.api.errorOf(thrown);
	} finally {
		underWay.current.delete(id);
	}
}

interface Opened<Operations> extends Omit<PollContext<Operations, unknown>, 'state' | 'start'> {
	node: IPollFunctions;
	event: PollEvent<Operations>;
	/** What the state belongs to. */
	of: string;
}

async function open<Operations>(
	node: IPollFunctions,
	vendor: Vendor<Operations>,
	events: Array<PollEvent<Operations>>,
): Promise<Opened<Operations>> {
	const chosen = node.getNodeParameter('event', null);
	const event = events.find(({ value }) => value === chosen);
	if (!event) {
		throw new NodeOperationError(node.getNode(), "Choose an event in 'Trigger On' that it offers");
	}
	const session = await Session.open(node, vendor);
	const timezone = node.getTimezone();
	const fields: Fields<object> = new Fields(
		{ node: session.node, credentials: session.credentials, timezone },
		[...fieldsOf(event), startOptions],
		(name) => node.getNodeParameter(name, null),
		session.node.parameters,
	);
	// n8n may give a poll less time than a service asks to wait.
	const maxRetryWait = (node.getPollBudgetMs?.() ?? Infinity) / 2000;
	const api = new Client(session, { maxRetryWait });
	// Only the IDs: a credential that is renamed is the same.
	const accounts = Object.values(session.node.credentials ?? {}).map(({ id }) => id);
	const scope = JSON.stringify([event.value, event.scope(fields, api), accounts]);
	const of = createHash('sha256').update(scope).digest('hex');
	return { node, event, fields, timezone, api, of };
}

async function fresh<Operations>({ node, event, of, ...rest }: Opened<Operations>) {
	const kept = node.getWorkflowStaticData('node') as { of?: string; state?: object };
	const options = (rest.fields as FieldsOf<StartFields>).group('options');
	const start = options.get('startFrom');
	// n8n watches it through proxies, which structuredClone does not take.
	const state = kept.of === of ? deepCopy(kept.state) : undefined;
	const { items, state: next } = await event.poll({ ...rest, start, state });
	// Before the place moves on: what cannot be shown is not lost.
	const rows = items.map(shapeOf(event, rest.fields));
	// n8n writes it to its database whenever it is touched.
	if (kept.of !== of || JSON.stringify(next) !== JSON.stringify(state))
		Object.assign(kept, { of, state: next });
	return rows;
}

async function latest<Operations>({ node, event, ...rest }: Opened<Operations>) {
	for (const hours of TEST_HOURS) {
		const start = DateTime.now().setZone(rest.timezone).minus({ hours });
		const { items } = await event.poll({ ...rest, start, isTest: true });
		if (items.length > 0) return items.slice(-1).map(shapeOf(event, rest.fields));
	}
	throw new NodeOperationError(node.getNode(), 'Nothing happened in the last 7 days', {
		description: 'Let it happen once, and fetch again. A published workflow waits for it.',
	});
}
