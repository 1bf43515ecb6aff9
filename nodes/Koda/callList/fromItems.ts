import { DateTime } from 'luxon';
import type { IDataObject, NodeApiError } from 'n8n-workflow';

import { perProcess } from '../../shared/call/perProcess';
import { dryRun } from '../../shared/fields/commonFields';
import { fieldList } from '../../shared/fields/field';
import type { FieldsOf, ValuesOf } from '../../shared/fields/fields';
import { withContext } from '../../shared/fields/nodeError';
import type { Made, RunAllContext } from '../../shared/node/operation';
import { operationOverAllItems } from '../api';
import type { CallListInput, Operations } from '../contract';
import { campaign, readCampaign, failEnd, who } from './campaign';
import { findExisting } from './existing';
import { existingLists, rows } from './rowFields';
import { sortRows, valueAt, type RowSettings, type Sorted } from './rows';
import { faultOfWindow } from './window';

/** How many rows a message shows at most. */
const SHOWN = 5;

/** One call list to be: what is sent, and the items that it comes from. */
interface Planned {
	rows: number[];
	body: CallListInput;
}

/** Campaigns that are being created in this n8n: a second run at the same time could not see their lists. */
const underWay = perProcess(() => new Set<string>());

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
		const name = await api.once(
			'name',
			async () => await Promise.resolve(fields.get('name').trim()),
		);
		const planned = plan(fields, name, sorted);

		const key = `${fields.get('bot')} ${name}`;
		if (underWay.current.has(key)) {
			fields.fail(
				'name',
				`is that of a campaign which another execution is creating right now: '${name}'`,
				'Nothing was sent. Wait until it is done.',
			);
		}
		underWay.current.add(key);
		const lists = await create(context, name, planned, dry).finally(() =>
			underWay.current.delete(key),
		);
		const rejected = sorted.rejected.map(({ row, because }) => {
			const { json, binary } = items[row];
			const why = { rejected_row: row + 1, rejected_because: because };
			// First, where they are seen in a table with many columns.
			return { json: { ...why, ...json, ...why }, binary, from: [row] };
		});
		return [lists, rejected];
	},
});

/** The items as calls. Throws when the settings do not fit them, or rows are unusable and shall stop the node. */
function sort({ fields, items }: Context): Sorted {
	const rules = readRowSettings(fields);
	const all = items.map(({ json }) => json);
	const isThere = (field: string) => all.some((row) => valueAt(row, field) !== undefined);
	const names = [...new Set(all.slice(0, 100).flatMap((row) => Object.keys(row)))];
	const have = `The items have: ${names.join(', ') || 'no fields'}.`;
	if (!isThere(rules.phoneField)) {
		fields.fail(
			'phoneField',
			`is '${rules.phoneField}', which no input item has`,
			`Enter the name of a field, not its value. ${have}`,
		);
	}
	const missing = rules.variables?.find(({ field }) => !isThere(field));
	if (missing) {
		fields.fail('selected', `has '${missing.field}', which no input item has`, have);
	}
	const clash = 'phone_number';
	if (!rules.variables && rules.phoneField !== clash && all.some((row) => clash in row)) {
		fields.fail(
			'variables',
			`cannot send the field '${clash}': KODA keeps that name for the number to call`,
			'Choose Selected Fields, and give it another name as a variable.',
		);
	}
	const sorted = sortRows(all, rules);
	const unusable = sorted.rejected.filter(({ duplicate }) => !duplicate);
	if (unusable.length > 0 && fields.get('unusable') !== 'leaveOut') {
		const shown = unusable.slice(0, SHOWN).map(({ row, because }) => `row ${row + 1}: ${because}`);
		const more = unusable.length > SHOWN ? ` and ${unusable.length - SHOWN} more` : '';
		fields.fail(
			'phoneField',
			`has no usable number in ${unusable.length} of ${items.length} rows`,
			`Nothing was sent. Correct ${shown.join('; ')}${more}. Or set 'Unusable Numbers' to Leave Out.`,
		);
	}
	return sorted;
}

