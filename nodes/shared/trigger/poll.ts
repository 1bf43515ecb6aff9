import { createHash } from 'crypto';
import { isEqual, uniqWith } from 'lodash';
import { DateTime, Duration } from 'luxon';
import type {
	IDataObject,
	INodeExecutionData,
	INodeProperties,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeOperationError, deepCopy } from 'n8n-workflow';

import { Client } from '../call/client';
import { wait } from '../call/concurrency';
import { perProcess } from '../call/perProcess';
import { Session } from '../call/session';
import { requestOptions } from '../call/settings';
import type { Vendor } from '../call/vendor';
import { collection } from '../fields/commonFields';
import type { Field } from '../fields/field';
import { Fields, type FieldsOf, type ValuesOf } from '../fields/fields';
import { byName, fieldsOf, shapeOf, shownFor } from '../node/describe';
import { OVERLAP } from './cursor';
import type { StateForm } from './form';

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
	/** Whether there is time to begin another part of what is to be read. */
	goesOn: () => boolean;
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
	/** Of the state. In another form the trigger begins anew. */
	form: StateForm<unknown>;
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

/** What events of one vendor are written with, that have the same form of state. */
export const eventsOf =
	<Operations, State>(form: StateForm<State>) =>
	<const List extends Field[]>(event: Typed<Operations, List, State>) =>
		({ ...event, form }) as unknown as PollEvent<Operations>;

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

/** Milliseconds that a poll may take where n8n does not say: as many as n8n 2.41 gives one that it holds no lease for. */
const LONGEST = 5 * 60_000;

/** The share of that time in which a poll begins to read another part of what is too much for one. */
const SHARE = 2 / 3;

/** Polls that are under way: n8n begins the next one although one takes longer than its interval. */
const underWay = perProcess(() => new Set<string>());

/**
 * Finds what is new since the last poll. Its place in the stream is kept in n8n's static data, and moves on only
 * when the poll has succeeded. By the editor's button, the latest event there is, without any effect on that.
 * A poll that takes too long is given up: what comes of it later has no effect, and the next one begins.
 */
export async function poll<Operations>(
	node: IPollFunctions,
	vendor: Vendor<Operations>,
	events: Array<PollEvent<Operations>>,
): Promise<INodeExecutionData[][] | null> {
	const isTest = node.getMode() === 'manual';
	const budget = node.getPollBudgetMs?.() ?? LONGEST;
	const over = new AbortController();
	let waitsFor = () => 'the credential';
	const late = new Promise<never>((_, reject) => {
		void wait(budget, over.signal).then(() => {
			if (!over.signal.aborted) reject(lateError(node, budget, waitsFor()));
		});
	});
	let id: string | undefined;
	try {
		const opened = await Promise.race([open(node, vendor, events, budget), late]);
		// Of a workflow that is published with other settings, the first poll need not wait.
		const own = JSON.stringify([node.getWorkflow().id, node.getNode().id, isTest, opened.of]);
		if (underWay.current.has(own)) return null;
		id = own;
		underWay.current.add(id);
		const { api, session } = opened;
		waitsFor = () => `${vendor.name} (${session.pending().join(', ') || 'between two calls'})`;
		const given = Promise.race([(isTest ? latest : fresh)(opened), late]);
		const { rows, keep } = await given.catch((thrown: unknown) => {
			session.pool.stop();
			throw api.errorOf(thrown);
		});
		keep?.();
		return rows.length > 0 ? [rows.map((json) => ({ json }))] : null;
	} finally {
		over.abort();
		if (id !== undefined) underWay.current.delete(id);
	}
}

function lateError(node: IPollFunctions, budget: number, waitedFor: string): NodeOperationError {
	const took = Duration.fromMillis(budget).rescale().toHuman({ unitDisplay: 'short' });
	const message = `The poll was given up after ${took}, while it waited for ${waitedFor}`;
	const description =
		"Nothing is lost: the next poll goes on from the same place. If this happens again, allow more 'Calls in Flight' in the node's settings, unless the service limits the calls per minute. 'Start From' counts for the first poll alone: a workflow that was never published may get a later one.";
	return new NodeOperationError(node.getNode(), message, { description });
}

