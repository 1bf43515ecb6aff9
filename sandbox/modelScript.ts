/**
 * What the stand-in for a language model says. It knows no node: it reads the conversation and the
 * tools as any model is given them, by name, description and parameters.
 */
import { z } from 'zod';

const textPart = z.object({ type: z.literal('text'), text: z.string() }).passthrough();
const content = z
	.union([z.string(), z.array(textPart)])
	.nullish()
	.transform((given) =>
		typeof given === 'object' ? (given ?? []).map(({ text }) => text).join('\n') : (given ?? ''),
	);

const toolCall = z.object({
	id: z.string(),
	type: z.literal('function'),
	function: z.object({ name: z.string(), arguments: z.string() }),
});

const message = z.discriminatedUnion('role', [
	z.object({ role: z.enum(['system', 'developer', 'user']), content }),
	z.object({ role: z.literal('assistant'), content, tool_calls: z.array(toolCall).optional() }),
	z.object({ role: z.literal('tool'), content, tool_call_id: z.string() }),
]);

/** What a tool is given: values, and groups of them, as a human review puts around those of the tool behind it. */
interface Parameters {
	description?: string;
	properties?: Record<string, Parameters>;
}

const parameters: z.ZodType<Parameters> = z.object({
	description: z.string().optional(),
	properties: z.record(z.lazy(() => parameters)).optional(),
});

const tool = z.object({
	type: z.literal('function'),
	function: z.object({
		name: z.string(),
		description: z.string().default(''),
		parameters: parameters.default({}),
	}),
});

/** A conversation in the form of OpenAI's chat completions, as far as it is read here. */
export const conversationSchema = z.object({
	messages: z.array(message).min(1),
	tools: z.array(tool).default([]),
});

export type Conversation = z.output<typeof conversationSchema>;

type Tool = Conversation['tools'][number]['function'];
type Row = Record<string, unknown>;

/** An answer to the person, or tools to call. */
export type Reply =
	| { answer: string }
	| { calls: Array<{ name: string; arguments: Record<string, unknown> }> };

/** Words that say nothing about what is looked for. */
const IDLE = new Set(
	'a an and are can do does for how i in is it my of on or please the to we what when where which who why you your'.split(
		' ',
	),
);

/** What n8n tells a model whose call of a tool a person did not approve. */
const DECLINED = /\bUser rejected the tool call\b/;

/** A conversation since the person's last words. */
class Turn {
	readonly asked: string;

	private readonly tools: Tool[];

	private readonly results: Array<{ tool: string; text: string }>;

	constructor({ messages, tools }: Conversation) {
		this.tools = tools.map(({ function: offered }) => offered);
		const last = messages.findLastIndex(({ role }) => role === 'user');
		this.asked = last < 0 ? '' : messages[last].content;
		const since = messages.slice(last + 1);
		const calls = since.flatMap((one) => (one.role === 'assistant' ? (one.tool_calls ?? []) : []));
		this.results = since.flatMap((one) => {
			if (one.role !== 'tool') return [];
			const call = calls.find(({ id }) => id === one.tool_call_id);
			return call ? [{ tool: call.function.name, text: one.content }] : [];
		});
	}

	/** The tool that says it does this, by its description or its name. */
	find(words: RegExp): Tool | undefined {
		return this.tools.find(({ name, description }) =>
			[description, name.replaceAll('_', ' ')].some((text) => words.test(text)),
		);
	}

	/** What a tool gave in this turn; undefined when it was not called. */
	resultOf({ name }: Tool): { rows: Row[]; refusal?: string; isDeclined: boolean } | undefined {
		const result = this.results.findLast((one) => one.tool === name);
		if (!result) return undefined;
		const rows = rowsOf(result.text);
		const refusal = rows ? rows[0]?.error : result.text;
		return {
			rows: rows ?? [],
			refusal: refusal === undefined ? undefined : String(refusal),
			isDeclined: DECLINED.test(result.text),
		};
	}
}

/** Rows of a tool's answer; undefined when it is no JSON. */
function rowsOf(text: string): Row[] | undefined {
	try {
		return ([JSON.parse(text)].flat() as unknown[]).filter(
			(row): row is Row => typeof row === 'object' && row !== null,
		);
	} catch {
		return undefined;
	}
}

