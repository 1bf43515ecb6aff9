import type { IDataObject, INode, IPollFunctions } from 'n8n-workflow';
import { ObservableObject } from 'n8n-workflow';

import type { Field } from '../../nodes/shared/fields/field';
import type { Fields } from '../../nodes/shared/fields/fields';
import {
	describeEvents,
	poll,
	type PollContext,
	type PollEvent,
} from '../../nodes/shared/trigger/poll';
import { aNumber, thingOf } from '../../nodes/shared/trigger/form';
import type { Route, Vendor } from '../../nodes/shared/call/vendor';

const vendor: Vendor<object> = {
	name: 'Vendor',
	credential: 'vendorApi',
	credentialFields: "'API Key'",
	oauth2: false,
	routes: {} as never,
	unwrap: (body) => body,
	paging: { size: 10, ask: () => ({}), read: () => ({ rows: [], last: true }) },
};

const bot: Field = { displayName: 'Bot', name: 'bot', type: 'string', default: '' };
const word: Field = { displayName: 'Word', name: 'word', type: 'string', default: '' };

type State = { polls: number };
type Given = PollContext<object, unknown>;

const botOf = (fields: Fields<object>) => (fields as Fields<{ bot: string }>).get('bot');

/** An event that notes what it is given, and gives as many items as polls were made. */
function eventOf(value: string, fields: Field[], given: Given[]): PollEvent<object> {
	return {
		name: `Event ${value}`,
		value,
		description: 'Something happened',
		form: { number: 1, fits: thingOf<State>({ polls: aNumber }) },
		fields,
		scope: botOf,
		poll: async (one) => {
			given.push(one);
			if (botOf(one.fields) === 'broken') throw new Error('The service is gone');
			const polls = ((one.state as State | undefined)?.polls ?? 0) + 1;
			const length = { quiet: 0, busy: 3 }[botOf(one.fields)] ?? polls;
			const items = Array.from({ length }, (_, index) => ({ number: index + 1 }));
			return await Promise.resolve({ items, state: { polls } });
		},
	};
}

const account = { id: '1', name: 'Account' };

/** A published workflow, as far as a poll sees it. */
function workflow() {
	const given: Given[] = [];
	const others: Given[] = [];
	const events = [eventOf('b', [bot], given), eventOf('a', [bot, word], others)];
	let kept: IDataObject = {};
	const logged: string[] = [];
	const runRaw = async (
		change: IDataObject = {},
		credential = account,
		mode = 'trigger',
		ids: { id: string; workflow: string } = { id: 'n', workflow: 'w' },
	) => {
		const parameters: IDataObject = { event: 'b', bot: 'one', options: {}, ...change };
		const credentials = { vendorApi: credential };
		const node = { id: ids.id, name: 'Node', parameters, credentials } as unknown as INode;
		const data = ObservableObject.create(kept) as IDataObject;
		const functions = {
			getMode: () => mode,
			getNode: () => node,
			getWorkflow: () => ({ id: ids.workflow }),
			getTimezone: () => 'Europe/Warsaw',
			getNodeParameter: (name: string) => parameters[name] ?? null,
			getCredentials: async () => await Promise.resolve({ baseUrl: 'https://api.example' }),
			getWorkflowStaticData: () => data,
			logger: { warn: (text: string) => logged.push(text) },
		};
		return await poll(functions as unknown as IPollFunctions, vendor, events).finally(() => {
			kept = JSON.parse(JSON.stringify(data)) as IDataObject;
		});
	};
	const run = async (...given: Parameters<typeof runRaw>) =>
		((await runRaw(...given)) ?? []).flat().map(({ json }) => json);
	return {
		run,
		runRaw,
		given,
		kept: () => kept,
		/** Changes what n8n keeps. */
		spoil: (state: unknown) => void (kept = { ...kept, state } as IDataObject),
		events,
		logged,
		others,
		states: () => given.map(({ state }) => (state as State | undefined)?.polls),
	};
}

test('what a poll leaves is given to the next, also after a restart', async () => {
	const { run, states } = workflow();
	expect(await run()).toEqual([{ number: 1 }]);
	expect(await run()).toEqual([{ number: 1 }, { number: 2 }]);
	await run();
	expect(states()).toEqual([undefined, 1, 2]);
});