function readRowSettings(fields: FromItems): RowSettings {
	const phoneField = fields.get('phoneField').trim();
	const base = {
		phoneField,
		country: fields.get('country'),
		keep: fields.get('keep'),
	};
	const which = fields.get('variables');
	if (which === 'all') return base;
	const chosen = which === 'selected' ? fields.rows('selected') : [];
	if (which === 'selected' && chosen.length === 0) {
		fields.fail('selected', 'is empty', "Add a field, or set 'Variables' to None.");
	}
	const variables = new Map<string, string>();
	for (const row of chosen) {
		const field = row.get('field').trim();
		const own = row.get('name')?.trim();
		const name = own ?? field;
		const where = own ? 'name' : 'field';
		if (name === 'phone_number') {
			row.fail(where, 'cannot be phone_number', 'KODA keeps that name for the number to call.');
		}
		if (variables.has(name)) row.fail(where, `'${name}' is there twice`, 'Give each name once.');
		variables.set(name, field);
	}
	return { ...base, variables: [...variables].map(([name, field]) => ({ name, field })) };
}

/** The call lists to be. Throws when nobody could be called in the campaign's time. */
function plan(fields: FromItems, name: string, { calls }: Sorted): Planned[] {
	const { start, end, body } = readCampaign(fields);
	const fault = faultOfWindow(
		{
			start,
			end,
			from: body.allowed_hours_start,
			to: body.allowed_hours_end,
			days: body.campaign_allowed_days,
		},
		DateTime.now(),
	);
	if (fault?.field === 'allowedHoursEnd') {
		fields.fail(fault.field, fault.what, 'Choose a later time of the same day.');
	}
	if (fault) failEnd(fields, fault.what);

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
	planned: Planned[],
	dry: boolean,
): Promise<Made[]> {
	const { api, fields, part } = context;
	const botId = fields.get('bot');
	const goesOn = fields.group('options').get('existing') !== 'create';
	const existing = goesOn ? await lookFor(context, base, planned) : new Map<string, string>();
	const done: Made[] = [];
	for (const { rows: from, body } of planned) {
		const { name } = body;
		const range = { first_row: from[0] + 1, last_row: from[from.length - 1] + 1 };
		const item = (id: unknown, status: string, accepted: unknown) => ({
			list_id: (id ?? null) as string | null,
			name,
			status,
			count: from.length,
			accepted: Number(accepted),
			...range,
		});
		const make = async (): Promise<IDataObject> => {
			const id = existing.get(name);
			if (id && !dry) return item(id, 'existing', from.length);
			if (id) return { ...item(id, 'existing', from.length), dry_run: true };
			if (dry) return { ...item(null, 'created', from.length), dry_run: true, request: body };
			const own = api.for(name);
			return await own.once('list', async () => {
				const made = await own.call('callList.create', { path: { botId }, body });
				warnOfCount(context, name, from.length, made.count);
				return item(made.list_id, 'created', made.count ?? from.length);
			});
		};
		const failed = (error: Error) => failPartly(error, name, done, goesOn, range.first_row);
		done.push(await part(from, async () => await make().catch(failed)));
	}
	return done;
}

/** The IDs of the planned lists that the bot has, by name. Throws when people would be called a second time. */
async function lookFor(
	{ api, fields }: Context,
	base: string,
	planned: Planned[],
): Promise<Map<string, string>> {
	const bodies = planned.map(({ body }) => body);
	// What an earlier try of this run has created is known.
	const isMade = (name: string) => api.for(name).recalled('list') !== undefined;
	if (bodies.every(({ name }) => isMade(name))) return new Map();
	const size = fields.group('options').get('pageSize');
	const { found, conflicts } = await findExisting(api, fields.get('bot'), base, bodies, size);
	const conflict = conflicts.find(({ name }) => !isMade(name));
	if (!conflict) return new Map([...found].filter(([name]) => !isMade(name)));
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
function failPartly(error: Error, name: string, done: Made[], goesOn: boolean, row: number): never {
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
				: `Row ${row} and those after it were not sent. The whole input again would call the others twice.`,
		]
			.filter(Boolean)
			.join(' '),
	});
}

function warnOfCount({ node }: Context, name: string, sent: number, count: unknown) {
	if (count === undefined || Number(count) === sent) return;
	node.addExecutionHints({
		message: `KODA says that the call list '${name}' has ${String(count)} calls; ${sent} were sent.`,
		type: 'warning',
		location: 'outputPane',
	});
}
