import { byId } from '../../../engine/jobs';
import { runNaxon, type NaxonState } from '../../support/naxon';
import { testEach, useSandbox } from '../../support/sandbox';

const sandbox = useSandbox();

const state = async () => await sandbox().state<NaxonState>('naxon');
const sent = async () => await sandbox().requests('naxon');
const onlySent = async () => {
	const requests = await sent();
	expect(requests).toHaveLength(1);
	return requests[0];
};

describe('From and To', () => {
	const dates: Array<[string, string, string]> = [
		['2025-05-05T05:05:05', 'Asia/Bangkok', '2025-05-05T05:05:05+0700'],
		['2025-05-05T05:05:05', 'Europe/Warsaw', '2025-05-05T05:05:05+0200'],
		['2025-01-05 05:05:05', 'Europe/Warsaw', '2025-01-05T05:05:05+0100'],
		['2025-05-05T05:05:05', 'UTC', '2025-05-05T05:05:05+0000'],
		['2025-05-05T05:05:05', 'America/St_Johns', '2025-05-05T05:05:05-0230'],
		['2025-05-04T22:05:05.999Z', 'Asia/Bangkok', '2025-05-05T05:05:05+0700'],
		['2025-05-05T05:05:05+07:00', 'Asia/Bangkok', '2025-05-05T05:05:05+0700'],
		['2025-05-05', 'Asia/Bangkok', '2025-05-05T00:00:00+0700'],
		['={{ 1746396305 }}', 'Asia/Bangkok', '2025-05-05T05:05:05+0700'],
		['={{ DateTime.fromSeconds(1746396305) }}', 'Asia/Bangkok', '2025-05-05T05:05:05+0700'],
	];

	testEach('dates are sent in the form of Naxon', dates, async ([given, timezone, expected]) => {
		const filters = { from: given, to: given };
		const { error } = await runNaxon(
			sandbox().url,
			'conversation.getAll',
			{ filters },
			{ timezone },
		);
		expect(error).toBeUndefined();
		const { query, rawUrl, contractErrors } = await onlySent();
		expect(query).toMatchObject({ since: expected, until: expected });
		expect(contractErrors).toEqual([]);
		expect(rawUrl).not.toContain('+');
		const [, raw] = /[?&]since=([^&]*)/.exec(rawUrl) ?? [];
		expect(raw.replaceAll('%3A', ':')).toBe(expected.replace('+', '%2B'));
	});

	test.each(['model.getAll', 'conversation.getAll'])('%s keeps both ends', async (operation) => {
		const all = await state();
		const rows = operation === 'model.getAll' ? all.models : all.conversations;
		const [from, to] = [rows[1].createdAt, rows[2].createdAt].map((ms) => ms / 1000);
		const filters = { from: `={{ ${from} }}`, to: `={{ ${to} }}` };
		const { json } = await runNaxon(sandbox().url, operation, { filters });
		expect(json.map(({ id }) => id)).toEqual([rows[1].id, rows[2].id]);
	});

	test('a model narrows the period too', async () => {
		const { conversations } = await state();
		const ofModel = conversations.filter(({ modelId }) => modelId === 103);
		const filters = { from: `={{ ${ofModel[2].createdAt} }}` };
		const { json } = await runNaxon(sandbox().url, 'conversation.getAll', {
			filters,
			model: byId(103),
		});
		expect(json.map(({ id }) => id)).toEqual(ofModel.slice(2).map(({ id }) => id));
		expect((await onlySent()).operationId).toBe('conversation.getAllOfModel');
	});

	test.each(['created_at', 'updated_at'])('sort %s is sent when chosen', async (sort) => {
		await runNaxon(sandbox().url, 'conversation.getAll', { filters: { sort } });
		await runNaxon(sandbox().url, 'conversation.getAll', { model: byId(101), filters: { sort } });
		expect((await sent()).map(({ query }) => query.sort)).toEqual([sort, sort]);
	});

	test('sort chooses the time that is compared', async () => {
		const { conversations } = await state();
		const last = Math.max(...conversations.map(({ createdAt }) => createdAt));
		const from = `={{ ${last + 60 * 60_000} }}`;
		const updated = conversations.filter(({ updatedAt }) => updatedAt >= last + 60 * 60_000);
		expect(updated.length).toBeGreaterThan(0);

		const filters = { from, sort: 'updated_at' };
		const { json } = await runNaxon(sandbox().url, 'conversation.getAll', { filters });
		expect(json.map(({ id }) => id)).toEqual(updated.map(({ id }) => id));
		const byCreation = await runNaxon(sandbox().url, 'conversation.getAll', { filters: { from } });
		expect(byCreation.json).toEqual([]);
	});
});