test('what a poll changes in its state counts only when it succeeds', async () => {
	const { run, kept } = workflow();
	await run();
	const before = kept();
	await expect(run({ bot: 'broken' })).rejects.toThrow('The service is gone');
	expect(kept()).toEqual(before);
	expect(await run()).toHaveLength(2);
});

test.each<[string, IDataObject, { id: string; name: string }, boolean]>([
	['the credential has another name', {}, { ...account, name: 'Renamed' }, false],
	['the start changes', { options: { startFrom: '2026-01-01' } }, account, false],
	['another field changes', { word: 'other' }, account, false],
	['it is another credential', {}, { ...account, id: '2' }, true],
	['it is about something else', { bot: 'two' }, account, true],
])('when %s, it goes on or begins anew', async (_, change, credential, anew) => {
	const { run, states } = workflow();
	await run();
	await run(change, credential);
	expect(states()[1]).toBe(anew ? undefined : 1);
});

/** What a workflow is given after what n8n keeps of it was changed. */
async function givenAfter(change: (one: ReturnType<typeof workflow>) => void) {
	const one = workflow();
	// Of what was begun with already, all would come once more.
	const options = { startFrom: '2026-01-31' };
	await one.run({ options });
	expect(one.logged).toEqual([]);
	change(one);
	for (const _poll of [1, 2]) await one.run({ options });
	const starts = one.given.map(({ start }) => start?.toISODate());
	return { states: one.states(), starts: starts.slice(0, 2), logged: one.logged };
}

const ANEW = {
	states: [undefined, undefined, 1],
	starts: ['2026-01-31', undefined],
	logged: [expect.stringMatching(/another form.*begins anew/)],
};

test('a state of a form with another number begins anew, says so once, and goes on', async () => {
	const changed = await givenAfter(({ events }) => {
		events[0].form = { ...events[0].form, number: 2 };
	});
	expect(changed).toEqual(ANEW);
});

test.each<unknown>([
	{},
	{ polls: '1' },
	{ polls: null },
	{ polls: 1, more: 1 },
	[1],
	'polls',
	null,
	undefined,
])('so does one that is %j', async (state) => {
	expect(await givenAfter(({ spoil }) => spoil(state))).toEqual(ANEW);
});

test('in the last third of its time, a poll begins no other part of what is to be read', async () => {
	jest.useFakeTimers();
	try {
		const { run, given } = workflow();
		await run();
		expect(given[0].goesOn()).toBe(true);
		jest.advanceTimersByTime(199_000);
		expect(given[0].goesOn()).toBe(true);
		jest.advanceTimersByTime(2000);
		expect(given[0].goesOn()).toBe(false);
	} finally {
		jest.useRealTimers();
	}
});

test('only the event that is chosen is polled, and another one begins anew', async () => {
	const { run, given, others } = workflow();
	await run();
	await run({ event: 'a' });
	expect([given.length, others.length]).toEqual([1, 1]);
	expect(others[0].state).toBeUndefined();
});

test('a poll that finds nothing starts nothing', async () => {
	expect(await workflow().runRaw({ bot: 'quiet' })).toBeNull();
	expect(await workflow().runRaw()).toEqual([[{ json: { number: 1 } }]]);
});

test.each<[string, Parameters<ReturnType<typeof workflow>['runRaw']>, boolean]>([
	['the same', [], false],
	['another node', [{}, account, 'trigger', { id: 'm', workflow: 'w' }], true],
	['another workflow', [{}, account, 'trigger', { id: 'n', workflow: 'v' }], true],
	['the same with other settings', [{ bot: 'two' }], true],
	['the button of the editor', [{}, account, 'manual'], true],
])('while a poll is under way, %s begins: %j', async (_, other, begins) => {
	const { runRaw, given } = workflow();
	const [, second] = await Promise.all([runRaw(), runRaw(...other)]);
	expect([second !== null, given.length]).toEqual([begins, begins ? 2 : 1]);
	expect(await runRaw(...other)).not.toBeNull();
});

test('an event that the trigger does not have is refused', async () => {
	await expect(workflow().run({ event: 'c' })).rejects.toThrow("Choose an event in 'Trigger On'");
});

