import type { IDataObject } from 'n8n-workflow';

import type { dryRun } from '../../shared/fields/commonFields';
import type { Fields, ValuesOf } from '../../shared/fields/fields';
import { textKey } from '../../shared/fields/sameText';
import { hintAtDryRun, statusOf } from '../../shared/node/dryRun';
import type { Made, RunAllContext } from '../../shared/node/operation';
import type { CampaignAdapter, PlannedList } from './adapter';
import { findExisting } from './existing';
import { failPartly } from './partly';
import type { RowFields, RowOptions } from './rowFields';
import { sort } from './sort';
import { withdrawTwin } from './twins';

/** One list to be, and the items that it comes from. */
interface Planned extends PlannedList {
	rows: number[];
}

/** What every Create From Items is run with. */
export interface FromItems<Operations> {
	context: Pick<RunAllContext<Operations>, 'api' | 'items' | 'node' | 'part'>;
	/** Its fields, as compose reads them, and those of its Options. */
	fields: RowFields & Fields<ValuesOf<[typeof dryRun]> & { name: string }>;
	options: RowOptions;
	/** Throws when the fields that hold for all rows do not. */
	checkCommon: () => void;
	/** How messages call things, and the vendor's own name for a variable. */
	about: Pick<CampaignAdapter<Operations>, 'words' | 'reserved'>;
	/** Reads what the vendor's own fields come to, before anything is sent; answers how lists with that are kept. */
	adapter: () => CampaignAdapter<Operations>;
	/** What else tells campaigns apart: the bot. */
	scope: string;
	/** Called once it is known whether there are lists of the campaign, before any is created. */
	beforeCreating?: (isGoneOnWith: boolean) => void;
	/** Called when at least one was created, or would be. */
	afterCreating?: (name: string, dry: boolean) => void;
}

type Run<Operations> = Omit<FromItems<Operations>, 'adapter' | 'checkCommon'> & {
	adapter: CampaignAdapter<Operations>;
	/** The campaign's name, without a number. */
	base: string;
	dry: boolean;
};

/**
 * Turns all input items into one campaign of one or several lists, of which only those are created that are not there
 * yet; answers the items of the outputs: a list each, and the rejected rows. Throws NodeOperationError before anything
 * is sent when rows or settings do not fit, and NodeApiError, with what was created so far, when a list cannot be.
 */
export async function createFromItems<Operations>(from: FromItems<Operations>): Promise<Made[][]> {
	const { context, fields, scope, about, checkCommon } = from;
	const { api, items } = context;
	const dry = fields.get('dryRun');
	const sorted = sort({ fields, items, about, hint: (text) => api.hint(text) });
	checkCommon();
	// The same at every try of n8n's Retry On Fail, though it may be made of the time.
	const base = await api.once('name', async () => await Promise.resolve(fields.get('name')));
	const adapter = from.adapter();
	const planned = plan(fields, base, sorted.calls);
	checkNames(fields, planned, adapter.longestName);

	// A dry run changes nothing: it neither waits nor is waited for.
	const keys = dry ? [] : [JSON.stringify(['campaign', scope, textKey(base)])];
	const lists = await api.exclusive(
		keys,
		`the campaign '${base}'`,
		async () => await create({ ...from, adapter, base, dry }, planned),
	);
	const rejected = sorted.rejected.map(({ row, because }) => {
		const { json, binary } = items[row];
		const why = { rejected_item: row, rejected_because: because };
		// First, where they are seen in a table with many columns.
		return { json: { ...why, ...json, ...why }, binary, from: [row] };
	});
	return [lists, rejected];
}

/** The lists to be. */
function plan(fields: RowFields, name: string, calls: ReturnType<typeof sort>['calls']): Planned[] {
	const perList = fields.group('rows').get('callsPerList');
	const size = perList ?? calls.length;
	return Array.from({ length: Math.ceil(calls.length / (size || 1)) }, (_, index) => {
		const part = calls.slice(index * size, (index + 1) * size);
		return {
			rows: part.map(({ row }) => row),
			name: perList ? `${name} ${index + 1}` : name,
			contacts: part.map(({ contact }) => contact),
		};
	});
}

/** Throws when a name is too long with its number. */
function checkNames(fields: FromItems<never>['fields'], planned: Planned[], longest = Infinity) {
	const name = planned.at(-1)?.name ?? '';
	if ([...name].length <= longest) return;
	fields.fail(
		'name',
		`has ${[...name].length} characters with its number: ${name}`,
		`Nothing was sent. Shorten it, so that it has ${longest} or fewer with its number.`,
	);
}

