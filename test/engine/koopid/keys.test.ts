import { inspect } from 'node:util';
import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';

import { Koopid } from '../../../nodes/Koopid/Koopid.node';
import type { Result } from '../../../engine/runNode';
import {
	ANALYTICS_POST,
	KEYS,
	koopidAccount,
	PLAIN_GETS,
	RANGED_GETS,
	STATISTICS,
	useKoopid,
	toldOf,
} from '../../support/koopid';
import { listen } from '../../support/logs';
import { testEach } from '../../support/sandbox';

/** The keys are in the address of every call, and the API key is in nothing that a user or a log sees. */
const { sandbox, run, sent, onlySent, fault } = useKoopid();

const ALL = [...STATISTICS, ANALYTICS_POST, ...RANGED_GETS, ...PLAIN_GETS];

test('there are nineteen operations', () => {
	expect(new Set(ALL.map(([id]) => id)).size).toBe(19);
});

const WITHOUT = { apiKey: 'koopid-key', providerId: '1020' };
const [first] = ALL;

const accountsOf: Array<[string, ICredentialDataDecryptedObject, object]> = [
	['with a partner', { partnerId: ' 1021 ' }, KEYS],
	['without one', { partnerId: '' }, WITHOUT],
	['with a partner of white space', { partnerId: ' ' }, WITHOUT],
	['with white space around', { apiKey: ' koopid-key\n', providerId: ' 1020 ' }, KEYS],
];

testEach(
	'each operation has its keys in the query, with a partner or without',
	[
		...ALL.flatMap((called) => accountsOf.slice(0, 2).map((account) => [called, account] as const)),
		...accountsOf.slice(2).map((account) => [first, account] as const),
	],
	async ([[id, , parameters], [, changes, keys]]) => {
		const credentials = koopidAccount(sandbox().url, changes);
		const { error } = await run(id, parameters, { credentials });
		expect(error).toBeUndefined();
		const { query, headers, body, status } = await onlySent();
		expect(query).toEqual(keys);
		expect([200, 201]).toContain(status);
		expect(JSON.stringify([headers, body])).not.toContain('koopid-key');
	},
);