interface Opened<Operations> extends Omit<PollContext<Operations, unknown>, 'state' | 'start'> {
	node: IPollFunctions;
	event: PollEvent<Operations>;
	session: Session<Operations>;
	/** What the state belongs to. */
	of: string;
}

async function open<Operations>(
	node: IPollFunctions,
	vendor: Vendor<Operations>,
	events: Array<PollEvent<Operations>>,
	budget: number,
): Promise<Opened<Operations>> {
	const chosen = node.getNodeParameter('event', null);
	const event = events.find(({ value }) => value === chosen);
	if (!event) {
		throw new NodeOperationError(node.getNode(), "Choose an event in 'Trigger On' that it offers");
	}
	const begun = performance.now();
	const goesOn = () => performance.now() - begun < budget * SHARE;
	const session = await Session.open(node, vendor);
	const timezone = node.getTimezone();
	const fields: Fields<object> = new Fields(
		{ node: session.node, credentials: session.credentials, timezone },
		[...fieldsOf(event), startOptions],
		(name) => node.getNodeParameter(name, null),
		session.node.parameters,
	);
	// A service may ask to wait for longer than a poll may take.
	const api = new Client(session, { maxRetryWait: budget / 2000 });
	// Only the IDs: a credential that is renamed is the same.
	const accounts = Object.values(session.node.credentials ?? {}).map(({ id }) => id);
	// Before anything is read.
	fields.check();
	const scope = JSON.stringify([event.value, event.scope(fields, api), accounts]);
	const of = createHash('sha256').update(scope).digest('hex');
	return { node, event, session, fields, timezone, api, goesOn, of };
}

/** What a poll gives, and what then becomes of its place. */
interface Given {
	rows: IDataObject[];
	keep?: () => void;
}

/** What n8n keeps for the trigger. */
interface Place {
	of?: string;
	/** The number of the state's form. */
	form?: number;
	state?: object;
}

const BEGINS_ANEW =
	'What n8n keeps for this trigger has another form, of another version or changed by somebody: the trigger begins anew, without what happened since its last poll.';

async function fresh<Operations>({
	node,
	event,
	session,
	of,
	...rest
}: Opened<Operations>): Promise<Given> {
	const kept = node.getWorkflowStaticData('node') as Place;
	const { form } = event;
	const isKnown = kept.of === of;
	// n8n watches it through proxies, which structuredClone does not take.
	const found = isKnown ? deepCopy(kept.state) : undefined;
	const state = kept.form === form.number && form.fits(found) ? found : undefined;
	const isLost = isKnown && state === undefined;
	if (isLost) rest.api.hint(BEGINS_ANEW);
	const options = (rest.fields as FieldsOf<StartFields>).group('options');
	// It was begun with, so all since then would come once more.
	const start = isLost ? undefined : options.get('startFrom');
	const context = { ...rest, start, state };
	const begun = Date.now();
	let given = await event.poll(context);
	// Asked by a clock that is wrong, the service showed nothing of what is old, or not all of it.
	const isOff = Math.abs(begun - (session.serviceTime ?? begun)) > OVERLAP;
	if (isOff && !state && !start) given = await event.poll(context);
	const { items, state: next } = given;
	// Before the place moves on: what cannot be shown is not lost.
	const rows = items.map(shapeOf(event, rest.fields));
	const keep = () => {
		// n8n writes it to its database whenever it is touched.
		if (!state || JSON.stringify(next) !== JSON.stringify(state))
			Object.assign(kept, { of, form: form.number, state: next });
	};
	return { rows, keep };
}

async function latest<Operations>({ node, event, ...rest }: Opened<Operations>): Promise<Given> {
	for (const hours of TEST_HOURS) {
		const start = DateTime.now().setZone(rest.timezone).minus({ hours });
		const { items } = await event.poll({ ...rest, start, isTest: true });
		if (items.length > 0) return { rows: items.slice(-1).map(shapeOf(event, rest.fields)) };
	}
	throw new NodeOperationError(node.getNode(), 'Nothing happened in the last 7 days', {
		description: 'Let it happen once, and fetch again. A published workflow waits for it.',
	});
}
