import type { IDataObject, NodeApiError } from 'n8n-workflow';

import { dryRun } from '../../shared/fields/commonFields';
import { fieldList } from '../../shared/fields/field';
import type { FieldsOf, ValuesOf } from '../../shared/fields/fields';
import { withContext } from '../../shared/fields/nodeError';
import { textKey } from '../../shared/fields/sameText';
import type { Made, RunAllContext } from '../../shared/node/operation';
import { operationOverAllItems } from '../api';
import type { CallListInput, Operations } from '../contract';
import { campaign, failPastStart, hintAtBegin, readCampaign, who, type Campaign } from './campaign';
import { findExisting } from './existing';
import { existingLists, rows } from './rowFields';
import { readRowSettings } from './rowSettings';
import { sortRows, type Sorted } from './rows';
import { pauseTwin } from './twins';

/** How many rows a message shows at most. */
const SHOWN = 5;

const DEFAULT_COUNTRY =
	"Numbers without a country code need 'Default Country': choose the country that they are of. ";

/** One call list to be: what is sent, and the items that it comes from. */
interface Planned {
	rows: number[];
	body: CallListInput;
}

const fromItemsFields = fieldList([...who, ...rows, dryRun, ...campaign, existingLists]);

type FromItems = FieldsOf<typeof fromItemsFields>;
type Context = RunAllContext<Operations, ValuesOf<typeof fromItemsFields>>;

export const createFromItems = operationOverAllItems('callList.createFromItems', {
	name: 'Create From Items',
	action: 'Create call list from items',
	description: 'Turn all input items into one campaign, after checking every phone number',
	check: "To find out, run 'Get Many' for call lists and look for one of this name.",
	fields: fromItemsFields,
	outputs: ['Call Lists', 'Rejected'],
	runAll: async (context) => {
		const { api, fields, items } = context;
		const dry = fields.get('dryRun');
		const sorted = sort(context);
		context.checkCommon(fromItemsFields.map(({ name }) => name));
		// The same at every try of n8n's Retry On Fail, though it may be made of the time.
		const name = await api.once('name', async () => await Promise.resolve(fields.get('name')));
		const settings = readCampaign(fields);
		const planned = plan(fields, name, settings, sorted);

		// A dry run changes nothing: it neither waits nor is waited for.
		const keys = dry ? [] : [JSON.stringify(['campaign', fields.get('bot'), textKey(name)])];
		const lists = await api.exclusive(
			keys,
			`the campaign '${name}'`,
			async () => await create(context, name, settings, planned, dry),
		);
		const rejected = sorted.rejected.map(({ row, because }) => {
			const { json, binary } = items[row];
			const why = { rejected_item: row, rejected_because: because };
			// First, where they are seen in a table with many columns.
			return { json: { ...why, ...json, ...why }, binary, from: [row] };
		});
		return [lists, rejected];
	},
});

/** The items as calls. Throws when the settings do not fit them, or rows are unusable and shall stop the node. */
function sort({ fields, items }: Context): Sorted {
	const all = items.map(({ json }) => json);
	const sorted = sortRows(all, readRowSettings(fields, all));
	const unusable = sorted.rejected.filter(({ duplicate }) => !duplicate);
	if (unusable.length > 0 && fields.get('unusable') !== 'leaveOut') {
		const shown = unusable.slice(0, SHOWN).map(({ row, because }) => `item ${row}: ${because}`);
		const needsCountry = unusable.some(({ because }) => because.endsWith('has no country code'));
		const more = unusable.length > SHOWN ? ` and ${unusable.length - SHOWN} more` : '';
		fields.fail(
			'phoneField',
			`has rows that cannot be called: ${unusable.length} of ${items.length}`,
			`Nothing was sent. ${needsCountry ? DEFAULT_COUNTRY : ''}Correct ${shown.join('; ')}${more}. Or set 'Unusable Numbers' to Leave Out.`,
		);
	}
	return sorted;
}

/** The call lists to be. */
function plan(fields: FromItems, name: string, { body }: Campaign, { calls }: Sorted): Planned[] {
	const split = fields.get('split');
	const size = split ? fields.get('callsPerList') : calls.length;
	return Array.from({ length: Math.ceil(calls.length / (size || 1)) }, (_, index) => {
		const part = calls.slice(index * size, (index + 1) * size);
		return {
			rows: part.map(({ row }) => row),
			body: {
				name: split ? `${name} ${index + 1}` : name,
				...body,
				calls: part.map(({ call }) => call),
			},
		};
	});
}

