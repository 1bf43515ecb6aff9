import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { INodePropertyOptions } from 'n8n-workflow';

import { contracts, type Breach, type Contract } from '../support/contracts';
import { offeredIds } from '../support/offered';
import { operationsOf, packNodes } from '../support/descriptions';
import type { LoggedRequest } from '../../scripts/sandbox';
import { TRAFFIC } from '../support/sandboxes';

/** Requests that the suites made our nodes send, and what came back. */
const traffic = existsSync(TRAFFIC)
	? readdirSync(TRAFFIC).flatMap((file) =>
			readFileSync(join(TRAFFIC, file), 'utf8')
				.split('\n')
				.filter(Boolean)
				.map((line) => JSON.parse(line) as LoggedRequest),
		)
	: [];

/** Calls of one API that no injected fault shaped; requests for a token are no part of a contract. */
const callsOf = ({ vendor }: Contract) =>
	traffic.filter(
		(sent) => sent.vendor === vendor && sent.operationId !== 'token' && sent.fault === null,
	);

const exchange = ({ vendor, rawUrl, ...sent }: LoggedRequest) => ({
	...sent,
	url: rawUrl.slice(`/${vendor}`.length),
});

const report = (sent: LoggedRequest, breaches: Breach[]) =>
	breaches.map(
		({ where, what }) =>
			`${sent.suite}: ${sent.method} ${sent.rawUrl} (${sent.status}) ${where}: ${what}`,
	);

/** What only the service can judge, and refused: an ID or the form of a text that the user typed. */
const onPurpose = ({ status }: LoggedRequest, { where, keyword }: Breach) =>
	status >= 400 && status < 500 && (where === 'path' || keyword === 'format');

test('the engine and fault suites left what they sent', () => {
	expect(traffic.length).toBeGreaterThan(0);
});

describe.each(contracts().map((contract): [string, Contract] => [contract.vendor, contract]))(
	'%s',
	(_, contract) => {
		const calls = callsOf(contract);

		test('was called', () => {
			expect(calls.length).toBeGreaterThan(0);
		});

		test('every request follows the contract', () => {
			const breaches = calls.flatMap((sent) => {
				const found = contract.checkRequest(exchange(sent));
				return report(
					sent,
					found.filter((breach) => !onPurpose(sent, breach)),
				);
			});
			expect(breaches).toEqual([]);
		});

		test('every answer follows the contract', () => {
			const breaches = calls.flatMap((sent) =>
				report(sent, contract.checkResponse(exchange(sent))),
			);
			expect(breaches).toEqual([]);
		});

		test('the sandbox took every request for the operation that it is', () => {
			const differing = calls.filter(
				(sent) => sent.operationId !== (contract.match(exchange(sent))?.operation.id ?? null),
			);
			expect(differing.map(({ method, rawUrl }) => `${method} ${rawUrl}`)).toEqual([]);
		});

		test('every operation was called with success', () => {
			const done = calls.filter(({ status }) => status >= 200 && status < 300);
			const called = new Set(done.map(({ operationId }) => operationId));
			expect(contract.operations.length).toBeGreaterThan(0);
			const never = contract.operations.filter(({ id }) => !called.has(id));
			expect(never.map(({ id }) => id)).toEqual([]);
		});

		test('what the node makes of several operations, and events, are made of operations it has', () => {
			const ids = contract.operations.map(({ id }) => id);
			for (const uses of [...contract.composed.values(), ...contract.events.values()]) {
				expect(ids).toEqual(expect.arrayContaining(uses));
			}
		});

		test('the events of its triggers are in the contract, and the reverse', () => {
			// One that calls nothing of the vendor's, as its webhook is entered by hand, is in none.
			const named = new Set([...contract.events.keys()].map((id) => id.split('.')[0]));
			const offered = packNodes()
				.filter(({ folder }) => folder === contract.node)
				.filter(({ node, description }) => description.polling || named.has(node.constructor.name))
				.flatMap(({ node, description }) => {
					const event = description.properties.find(({ name }) => name === 'event');
					return (event?.options as INodePropertyOptions[]).map(
						({ value }) => `${node.constructor.name}.${String(value)}`,
					);
				});
			expect(offered.sort()).toEqual([...contract.events.keys()].sort());
		});

		test('its operations are those of the node, and the reverse', () => {
			const offered = packNodes()
				.filter(({ folder }) => folder === contract.node)
				.flatMap(({ description }) => operationsOf(description).map(({ id }) => id));
			expect(offered.sort()).toEqual(offeredIds(contract));
		});
	},
);