test('the start is read in the zone of the workflow', async () => {
	const { run, given } = workflow();
	await run({ options: { startFrom: '2026-01-31T09:00' } });
	await run();
	expect(given[0].start?.toISO()).toBe('2026-01-31T09:00:00.000+01:00');
	expect(given[0].timezone).toBe('Europe/Warsaw');
	expect(given[1].start).toBeUndefined();
});

describe('Fetch Test Event', () => {
	const fetchOne = async (change: IDataObject) => {
		const { run, given, kept } = workflow();
		await run();
		await run();
		expect(given.map(({ isTest }) => isTest)).toEqual([undefined, undefined]);
		const before = kept();
		const now = Date.now();
		const result = await run(change, account, 'manual').catch((error: Error) => error);
		expect(kept()).toEqual(before);
		const starts = given.slice(2).map(({ start }) => (now - Number(start?.toMillis())) / 3_600_000);
		expect(given.slice(2).every(({ state }) => state === undefined)).toBe(true);
		expect(given.slice(2).every(({ isTest }) => isTest)).toBe(true);
		return { result, hours: starts.map(Math.round) };
	};

	test('gives the last event of the last hour, and keeps nothing', async () => {
		const options = { startFrom: '2026-01-31' };
		const { result, hours } = await fetchOne({ bot: 'busy', options });
		expect(result).toEqual([{ number: 3 }]);
		expect(hours).toEqual([1]);
	});

	test('looks farther back when nothing is nearer', async () => {
		const { result, hours } = await fetchOne({ bot: 'quiet' });
		expect(result).toMatchObject({
			message: 'Nothing happened in the last 7 days',
			description: expect.stringContaining('fetch again') as string,
		});
		expect(hours).toEqual([1, 24, 7 * 24]);
	});
});

test('a field that events share is described once, and shown for them', () => {
	const events = [eventOf('b', [bot], []), eventOf('a', [bot, word], [])];
	const [which, ...fields] = describeEvents(events);
	expect(which).toMatchObject({
		displayName: 'Trigger On',
		name: 'event',
		type: 'options',
		noDataExpression: true,
		default: 'b',
		options: [{ value: 'a' }, { value: 'b' }],
	});
	const shown = fields.map(({ name, displayOptions }) => [name, displayOptions?.show?.event]);
	expect(shown).toEqual([
		['bot', ['b', 'a']],
		['word', ['a']],
		['options', undefined],
		['requestOptions', undefined],
	]);
});

describe('a poll waits for half of the time that n8n gives it', () => {
	const routes = {
		'thing.get': { method: 'GET', path: '/things', evidence: 'documented', safe: true, scopes: [] },
	} satisfies Record<string, Route>;
	const event: PollEvent<{ 'thing.get': object }> = {
		...eventOf('b', [], []),
		poll: async ({ api }) => ({ items: [await api.call('thing.get', {})], state: {} }),
		scope: () => 'all',
	};

	/** How often the service is asked, which first wants a pause, and whether the poll succeeds. */
	async function pollWith(pauseMs: number, budget?: number) {
		const request = jest.fn<Promise<object>, []>().mockResolvedValue({
			statusCode: 200,
			headers: {},
			body: { id: 1 },
		});
		const refusal = { statusCode: 429, headers: { 'retry-after-ms': String(pauseMs) }, body: {} };
		request.mockResolvedValueOnce(refusal);
		const parameters: IDataObject = { event: 'b', options: {} };
		const functions = {
			getMode: () => 'trigger',
			getNode: () => ({ id: 'n', name: 'Node', parameters }),
			getWorkflow: () => ({ id: 'w' }),
			getTimezone: () => 'UTC',
			getNodeParameter: (name: string) => parameters[name] ?? null,
			getCredentials: async () => await Promise.resolve({ baseUrl: 'https://api.example' }),
			getWorkflowStaticData: () => ({}),
			getPollBudgetMs: budget === undefined ? undefined : () => budget,
			helpers: { httpRequestWithAuthentication: request },
		};
		const own = { ...vendor, routes } as unknown as Vendor<{ 'thing.get': object }>;
		const output = await poll(functions as unknown as IPollFunctions, own, [event]).catch(
			() => undefined,
		);
		return { calls: request.mock.calls.length, found: output?.flat().length };
	}

	test.each([
		[4000, 2001, { calls: 1, found: undefined }],
		[4000, 3, { calls: 2, found: 1 }],
		[undefined, 3, { calls: 2, found: 1 }],
	])('of %j ms, when a service asks for %d ms: %j', async (budget, pauseMs, expected) => {
		expect(await pollWith(pauseMs, budget)).toEqual(expected);
	});
});

