import type { IDataObject } from 'n8n-workflow';

import {
	bodyOf,
	BOT,
	DAY,
	errorOf,
	sessionsOf,
	shownFields,
	SKIP_FAILED,
	useKore,
} from '../../support/koreAi';

/** Kore.ai Contact Center: interactions, as its analytics have them. */
const { sandbox, run, sent, onlySent, answerWith, state } = useKore();

const LIST = 'interaction.getAll';
interface Answer {
	data: Array<{ destinations: Array<{ queueId: string; respondingAgent: { name: string } }> }>;
}

const all = { returnAll: true };
const iso = (time: number) => new Date(time).toISOString();
const idsOf = (rows: IDataObject[]) => rows.map(({ sessionId }) => sessionId);

beforeEach(async () => {
	// Twenty, over three weeks, of which agents had every second one.
	for (const handedOver of [false, true]) {
		const at = iso(Date.now() - (handedOver ? 20 : 21) * DAY);
		const seed = {
			vendor: 'kore-ai',
			at,
			everySeconds: (2 * DAY) / 1000,
			sessions: 10,
			handedOver,
		};
		await sandbox().control('seed', seed);
	}
});

test('of the last seven days, with the account and the bot in the headers', async () => {
	const { json, error } = await run(LIST, all);
	expect(error).toBeUndefined();
	const wanted = sessionsOf(await state(), BOT, Date.now() - 7 * DAY);
	expect(wanted.length).toBe(5);
	expect(idsOf(json)).toEqual(wanted.map(({ id }) => id));
	const { headers, path, query, body, contractErrors } = await onlySent();
	expect(contractErrors).toEqual([]);
	expect(headers.iid).toBe(BOT);
	const account = String(headers.accountid);
	expect(path).toBe(`/agentassist/api/public/analytics/account/${account}/v2/interactionDetails`);
	expect(query).toEqual({ limit: '100', offset: '0' });
	expect(Object.keys(body as object).sort()).toEqual(['endDate', 'startDate', 'timeZoneOffset']);
});

test('in ten fields, with agent and queue; raw with what is included', async () => {
	const from = iso(Date.now() - 29 * DAY);
	const { json } = await run(LIST, { ...all, filters: { from, direction: 'Inbound' } });
	expect(json.length).toBeGreaterThan(0);
	expect(Object.keys(json[0]).sort()).toEqual(shownFields(LIST));
	const queues = new Set(json.map(({ queue }) => queue));
	expect([...queues].every((queue) => ['Default Queue', 'Billing'].includes(String(queue)))).toBe(
		true,
	);
	const data = (await sent(LIST)).flatMap(({ responseBody }) => (responseBody as Answer).data);
	const [{ destinations }] = data;
	expect(json[0].agent).toBe(destinations[0].respondingAgent.name);

	const filters = { from, queues: [destinations[0].queueId], channels: ['rtm'] };
	const options = { include: ['customerinfo', 'skills'] };
	const { json: raw } = await run(LIST, { limit: 1, filters, options, simplify: false });
	expect(raw[0]).toMatchObject({ skills: [], customerinfo: { CenterPhone: '' } });
	const request = (await sent(LIST)).at(-1)!;
	expect(request.contractErrors).toEqual([]);
	expect(bodyOf(request)).toMatchObject({
		queues: filters.queues,
		channels: ['rtm'],
		selectedFields: options.include,
	});
	expect(request.query.limit).toBe('1');
});

test('a long range in parts of seven days, the latest first', async () => {
	const from = Date.now() - 25 * DAY;
	const { json } = await run(LIST, { ...all, filters: { from: iso(from) } });
	const wanted = sessionsOf(await state(), BOT, from);
	expect(idsOf(json)).toEqual(wanted.map(({ id }) => id));
	expect(await sent(LIST)).toHaveLength(4);
});

test('more than a period gives come in halves of it', async () => {
	const at = iso(Date.now() - DAY);
	const seed = { vendor: 'kore-ai', at, everySeconds: 10, sessions: 1200 };
	await sandbox().control('seed', seed);
	const { json, error } = await run(LIST, all);
	expect(error).toBeUndefined();
	const wanted = sessionsOf(await state(), BOT, Date.now() - 7 * DAY);
	expect(new Set(idsOf(json))).toEqual(new Set(wanted.map(({ id }) => id)));
	expect(json).toHaveLength(wanted.length);
	const pages = (await sent(LIST)).map(({ query }) => Number(query.offset));
	expect(Math.max(...pages)).toBe(10);
});

test('a date in the future, a missing account and another answer fail with words', async () => {
	const filters = { from: iso(Date.now() + DAY) };
	const { error } = await run(LIST, { filters });
	expect(error?.message).toContain("'From'");
	const { error: without } = await run(LIST, {}, { account: { accountId: '' } });
	expect(without?.message).toContain("'Account ID'");
	expect(await sent(LIST)).toEqual([]);
	await answerWith(LIST, { numResults: 1, rows: [] });
	const { outputs } = await run(LIST, {}, { settings: SKIP_FAILED });
	expect(errorOf(outputs[0][0]).message).toContain('Kore.ai');
});