/** Everything of it that a URL has to encode is in it, but for letters that services encode in several ways. */
const KEY = "k3y+/=& ?#%ü|!'()*$~_end";
const strict = (text: string) =>
	encodeURIComponent(text).replace(
		/[!'()*]/g,
		(c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
	);

/** The key as it is, and as it stands in an address. */
const FORMS = [
	KEY,
	encodeURIComponent(KEY),
	strict(KEY),
	strict(KEY).replace(/%../g, (x) => x.toLowerCase()),
	new URLSearchParams({ k: KEY }).toString().slice(2),
];

/** What a service can say that has heard the key: in its words, in data beside them, as name and value. */
const echo = {
	message: `Not with ${KEY}`,
	error: `GET /Dashboard/ChatStats?apiKey=${encodeURIComponent(KEY)}&providerId=1020`,
	request: { forms: FORMS, apiKey: KEY, [KEY]: [encodeURIComponent(KEY)] },
};

const location = `https://elsewhere.example/Dashboard?apiKey=${FORMS.slice(1).join('&a=')}&providerId=1020`;

const troubles: Array<[string, object | undefined, RegExp]> = [
	['401 of the service itself', undefined, /did not accept the credential/],
	...[401, 403, 404, 400, 422].map((status): [string, object, RegExp] => [
		`${status} that repeats the key`,
		{ kind: 'status', status, body: echo },
		/Koopid (did not accept|does not allow|does not know)/,
	]),
	...[500, 503].map((status): [string, object, RegExp] => [
		`${status} that repeats the key`,
		{ kind: 'status', status, body: echo },
		/Koopid (is not available right now|answered) \(?50/,
	]),
	[
		'400 in a text that repeats the key',
		{ kind: 'status', status: 400, headers: { 'content-type': 'text/plain' }, body: FORMS.join() },
		/did not accept the values/,
	],
	['a reset connection', { kind: 'reset' }, /gave no whole answer|broke before an answer/],
	[
		'half an answer',
		{ kind: 'truncate', status: 200, body: echo },
		/gave no whole answer|broke before an answer/,
	],
	[
		'a web page that repeats the key',
		{ kind: 'html', body: `<html>${FORMS.join()}</html>` },
		/answered with a web page|answered something unreadable/,
	],
	[
		'a web page with status 404',
		{ kind: 'html', status: 404, body: `<html>${FORMS.join()}</html>` },
		/does not know what was asked for/,
	],
	...[301, 307].map((status): [string, object, RegExp] => [
		`${status} to an address with the key`,
		{ kind: 'status', status, headers: { location }, body: echo },
		/points to (another address: )?https:\/\/elsewhere\.example/,
	]),
];

/** Asserts that no form of the key is in anything that leaves the node. */
function expectNoKey(result: Result, logged: string): void {
	const {
		error,
		json,
		run: { data },
	} = result;
	const seen = {
		message: error?.message,
		description: error?.description,
		output: JSON.stringify(json),
		run: JSON.stringify(result.run),
		errors: inspect([error, data.resultData], { depth: Infinity, showHidden: true }),
		logged,
	};
	for (const form of FORMS) {
		for (const [where, text] of Object.entries(seen)) {
			expect([where, text?.includes(form) ?? false]).toEqual([where, false]);
		}
	}
}

describe('the API key stays inside', () => {
	afterEach(() => jest.restoreAllMocks());

	/** Everything that is logged from now on, and nothing of before. */
	const overhear = () => {
		jest.restoreAllMocks();
		return listen(Koopid);
	};

	const operations: Array<[string, INodeParameters]> = [
		['agent.getAccessStats', {}],
		['message.getRedacted', {}],
		['analytics.post', { analysisType: 'sentiment' }],
	];
	/** What becomes of an answer does not depend on the operation, only the address that has the key. */
	const [operation] = operations;
	const cases = [
		...troubles.map((trouble) => [trouble, operation] as const),
		...operations.slice(1).map((other) => [troubles[1], other] as const),
	];

	testEach('after any trouble', cases, async ([[, faults, words], [id, parameters]]) => {
		const logs = overhear();
		const credentials = koopidAccount(sandbox().url, { apiKey: KEY });
		const all = { ...parameters, requestOptions: { maxRetryWait: 0 } };
		for (const onError of ['stopWorkflow', 'continueRegularOutput'] as const) {
			if (faults) await fault(id, faults);
			const result = await run(id, all, { credentials, settings: { onError } });
			const message = result.error?.message ?? (result.json[0].error as unknown as string);
			expect(message).toMatch(words);
			expectNoKey(result, logs());
		}
		const requests = await sent(id);
		expect(requests.map(({ query }) => query.apiKey)).toEqual([KEY, KEY]);
		expect(requests[0].rawUrl).toContain(`apiKey=${strict(KEY)}&`);
		expect(logs()).toMatch(words);
	});

	testEach('when the service cannot be reached', operations, async ([id, parameters]) => {
		const logs = overhear();
		// Port 9 (discard) has no listener here.
		const credentials = koopidAccount('', { apiKey: KEY, baseUrl: 'http://127.0.0.1:9/koopid' });
		const all = { ...parameters, requestOptions: { maxRetryWait: 0 } };
		for (const onError of ['stopWorkflow', 'continueRegularOutput'] as const) {
			const result = await run(id, all, { credentials, settings: { onError } });
			const message = result.error?.message ?? result.json[0].error;
			expect(message).toContain(
				'Koopid could not be reached at 127.0.0.1:9 (connection refused, tried once)',
			);
			expectNoKey(result, logs());
		}
		expect(logs()).toContain('could not be reached');
	});

	test('when no answer comes in time', async () => {
		const [id, parameters] = operation;
		const logs = overhear();
		await fault(id, { kind: 'delay', delayMs: 60_000 });
		const credentials = koopidAccount(sandbox().url, { apiKey: KEY });
		const requestOptions = { maxRetryWait: 0, timeout: 3 };
		const result = await run(id, { ...parameters, requestOptions }, { credentials });
		expect(result.error?.message).toMatch(/no answer in time|broke before an answer/);
		expectNoKey(result, logs());
	});

	testEach('when a value is refused, and when all is well', operations, async ([id, own]) => {
		const logs = overhear();
		const credentials = koopidAccount(sandbox().url, { apiKey: KEY });
		const wrong = await run(id, { ...own, from: 'never' }, { credentials });
		expect(wrong.error?.message).toContain("'From' is not a date");
		expectNoKey(wrong, logs());
		await fault(id, { kind: 'status', status: 200, body: [{ fine: true }] });
		const well = await run(id, own, { credentials });
		expect(well.json).toEqual([{ fine: true, ...toldOf(id) }]);
		expectNoKey(well, logs());
		expect(logs()).toContain('Running node');
	});

	test('that is stored with white space around', async () => {
		const credentials = koopidAccount(sandbox().url, { apiKey: ` ${KEY}\n` });
		await fault('agent.getAccessStats', { kind: 'status', status: 400, body: echo });
		const result = await run('agent.getAccessStats', {}, { credentials });
		expect(result.error?.description).toContain('***');
		expectNoKey(result, '');
	});

	test('that an answer repeats in its data', async () => {
		const self = `/Dashboard/AgentAccessStats?apiKey=${strict(KEY)}&providerId=1020`;
		const body = [{ self, logins: 3, said: echo }];
		await fault('agent.getAccessStats', { kind: 'status', status: 200, body });
		const credentials = koopidAccount(sandbox().url, { apiKey: KEY });
		const result = await run('agent.getAccessStats', {}, { credentials });
		expect(result.json).toMatchObject([
			{ self: '/Dashboard/AgentAccessStats?apiKey=***&providerId=1020', logins: 3 },
		]);
		expectNoKey(result, '');
	});

	testEach(
		'but for what may be part of the data by chance',
		[
			['a short key', 'sale', [{ team: 'sales', text: 'on sale' }]],
			['another signed token', KEY, [{ token: 'eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.c2lnbmF0dXJl-_' }]],
		] as Array<[string, string, object[]]>,
		async ([, apiKey, body]) => {
			await fault('agent.getAccessStats', { kind: 'status', status: 200, body });
			const credentials = koopidAccount(sandbox().url, { apiKey });
			const { json, error } = await run('agent.getAccessStats', {}, { credentials });
			expect(error).toBeUndefined();
			expect(json).toEqual(body);
		},
	);

	test('a short key stays out of messages all the same', async () => {
		const body = { message: 'Not with sale' };
		await fault('agent.getAccessStats', { kind: 'status', status: 400, body });
		const credentials = koopidAccount(sandbox().url, { apiKey: 'sale' });
		const { error } = await run('agent.getAccessStats', {}, { credentials });
		expect(error?.description).toContain('Not with ***');
	});

	test('that stands in a status of the service', async () => {
		const id = 'message.getRedactedWithPlot';
		await fault(id, { kind: 'status', status: 200, body: { status: echo.message } });
		const credentials = koopidAccount(sandbox().url, { apiKey: KEY });
		const result = await run(id, {}, { credentials });
		expect(result.error?.message).toContain('Not with ***');
		expectNoKey(result, '');
	});

	test('a redirect is not followed, since it would carry the key elsewhere', async () => {
		const id = 'message.getRedacted';
		const to = `${sandbox().url}/koopid/Dashboard/ChatStats`;
		await fault(id, { kind: 'status', status: 302, headers: { location: to } });
		const { error } = await run(id);
		expect(error?.message).toBe(`Koopid points to another address: ${to} [item 0]`);
		expect(error?.description).toContain("Set 'Base URL'");
		expect(await onlySent()).toMatchObject({ operationId: id });
	});
});
