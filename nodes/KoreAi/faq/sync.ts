import type { IDataObject } from 'n8n-workflow';

import {
	checkByDryRun,
	type Found,
	type Thing,
	type Wanted,
} from '../../compose/knowledge/knowledge';
import { readAll, syncAll } from '../../compose/knowledge/sync';
import type { Client } from '../../shared/call/client';
import { dryRun } from '../../shared/fields/commonFields';
import { fieldList } from '../../shared/fields/field';
import type { Fields, ValuesOf } from '../../shared/fields/fields';
import { groupsOf, objectsIn } from '../../shared/fields/lists';
import { isSameText, textKey } from '../../shared/fields/sameText';
import { statusOf } from '../../shared/node/dryRun';
import type { Made, RunAllContext } from '../../shared/node/operation';
import { operationOverAllItems } from '../api';
import type { Operations } from '../contract';
import { hasSucceeded } from '../job';
import { bot, botOf } from '../locators';
import {
	alternatesOf,
	answer,
	knowledgeTaskOf,
	language,
	newFaq,
	node,
	nodeOf,
	question,
	textsOf,
	type KnowledgeTask,
	type Node,
} from './fields';
import { faqPaging } from './paging';

/** A question with its answer as it shall be. */
interface AskedFaq extends Wanted {
	answer: string;
}

interface WantedFaq extends AskedFaq {
	node: Node;
}

/** What became of a question: Kore.ai documents no way to change or delete one (docs/evidence/kore-ai.md §9.1, §9.3). */
type Status = 'created' | 'unchanged' | 'needs update' | 'not among items';

const fieldsOfSync = fieldList([
	bot,
	language,
	node,
	question,
	answer,
	{
		displayName: 'Return Others',
		name: 'returnOthers',
		type: 'boolean',
		default: false,
		description:
			'Whether to also return the FAQs of the language that are not among the input items. They stay: Kore.ai documents no way to delete one.',
	},
	dryRun,
]);

type Values = ValuesOf<typeof fieldsOfSync>;

/** Fields that have one value for all items. */
const COMMON = ['bot', 'language', 'returnOthers', 'dryRun'];

/** Where the questions are. */
interface Graph {
	botId: string;
	language: string;
	task: KnowledgeTask;
}

/** All questions of the language, as in the vendor's sample (docs/evidence/kore-ai.md §9.3.1). */
async function faqsIn(api: Client<Operations>, { botId, language: code }: Graph): Promise<Thing[]> {
	const query = { state: 'configured', language: code, withallchild: true, type: 'all' } as const;
	const rows = await api.list(
		'faq.getAllV2',
		{ path: { botId }, query },
		{ key: ['_id'] },
		faqPaging,
	);
	return rows.map((row) => {
		const { question: text } = textsOf(row);
		return { id: String(row._id), title: text, value: text, row };
	});
}

/** What questions count as the same by: in another letter case, the same is asked. */
const questionKey = (text: string): string => textKey(text).toLowerCase();

const ownKey = ({ value }: Thing): string => questionKey(String(value));
const otherKeys = ({ row }: Thing): string[] => alternatesOf(row).map(questionKey);

/** An answer without what a service may take away from a text, or add to it. */
const bare = (text: string) => text.replaceAll('\r\n', '\n').normalize('NFC').trim();

/** In what a question that is there differs from the wanted. Kore.ai may have encoded the answer. */
function differencesOf(wanted: WantedFaq, { row }: Thing): string[] {
	const asItCame = objectsIn(row.answerPayload).map(({ text }) => String(text));
	const answers = [String(textsOf(row).answer), asItCame.join('\n')].map(bare);
	return [
		...(answers.includes(bare(wanted.answer)) ? [] : ['answer']),
		...(row.parent === wanted.node.nodeId ? [] : ['node']),
	];
}

/** What an output item says of a question beside its status. */
interface Said {
	dry: boolean;
	differs?: string[];
	/** The question of the FAQ that has it as another way to ask. */
	alternateOf?: unknown;
}

const itemOf = (
	text: unknown,
	id: string | undefined,
	status: Status,
	{ dry, differs, alternateOf }: Said,
): IDataObject => ({
	question: text as string,
	faqId: id ?? null,
	status: statusOf(status, dry),
	...(alternateOf !== undefined && { alternateOf: alternateOf as string }),
	...(differs && { differs }),
	...(dry && { dry_run: true }),
});

/** The item of a question that is there, as one FAQ's own or another way to ask it. */
function itemOfThere(wanted: WantedFaq, thing: Thing, status: Status, dry: boolean): IDataObject {
	const isOwn = ownKey(thing) === questionKey(wanted.value);
	const differs = status === 'needs update' ? differencesOf(wanted, thing) : undefined;
	const alternateOf = isOwn ? undefined : thing.title;
	return itemOf(wanted.value, thing.id, status, { dry, differs, alternateOf });
}

function readFaq(fields: Fields<Values>): AskedFaq {
	const value = fields.get('question').trim();
	if (textKey(value) === '') {
		fields.fail('question', 'has nothing that can be seen', 'Give each item a question.');
	}
	return { key: 'question', value, answer: fields.get('answer') };
}