/** Creates the lists that are not there yet, one after the other; answers an item for each. */
async function create(
	context: Context,
	base: string,
	settings: Campaign,
	planned: Planned[],
	dry: boolean,
): Promise<Made[]> {
	const { api, fields, node, part } = context;
	const botId = fields.get('bot');
	const goesOn = fields.group('options').get('existing') !== 'create';
	const pageSize = fields.group('options').get('pageSize');
	const known = new Set<string>();
	const look = async () => {
		const { found, ids } = await lookFor(context, base, planned);
		for (const id of ids) known.add(id);
		return found;
	};
	let existing = goesOn ? await look() : new Map<string, string>();
	const isThere = ({ body: { name } }: Planned) => existing.has(name) || isMade(api, name);
	// One that is gone on with keeps its start.
	if (settings.begin === 'beforeToday' && !planned.some(isThere)) failPastStart(fields, settings);
	const done: Made[] = [];
	/** Whether another process creates the same campaign right now. */
	let isJoined = false;
	for (const { rows: from, body } of planned) {
		const { name } = body;
		const range = { first_item: from[0], last_item: from[from.length - 1] };
		const item = (id: unknown, status: string, accepted: unknown) => ({
			list_id: (id ?? null) as string | null,
			name,
			status,
			count: from.length,
			accepted: Number(accepted),
			...range,
		});
		const make = async (): Promise<IDataObject> => {
			if (isJoined) existing = await look();
			const id = existing.get(name);
			if (id && !dry) return item(id, 'existing', from.length);
			if (id) return { ...item(id, 'existing', from.length), dry_run: true };
			if (dry) return { ...item(null, 'created', from.length), dry_run: true, request: body };
			const own = api.for(name);
			const made = await own.once('made', async () => {
				const answer = await own.call('callList.create', { path: { botId }, body });
				warnOfCount(context, name, from.length, answer.count);
				return answer;
			});
			const created = item(made.list_id, 'created', made.count ?? from.length);
			if (!goesOn) return created;
			return await own.once('list', async () => {
				const listId = String(made.list_id);
				const twins = { api: own, botId, base, list: body, id: listId, known, pageSize };
				const { note, isAlone } = await pauseTwin(twins);
				known.add(listId);
				isJoined ||= !isAlone;
				return { ...created, ...note };
			});
		};
		const failed = (error: Error) => {
			const made = api.for(name).recalled<IDataObject>('made');
			const own = made ? [...done, { json: item(made.list_id, 'created', 0), from }] : done;
			return failPartly(error, name, own, goesOn, range.first_item);
		};
		done.push(await part(from, async () => await make().catch(failed)));
	}
	if (settings.begin !== 'later' && done.some(({ json }) => json.status === 'created')) {
		hintAtBegin(node, base, settings, dry);
	}
	return done;
}

/** Whether this run, or an earlier try of it, has created a list. */
const isMade = (api: Context['api'], name: string) => api.for(name).recalled('made') !== undefined;

/** The IDs of the planned lists that the bot has, by name, and of all its lists. Throws when people would be called a second time. */
async function lookFor(
	{ api, fields }: Context,
	base: string,
	planned: Planned[],
): Promise<{ found: Map<string, string>; ids: ReadonlySet<string> }> {
	const bodies = planned.map(({ body }) => body);
	const isOwn = (name: string) => isMade(api, name);
	if (bodies.every(({ name }) => isOwn(name))) return { found: new Map(), ids: new Set() };
	const size = fields.group('options').get('pageSize');
	const botId = fields.get('bot');
	const { found, conflicts, ids } = await findExisting(api, botId, base, bodies, size);
	const conflict = conflicts.find(({ name }) => !isOwn(name));
	if (!conflict) return { found: new Map([...found].filter(([name]) => !isOwn(name))), ids };
	const people = bodies.reduce((sum, { calls }) => sum + calls.length, 0);
	const { id, name, shared, setting } = conflict;
	const has =
		shared === undefined
			? 'which shows no calls'
			: `which has ${shared} of the ${people} people${setting ? `, but another ${setting}` : ''}`;
	return fields.fail(
		'name',
		`is taken: the bot already has a call list '${name}' (${id}), ${has}`,
		"Nothing was created now. If these people shall be called again, give the campaign another name, for instance with its date, or set 'Existing Lists' to Create Anyway. If not, leave them out of the input items. To go on with a campaign that broke off, run it with the rows and settings that it had.",
	);
}

/** Says what this run has created when a list cannot be, and how to go on. */
function failPartly(
	error: Error,
	name: string,
	done: Made[],
	goesOn: boolean,
	item: number,
): never {
	const created = done.filter(({ json }) => json.status === 'created');
	const names = created.map(({ json }) => `'${String(json.name)}' (${String(json.list_id)})`);
	const isTooLarge = (error as NodeApiError).httpCode === '413';
	throw withContext(error, {
		before: `Call list '${name}': `,
		after: [
			isTooLarge && "Switch on 'Split Into Several Lists', or lower 'Calls per List'.",
			`Created by this run: ${names.join(', ') || 'none'}.`,
			goesOn
				? 'Run it again with the same rows and settings: it creates only the lists that are missing.'
				: `Item ${item} and those after it were not sent. The whole input again would call the others twice.`,
		]
			.filter(Boolean)
			.join(' '),
	});
}

function warnOfCount({ api }: Context, name: string, sent: number, count: unknown) {
	if (count === undefined || Number(count) === sent) return;
	api.hint(`KODA says that the call list '${name}' has ${String(count)} calls; ${sent} were sent.`);
}