describe('the checks themselves', () => {
	const all = contracts();
	const sample = (vendor: string, id: string) => {
		const contract = all.find((one) => one.vendor === vendor) as Contract;
		const sent = callsOf(contract).find(
			({ operationId, status }) => operationId === id && status === 200,
		) as LoggedRequest;
		return { contract, sent: exchange(sent) };
	};

	test('find a query parameter that is not described, or has the wrong type', () => {
		const { contract, sent } = sample('naxon', 'conversation.getAll');
		const breachesOf = (query: string) =>
			contract.checkRequest({ ...sent, url: `/conversations?${query}` });
		expect(breachesOf('page=1&since=2025-05-05T05%3A05%3A05%2B0700')).toEqual([]);
		expect(breachesOf('pages=1')).toMatchObject([{ where: 'query' }]);
		expect(breachesOf('page=one')).toMatchObject([{ where: 'query' }]);
		expect(breachesOf('page=1&page=2')).toMatchObject([{ where: 'query' }]);
		expect(breachesOf('sort=id')).toMatchObject([{ where: 'query' }]);
		expect(breachesOf('since=2025-05-05T05:05:05+0700')).toMatchObject([{ where: 'query' }]);
	});

	test('find keys in the query that fit no alternative, and take them for no parameters', () => {
		const contract = all.find(({ vendor }) => vendor === 'koopid') as Contract;
		const sent = { method: 'GET', contentType: null, body: null, status: 200, responseBody: [] };
		const breachesOf = (query: string) =>
			contract.checkRequest({ ...sent, url: `/Dashboard/1020/RedactedMessages?${query}` });
		expect(breachesOf('apiKey=key&providerId=1020&start=1')).toEqual([]);
		expect(breachesOf('partnerId=1021&apiKey=key&providerId=1020')).toEqual([]);
		for (const wrong of [
			'apiKey=key',
			'start=1',
			'apiKey=key&partnerId=1021',
			'apiKey=key&providerId=1020&partnerId=',
			'apiKey=key&apiKey=key&providerId=1020',
			'apiKey=key&providerId=1020&key=key',
			'apiKey=key&providerId=1020&start=now',
		]) {
			const breaches = breachesOf(wrong);
			expect([wrong, breaches.length]).not.toEqual([wrong, 0]);
			expect(breaches.every(({ where }) => where === 'query')).toBe(true);
		}
		const naxon = all.find(({ vendor }) => vendor === 'naxon') as Contract;
		expect(naxon.checkRequest({ ...sent, url: '/models?apiKey=key' })).toMatchObject([
			{ where: 'query' },
		]);
	});

	test('find an address that is none, a body too many and a wrong ID', () => {
		const { contract, sent } = sample('naxon', 'conversation.get');
		expect(contract.checkRequest({ ...sent, method: 'PUT' })).toMatchObject([
			{ where: 'operation' },
		]);
		expect(contract.checkRequest({ ...sent, url: '/conversations/x/y' })).toMatchObject([
			{ where: 'operation' },
		]);
		expect(contract.checkRequest({ ...sent, body: { a: 1 } })).toMatchObject([{ where: 'body' }]);
		expect(contract.checkRequest({ ...sent, url: '/conversations/abc' })).toMatchObject([
			{ where: 'path' },
		]);
	});

	test('find an answer of another shape', () => {
		const { contract, sent } = sample('naxon', 'conversation.getAll');
		const body = sent.responseBody as { data: object[] };
		const breachesOf = (responseBody: unknown) =>
			contract.checkResponse({ ...sent, responseBody }).length;
		expect(breachesOf(body)).toBe(0);
		expect(breachesOf({ ...body, page: '1' })).toBeGreaterThan(0);
		expect(breachesOf({ ...body, data: [{ id: 'one' }] })).toBeGreaterThan(0);
		expect(breachesOf(body.data)).toBeGreaterThan(0);
	});

	test('find a body that lacks something, has the wrong type or the wrong media type', () => {
		const { contract, sent } = sample('koda', 'callList.create');
		const breachesOf = (changes: object) => contract.checkRequest({ ...sent, ...changes });
		expect(breachesOf({})).toEqual([]);
		const body = sent.body as Record<string, unknown>;
		for (const name of Object.keys(body)) {
			expect([name, breachesOf({ body: { ...body, [name]: { no: 'such' } } })]).toEqual([
				name,
				expect.arrayContaining([expect.objectContaining({ where: 'body' })]),
			]);
		}
		const { name: __, ...rest } = body;
		expect(breachesOf({ body: rest })).toMatchObject([{ where: 'body' }]);
		expect(breachesOf({ body: null })).toMatchObject([{ where: 'body' }]);
		expect(breachesOf({ contentType: 'text/plain' })).toMatchObject([{ where: 'contentType' }]);
	});
});
