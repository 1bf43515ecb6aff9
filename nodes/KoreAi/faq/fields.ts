import type { IDataObject } from 'n8n-workflow';

import { textIn } from '../../shared/call/answers';
import type { Client } from '../../shared/call/client';
import { decoded } from '../../shared/fields/decoded';
import { field } from '../../shared/fields/field';
import type { Fields } from '../../shared/fields/fields';
import { objectsIn } from '../../shared/fields/lists';
import { locator } from '../../shared/node/pickers';
import type { NewFaq, Operations } from '../contract';

/** A language of the bot. */
export const language = field({
	displayName: 'Language',
	name: 'language',
	type: 'string',
	isId: true,
	default: 'en',
	required: true,
	placeholder: 'e.g. en',
	description: 'Code of the language of the bot',
});

/** A node of the knowledge task: the root, when it is left empty. */
export const node = locator({
	displayName: 'Node',
	name: 'node',
	id: '1a2b3c4d-5e6f-5a7b-8c9d-0e1f2a3b4c5d',
	description:
		'The node of the knowledge graph that the FAQ belongs to. Leave empty for the first one.',
	search: 'nodes',
	required: false,
	narrows: true,
});

export const question = field({
	displayName: 'Question',
	name: 'question',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. When do you open?',
});

export const answer = field({
	displayName: 'Answer',
	name: 'answer',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	required: true,
	placeholder: 'e.g. At nine.',
});

export interface Node {
	nodeId: string;
	label: string;
	level?: string;
}

/** What holds the FAQs of a bot in one language. */
export interface KnowledgeTask {
	id: string;
	/** The first is the root, unless one of level l0 is there. */
	nodes: Node[];
}

/**
 * The knowledge task of a bot's language; a run asks for each once. Throws NodeOperationError when there is none.
 */
export async function knowledgeTaskOf(
	api: Client<Operations>,
	botId: string,
	languageCode: string,
): Promise<KnowledgeTask> {
	const known = api.shared('knowledge tasks', () => new Map<string, Promise<KnowledgeTask>>());
	const key = `${botId} ${languageCode}`;
	for (let other = known.get(key); other; other = known.get(key)) {
		// Where another item could not read it, this one tries, and fails with an error of its own.
		const task = await other.catch(() => undefined);
		if (task) return task;
		if (known.get(key) === other) known.delete(key);
	}
	const own = read(api, botId, languageCode);
	known.set(key, own);
	return await own;
}

async function read(
	api: Client<Operations>,
	botId: string,
	languageCode: string,
): Promise<KnowledgeTask> {
	const input = { path: { botId }, query: { language: languageCode } };
	const answer = await api.answer('knowledgeTask.getAll', input);
	const [{ _id: id, taxonomy } = {}] = objectsIn(answer);
	const nodes = api.rowsIn(taxonomy, answer) as unknown as Node[];
	if (nodes.length === 0 || !nodes.every(({ nodeId }) => typeof nodeId === 'string')) {
		api.failShape(answer, 'gave no node of the knowledge graph');
	}
	return { id: String(id), nodes };
}

/** The chosen node, or the root. Throws NodeOperationError when the knowledge task has no such node. */
export function nodeOf(
	fields: Fields<{ node: string | undefined }>,
	{ nodes }: KnowledgeTask,
): Node {
	const wanted = fields.get('node');
	const root = nodes.find(({ level }) => level === 'l0') ?? nodes[0];
	return (
		(wanted ? nodes.find(({ nodeId }) => nodeId === wanted) : root) ??
		fields.fail('node', 'is no node of this language', 'Choose one of its knowledge graph.')
	);
}

interface Content {
	question: string;
	answer: string;
	/** An extracted question that it comes of. */
	questionId?: string;
}

/** A FAQ as Kore.ai takes it (docs/evidence/kore-ai.md §5). */
export const newFaq = (
	{ question, answer, questionId }: Content,
	at: { botId: string; taskId: string; node: Node },
): NewFaq => ({
	questionPayload: { question, tagsPayload: [] },
	answerPayload: [{ text: answer, type: 'basic', channel: 'default' }],
	knowledgeTaskId: at.taskId,
	subQuestions: [],
	responseType: 'message',
	subAnswers: [],
	streamId: at.botId,
	parent: at.node.nodeId,
	leafterm: at.node.label,
	...(questionId !== undefined && { qsId: questionId }),
});

const questionsIn = (payload: unknown) =>
	objectsIn<IDataObject>(payload).map(({ question }) => question);

/** The other ways in which an FAQ is asked (docs/evidence/kore-ai.md §9.3.1). */
export const alternatesOf = ({ subQuestions }: IDataObject): string[] =>
	questionsIn(subQuestions).flatMap(textIn).map(String);

/** The texts of an FAQ: its question and its answer, which Kore.ai may have encoded (docs/evidence/kore-ai.md §5). */
export const textsOf = ({ questionPayload, answerPayload }: IDataObject) => ({
	question: questionsIn(questionPayload)[0],
	answer: objectsIn<IDataObject>(answerPayload)
		.flatMap(({ text }) => textIn(text))
		.map((text) => decoded(String(text)))
		.filter(Boolean)
		.join('\n'),
});
