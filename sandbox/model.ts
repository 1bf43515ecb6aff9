/** A stand-in for a language model behind OpenAI's chat completions API, so that AI agents run without an account. */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readBody } from './body';
import { conversationSchema, decide, type Reply } from './modelScript';

/** The key that it takes, and its only model. */
const KEY = 'model-key';
const MODEL = 'scripted';

/** OpenAI's form of a refusal. */
const refuse = async (reply: FastifyReply, status: number, message: string) =>
	await reply.code(status).send({ error: { message, type: 'invalid_request_error' } });

/** A reply as the message of a chat completion. */
function messageOf(reply: Reply) {
	if ('answer' in reply) return { role: 'assistant', content: reply.answer };
	const calls = reply.calls.map(({ name, arguments: given }) => ({
		id: `call_${randomUUID()}`,
		type: 'function',
		function: { name, arguments: JSON.stringify(given) },
	}));
	return { role: 'assistant', content: null, tool_calls: calls };
}

function completion(reply: Reply, seconds: number) {
	const finish = 'answer' in reply ? 'stop' : 'tool_calls';
	return {
		id: `chatcmpl-${randomUUID()}`,
		object: 'chat.completion',
		created: seconds,
		model: MODEL,
		choices: [{ index: 0, message: messageOf(reply), finish_reason: finish }],
		usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 },
	};
}

/** Registers `/model/v1/models` and `/model/v1/chat/completions`; whole answers only, no streams. */
export function mountModel(app: FastifyInstance): void {
	const isKnown = ({ headers }: FastifyRequest) => headers.authorization === `Bearer ${KEY}`;

	app.get('/model/v1/models', async (request, reply) => {
		if (!isKnown(request)) return await refuse(reply, 401, 'Incorrect API key provided');
		const model = { id: MODEL, object: 'model', created: 0, owned_by: 'sandbox' };
		return { object: 'list', data: [model] };
	});

	app.post('/model/v1/chat/completions', async (request, reply) => {
		if (!isKnown(request)) return await refuse(reply, 401, 'Incorrect API key provided');
		const { value } = await readBody(request);
		const conversation = conversationSchema.safeParse(value);
		if (!conversation.success) return await refuse(reply, 400, conversation.error.message);
		if ((value as { stream?: unknown }).stream === true) {
			return await refuse(reply, 400, 'The stand-in does not stream: switch streaming off');
		}
		return completion(decide(conversation.data), Math.floor(Date.now() / 1000));
	});
}