describe('a poll that never ends', () => {
	const routes = {
		'thing.get': { method: 'GET', path: '/things', evidence: 'documented', safe: true, scopes: [] },
	} satisfies Record<string, Route>;
	const own = { ...vendor, routes } as unknown as Vendor<{ 'thing.get': object }>;
	const answer = { statusCode: 200, headers: {}, body: { id: 1 } };
	const never = async () => await new Promise<never>(() => {});
	const event: PollEvent<{ 'thing.get': object }> = {
		...eventOf('b', [], []),
		poll: async ({ api, state }) => {
			const polls = ((state as State | undefined)?.polls ?? 0) + 1;
			return { items: [{ polls, ...(await api.call('thing.get', {})) }], state: { polls } };
		},
		scope: () => 'all',
	};

	/** A published workflow of which each poll may be given `budget` milliseconds. */
	function published(budget?: number) {
		const kept: IDataObject = {};
		const credentials = jest.fn().mockResolvedValue({ baseUrl: 'https://api.example' });
		const request = jest.fn().mockResolvedValue(answer);
		const parameters: IDataObject = { event: 'b', options: {} };
		const functions = {
			getMode: () => 'trigger',
			getNode: () => ({ id: 'n', name: 'Node', parameters }),
			getWorkflow: () => ({ id: 'hung' }),
			getTimezone: () => 'UTC',
			getNodeParameter: (name: string) => parameters[name] ?? null,
			getCredentials: credentials,
			getWorkflowStaticData: () => kept,
			...(budget === undefined ? {} : { getPollBudgetMs: () => budget }),
			helpers: { httpRequestWithAuthentication: request },
		} as unknown as IPollFunctions;
		const run = async () => ((await poll(functions, own, [event])) ?? []).flat().length;
		return { run, credentials, request, kept };
	}

	test('is given up when its time is over, and says what it waited for', async () => {
		const { run, request } = published(50);
		request.mockImplementationOnce(never);
		await expect(run()).rejects.toMatchObject({
			message: expect.stringMatching(
				/^The poll was given up after .*waited for Vendor \(thing\.get\)$/,
			),
			description: expect.stringContaining('the next poll goes on from the same place') as string,
		});
		expect(await run()).toBe(1);
	});

	test('is given up, too, while it reads the credential', async () => {
		const { run, credentials } = published(50);
		credentials.mockImplementationOnce(never);
		await expect(run()).rejects.toThrow('while it waited for the credential');
		expect(await run()).toBe(1);
	});

	test('holds the next ones back until then only', async () => {
		const { run, request } = published(300);
		request.mockImplementationOnce(never);
		const hung = run().catch((error: Error) => error.message);
		while (request.mock.calls.length === 0) await new Promise(setImmediate);
		expect(await run()).toBe(0);
		expect(await hung).toContain('was given up');
		expect(await run()).toBe(1);
	});

	test('has no effect when it ends after all', async () => {
		const { run, request, kept } = published(50);
		await run();
		let end = (_answer: object) => {};
		request.mockImplementationOnce(async () => await new Promise((resolve) => (end = resolve)));
		await expect(run()).rejects.toThrow('was given up');
		for (const _poll of [1, 2]) expect(await run()).toBe(1);
		const before = JSON.stringify(kept);
		end(answer);
		await new Promise(setImmediate);
		expect(JSON.stringify(kept)).toBe(before);
		expect(kept.state).toEqual({ polls: 3 });
	});

	test('is given up after five minutes by an n8n that does not say how long it may take', async () => {
		jest.useFakeTimers();
		try {
			const { run, request } = published();
			request.mockImplementationOnce(never);
			const ended = jest.fn();
			const hung = run().catch((error: Error) => ended(error.message));
			await jest.advanceTimersByTimeAsync(299_000);
			expect(ended).not.toHaveBeenCalled();
			await jest.advanceTimersByTimeAsync(2000);
			await hung;
			expect(ended).toHaveBeenCalledWith(expect.stringContaining('given up after 5 min'));
			expect(await run()).toBe(1);
		} finally {
			jest.useRealTimers();
		}
	});
});