const call = ({ name }: Tool, given: Record<string, unknown> = {}): Reply => ({
	calls: [{ name, arguments: given }],
});

/** Whether a row is about what the person named. */
const isNamed = (row: Row, name: string) =>
	Object.values(row).some((value) => String(value).toLowerCase() === name.toLowerCase());

/** The row's ID that a parameter asks for: the one whose name shares most words with it. */
function idFor(asked: string, row: Row): unknown {
	const shared = (key: string) =>
		key.split('_').filter((word) => asked.toLowerCase().includes(word)).length;
	const keys = Object.keys(row).filter((key) => /(^|_)id$/i.test(key));
	const [best] = keys.sort((a, b) => shared(b) - shared(a));
	return row[best];
}

/** Arguments for every parameter: the text for those that ask for one, IDs of the row for the others. */
function argumentsFor(
	{ properties = {} }: Parameters,
	row: Row,
	text = '',
): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(properties).map(([name, one]) => {
			if (one.properties) return [name, argumentsFor(one, row, text)];
			const { description = '' } = one;
			const asked = `${name} ${description}`;
			const isText = /text|message|question|search/i.test(asked) && !/\bID\b/.test(asked);
			return [name, isText ? text : idFor(asked, row)];
		}),
	);
}

interface Errand {
	list: RegExp;
	act: RegExp;
	/** What the person called it. */
	name: string;
	text?: string;
	done: string;
}

/** Finds something by its name in a list, does something with it, and says so. */
function run(turn: Turn, { list, act, name, text, done }: Errand): Reply {
	const [finder, doer] = [turn.find(list), turn.find(act)];
	if (!finder || !doer) return { answer: 'I have no tool for that.' };
	const found = turn.resultOf(finder);
	if (!found) return call(finder);
	if (found.refusal !== undefined) return { answer: `I could not look: ${found.refusal}` };
	const row = found.rows.find((candidate) => isNamed(candidate, name));
	if (!row) return { answer: `I found nothing that is called "${name}".` };
	const outcome = turn.resultOf(doer);
	if (!outcome) return call(doer, argumentsFor(doer.parameters, row, text));
	if (outcome.isDeclined) return { answer: 'You declined it: nothing was done.' };
	if (outcome.refusal !== undefined) return { answer: `It did not work: ${outcome.refusal}` };
	return { answer: done };
}

/** Looks a question up in the knowledge base and tells what the first document says. */
function lookUp(turn: Turn): Reply {
	const finder = turn.find(/search documents/i);
	if (!finder) return { answer: 'I have no tool for that.' };
	const found = turn.resultOf(finder);
	if (!found) {
		const words = turn.asked.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
		const wanted = words.filter((word) => !IDLE.has(word)).join(' ');
		return call(finder, argumentsFor(finder.parameters, {}, wanted));
	}
	if (found.refusal !== undefined) return { answer: `I could not look: ${found.refusal}` };
	const [row] = found.rows;
	if (!row) return { answer: 'The knowledge base says nothing about that.' };
	const reader = turn.find(/get document/i);
	const read = reader && turn.resultOf(reader);
	if (reader && !read) return call(reader, argumentsFor(reader.parameters, row));
	return { answer: String(read?.rows[0]?.content ?? row.title) };
}

/**
 * The next words of the stand-in. It understands `Pause … "name"`, `Tell <name>: <message>`, and takes
 * anything else for a question to the knowledge base.
 */
export function decide(conversation: Conversation): Reply {
	const turn = new Turn(conversation);
	const [, paused] = /\bpause\b[^"]*"([^"]+)"/i.exec(turn.asked) ?? [];
	if (paused) {
		const done = `"${paused}" is paused. Nobody is called until it is resumed.`;
		return run(turn, { list: /many call lists/i, act: /pause call list/i, name: paused, done });
	}
	const [, person, text] = /^tell (\S+): (.+)$/is.exec(turn.asked.trim()) ?? [];
	if (person) {
		const act = /message to chat|reply to chat/i;
		const done = `I have written to ${person}.`;
		return run(turn, { list: /many chats/i, act, name: person, text, done });
	}
	return lookUp(turn);
}
