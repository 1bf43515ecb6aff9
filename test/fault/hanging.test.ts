import type { Socket } from 'node:net';

import { accounts } from '../../engine/credentials';
import { createCallList, getConversation, itemsOf } from '../../engine/jobs';
import { runNode, type Job } from '../../engine/runNode';
import {
	answerJson,
	drip,
	startOddServer,
	type Answering,
	type OddServer,
} from '../support/oddServer';

/** Services that begin an answer, or none, and never end it: a call has a deadline of its own. */
let server: OddServer | undefined;

afterEach(async () => {
	await server?.close();
	server = undefined;
});

const GET = 'GET /naxon/conversations/1001';
const TOKEN = 'POST /koda/oauth/token';

/** Timeout is two seconds, and nothing is retried: a run that hangs ends by the test's own deadline. */
const requestOptions = { timeout: 2, maxRetryWait: 0 };

const dripping: Answering = (_, response) => drip(response);
const silent: Answering = () => {};
const switching: Answering = (_, response) =>
	(response.socket as Socket).write('HTTP/1.1 101 Switching Protocols\r\n\r\n');

const REASON = '(no answer in time|an answer that is no HTTP|unexpected answer)';

const HANGING = { 'never answers': silent, 'drips its body': dripping, 'answers 101': switching };
const hanging = Object.entries(HANGING);

async function start(answering: Answering): Promise<OddServer> {
	server = await startOddServer(answering);
	return server;
}

const run = async ({ url }: OddServer, job: Omit<Job, 'credentials'>) =>
	await runNode({ credentials: accounts(url), ...job });

const reading = { node: 'naxon', parameters: { ...getConversation, requestOptions } };
const writing = { node: 'koda', parameters: { ...createCallList, requestOptions } };

test.each(hanging)('a service that %s is given up in time', async (_, answering) => {
	const odd = await start(answering);
	const { error } = await run(odd, { ...reading, items: itemsOf([{ id: 1001 }]) });
	expect(error?.message).toMatch(new RegExp(`gave no whole answer \\(${REASON}, sent once\\)`));
	expect(odd.asked).toEqual([GET]);
});

test.each(hanging)('of a write to one that %s nobody knows the effect', async (_, answering) => {
	const odd = await start((request, response) =>
		request.url?.endsWith('/token')
			? answerJson(response, { access_token: 'a', token_type: 'bearer', expires_in: 60 })
			: answering(request, response),
	);
	const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 };
	const { error } = await run(odd, { ...writing, settings });
	expect(error?.message).toMatch(/whether the operation took effect is unknown/);
	expect(odd.asked.filter((asked) => asked !== TOKEN)).toHaveLength(1);
});

test.each(hanging)('a token endpoint that %s is given up in time', async (_, answering) => {
	const odd = await start(answering);
	const { error } = await run(odd, writing);
	expect(error?.message).toMatch(
		new RegExp(`^The token endpoint of KODA gave no answer \\(${REASON}`),
	);
	expect(error?.description).toMatch(/^Check 'Client ID'/);
	expect(odd.asked).toEqual([TOKEN]);
});

test('a token that comes too late sends nothing', async () => {
	let give = () => {};
	const odd = await start((_, response) => {
		give = () => answerJson(response, { access_token: 'a', token_type: 'bearer', expires_in: 60 });
	});
	await run(odd, writing);
	give();
	await new Promise((resolve) => setTimeout(resolve, 500));
	expect(odd.asked).toEqual([TOKEN]);
});

test('an execution that is stopped does not wait for a token', async () => {
	let stop = () => {};
	const odd = await start(() => stop());
	const parameters = { ...createCallList, requestOptions: { timeout: 3600 } };
	const { error } = await run(odd, {
		node: 'koda',
		parameters,
		onStart: (execution) => (stop = () => execution.cancel()),
	});
	expect(error?.message ?? 'stopped').toMatch(/stopped|cancel/);
	expect(odd.asked).toEqual([TOKEN]);
});

test('a service that never answers is asked no more after a while', async () => {
	const odd = await start(silent);
	const items = itemsOf(Array.from({ length: 100 }, (_, id) => ({ id: id + 1 })));
	const settings = { onError: 'continueRegularOutput' as const };
	const { json } = await run(odd, { ...reading, items, settings });
	const asked = odd.asked.length;
	expect(asked).toBeGreaterThanOrEqual(10);
	// Those that were under way with the tenth.
	expect(asked).toBeLessThan(60);
	const unsent = json.filter(({ error }) => String(error).includes('not asked any more'));
	expect(unsent).toHaveLength(100 - asked);
});