export const sync = operationOverAllItems('faq.sync', {
	name: 'Sync',
	action: 'Sync FAQs',
	description:
		'Add the questions that the bot lacks, and tell which have another answer: Kore.ai documents no way to change or delete an FAQ',
	check: checkByDryRun,
	fields: fieldsOfSync,
	perItem: ['node', 'question', 'answer'],
	runAll: async (context) => {
		const { api, fields, fieldsOf, checkCommon } = context;
		checkCommon(COMMON);
		const { botId } = botOf(fields);
		const code = fields.get('language');
		const read = readAll(context, 'question', 'FAQ', readFaq, questionKey);
		const task = await knowledgeTaskOf(api, botId, code);
		const all = read.map((faq, index): WantedFaq => {
			return { ...faq, node: nodeOf(fieldsOf(index), task) };
		});
		const keys = fields.get('dryRun') ? [] : [JSON.stringify(['faqs', botId, code])];
		const work = async () => await syncFaqs(context, all, { botId, language: code, task });
		return await api.exclusive(keys, `the FAQs of the language '${code}'`, work);
	},
});

/** Adds the questions that are not there; answers the output items. */
async function syncFaqs(
	context: RunAllContext<Operations, Values>,
	all: WantedFaq[],
	graph: Graph,
): Promise<Made[][]> {
	const { api, fields } = context;
	const dry = fields.get('dryRun');
	const there = await faqsIn(api, graph);
	const byOwn = groupsOf(there, ownKey);
	const byOther = groupsOf(there, otherKeys);
	const faqsWith = (key: string) => byOwn.get(key) ?? byOther.get(key) ?? [];
	const created = new Map<IDataObject, WantedFaq>();
	return await syncAll({
		...{ context, words: { many: 'FAQs' }, all },
		isUnclear: () => false,
		find: async () =>
			new Map(
				all.map(({ value }): [string, Found] => [
					value,
					{ things: faqsWith(questionKey(value)), more: false },
				]),
			),
		pick: (_, __, { things }) => things,
		findMissing: async () => {
			if (!fields.get('returnOthers')) return [];
			const wanted = new Set(all.map(({ value }) => questionKey(value)));
			return there.filter((faq) =>
				[ownKey(faq), ...otherKeys(faq)].every((key) => !wanted.has(key)),
			);
		},
		make: async (own, wanted, current) => {
			const [first] = current;
			const good = current.find((thing) => differencesOf(wanted, thing).length === 0);
			const begun = own.recalled<Status>('begun');
			if (good) return itemOfThere(wanted, good, begun ?? 'unchanged', dry);
			if (first) return itemOfThere(wanted, first, 'needs update', dry);
			if (!dry) await add(own, wanted, graph);
			const item = itemOf(wanted.value, undefined, 'created', { dry });
			created.set(item, wanted);
			return item;
		},
		finish: async (missing, _, made) => {
			const differing = made.filter(({ json }) => json.status === 'needs update').length;
			if (differing > 0) {
				api.hint(
					`${differing} FAQs are there with another answer or node: the items with status 'needs update'. They were not changed, as Kore.ai documents no way to. Change them in the bot's knowledge graph.`,
				);
			}
			if (!dry && created.size > 0) await fillIds(api, created, graph);
			const from = all.map((_wanted, index) => index);
			return missing.map(({ id, title }) => ({
				json: itemOf(title, id, 'not among items', { dry }),
				from,
			}));
		},
	});
}

/** Adds one question. Throws NodeApiError as a call does, NodeOperationError when the answer is no yes. */
async function add(
	own: Client<Operations>,
	{ value, answer: text, node: at }: WantedFaq,
	{ botId, language: code, task }: Graph,
): Promise<void> {
	await own.once('begun', async () => 'created');
	const faq = newFaq({ question: value, answer: text }, { botId, taskId: task.id, node: at });
	const said = await own.call('faq.create', {
		path: { botId },
		query: { language: code },
		body: { faqs: [faq] },
	});
	if (!hasSucceeded(said.status)) own.failShape(said, 'answered that it did not add the FAQ');
}

/**
 * Looks once more for what was added: its IDs, which the answer has not, and whether another n8n has added the same, which
 * nothing can undo. What is not shown is pending.
 */
async function fillIds(
	api: Client<Operations>,
	created: Map<IDataObject, WantedFaq>,
	graph: Graph,
): Promise<void> {
	const there = await faqsIn(api, graph).catch(({ message }: Error) => {
		api.hint(`The IDs of the added FAQs could not be looked up: ${message}`);
	});
	if (!there) return;
	const now = groupsOf(there, ownKey);
	const twice: string[] = [];
	for (const [item, { value }] of created) {
		const same = now.get(questionKey(value)) ?? [];
		const own = same.find((one) => isSameText(String(one.value), value));
		if (own) item.faqId = own.id;
		else item.pending = true;
		if (same.some((one) => one !== own)) twice.push(value);
	}
	if (twice.length > 0) {
		api.hint(
			`Another n8n added ${twice.length} of these questions at the same moment, so that they are there twice: '${twice[0]}'${twice.length > 1 ? ' and others' : ''}. Delete one of each in the bot's knowledge graph.`,
		);
	}
	if ([...created.keys()].some(({ pending }) => pending)) {
		api.hint(
			'Kore.ai has taken FAQs that it does not show yet: the items with pending: true. Wait until it shows them before you run this again.',
		);
	}
}