/** Creates the lists that are not there yet, one after the other; answers an item for each. */
async function create<Operations>(run: Run<Operations>, planned: Planned[]): Promise<Made[]> {
	const { context, options, adapter, base, dry } = run;
	const { api, node, part } = context;
	const { vendor, list: noun } = adapter.words;
	const goesOn = options.get('existing') !== 'create';
	const known = new Set<string>();
	const look = async () => {
		const { found, ids } = await lookFor(run, planned);
		for (const id of ids) known.add(id);
		return found;
	};
	let existing = goesOn ? await look() : new Map<string, string>();
	run.beforeCreating?.(planned.some(({ name }) => existing.has(name) || isMade(run, name)));
	const done: Made[] = [];
	/** Whether another process creates the same campaign right now. */
	let isJoined = false;
	for (const [index, list] of planned.entries()) {
		const { rows: from, name } = list;
		const range = { first_item: from[0], last_item: from[from.length - 1] };
		const item = (id: string | null, status: string, accepted: number): IDataObject => ({
			list_id: id,
			name,
			status: statusOf(status, dry),
			count: from.length,
			...(dry ? { dry_run: true } : { accepted }),
			...range,
		});
		const own = api.for(name);
		const finish = async (id: string, json: IDataObject) => ({
			...json,
			...(!dry && (await adapter.finish?.(own, id, isMade(run, name)))),
		});
		const make = async (): Promise<IDataObject> => {
			if (isJoined) existing = await look();
			const id = existing.get(name);
			if (id) return await finish(id, item(id, 'existing', from.length));
			if (dry) return { ...item(null, 'created', from.length), request: adapter.request(list) };
			const { accepted, more, ...made } = await own.once('made', async () => {
				const created = await adapter.create(own, list);
				if (created.accepted !== from.length) {
					api.hint(
						`${vendor} says that the ${noun} '${name}' has ${created.accepted} calls; ${from.length} were sent.`,
					);
				}
				return created;
			});
			const created = { ...item(made.id, 'created', accepted), ...more };
			if (!goesOn) return await finish(made.id, created);
			const { note, isAlone } = await own.once('list', async () => {
				const twins = { api: own, adapter, base, list, id: made.id, known };
				return await withdrawTwin(twins);
			});
			known.add(made.id);
			isJoined ||= !isAlone;
			const isWithdrawn = note !== undefined && 'twin_of' in note;
			return isWithdrawn ? { ...created, ...note } : await finish(made.id, { ...created, ...note });
		};
		const failed = (error: Error) => {
			const made = own.recalled<{ id: string }>('made');
			return failPartly(error, {
				name,
				noun,
				lists: made ? [...done, { json: item(made.id, 'created', 0), from }] : done,
				isThere: made !== undefined || existing.has(name),
				goesOn,
				rows: from,
				next: planned[index + 1]?.rows[0],
				continues: node.continueOnFail(),
			});
		};
		done.push(await part(from, async () => await make().catch(failed)));
	}
	const isNew = done.some(({ json }) => json.status === statusOf('created', dry));
	if (isNew) run.afterCreating?.(base, dry);
	if (dry) hintAtDryRun(api);
	return done;
}

/** Whether this run, or an earlier try of it, has created a list. */
const isMade = <Operations>({ context: { api } }: Run<Operations>, name: string) =>
	api.for(name).recalled('made') !== undefined;

/** The IDs of the planned lists that are there, by name, and of all lists. Throws when people would be called a second time. */
async function lookFor<Operations>(
	run: Run<Operations>,
	planned: Planned[],
): Promise<{ found: Map<string, string>; ids: ReadonlySet<string> }> {
	const { context, adapter, base, fields } = run;
	const isOwn = (name: string) => isMade(run, name);
	if (planned.every(({ name }) => isOwn(name))) return { found: new Map(), ids: new Set() };
	const { found, conflicts, ids } = await findExisting(context.api, adapter, base, planned);
	const conflict = conflicts.find(({ name }) => !isOwn(name));
	if (!conflict) return { found: new Map([...found].filter(([name]) => !isOwn(name))), ids };
	const people = planned.reduce((sum, { contacts }) => sum + contacts.length, 0);
	const { id, name, shared, isBegun, setting } = conflict;
	const has =
		shared === undefined
			? 'which shows no calls'
			: `which has ${shared} of the ${people} people${setting ? `, but another ${setting}` : ''}`;
	const { list, begun = list, owner } = adapter.words;
	const noun = isBegun ? begun : list;
	return fields.fail(
		'name',
		`is taken: ${owner} already has a ${noun} '${name}' (${id}), ${has}`,
		`${planned.some((one) => isOwn(one.name)) ? 'Nothing more' : 'Nothing'} was created now. If these people shall be called again, give the campaign another name, for instance with its date, or set 'Existing Lists' to Create Anyway. If not, leave them out of the input items. To go on with a campaign that broke off, run it with the rows and settings that it had.`,
	);
}
