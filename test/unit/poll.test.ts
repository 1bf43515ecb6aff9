import type { IDataObject, INode, IPollFunctions } from 'n8n-workflow';
import { ObservableObject } from 'n8n-workflow';

import type { Field } from '../../nodes/shared/fields/fields';
import { describeEvents, poll, type Poll, type PollEvent } from '../../nodes/shared/trigger/poll';
import type { Vendor } from '../../nodes/shared/call/vendor';

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
type Given = Poll<object, State>;

/** An event that notes what it is given, and gives as many items as polls were made. */
function eventOf(value: string, fields: Field[], given: Given[]): PollEvent<object, State> {
	return {
		name: `Event ${value}`,
		value,
		description: 'Something happened',
		fields,
		about: (values) => values.get('bot'),
		poll: async (one) => {
			given.push(one);
			if (one.fields.get('bot') === 'broken') throw new Error('The service is gone');
			const polls = (one.state?.polls ?? 0) + 1;
			const length = one.fields.get('bot') === 'quiet' ? 0 : polls;
			const items = Array.from({ length }, (_, index) => ({ number: index + 1 }));
			return await Promise.resolve({ items, state: { polls } });
		},
	};
}

const account = { id: '1', name: 'Account' };

/** A published workflow, as far as a poll sees it. */
function workflow() {
	const given: Given[] = [];
	const events = [eventOf('b', [bot], given), eventOf('a', [bot, word], given)];
	let kept: IDataObject = {};
	const run = async (change: IDataObject = {}, credential = account, mode = 'trigger') => {
		const parameters: IDataObject = { event: 'b', bot: 'one', options: {}, ...change };
		const credentials = { vendorApi: credential };
		const node = { id: 'n', name: 'Node', parameters, credentials } as unknown as INode;
		const data = ObservableObject.create(kept) as IDataObject;
		const functions = {
			getMode: () => mode,
			getNode: () => node,
			getWorkflow: () => ({ id: 'w' }),
			getTimezone: () => 'Europe/Warsaw',
			getNodeParameter: (name: string) => parameters[name] ?? null,
			getCredentials: async () => await Promise.resolve({ baseUrl: 'https://api.example' }),
			getWorkflowStaticData: () => data,
		};
		const output = await poll(functions as unknown as IPollFunctions, vendor, events).finally(
			() => {
				kept = JSON.parse(JSON.stringify(data)) as IDataObject;
			},
		);
		return (output ?? []).flat().map(({ json }) => json);
	};
	return { run, given, kept: () => kept, states: () => given.map(({ state }) => state?.polls) };
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
	['it is another event', { event: 'a' }, account, true],
])('when %s, it goes on or begins anew', async (_, change, credential, anew) => {
	const { run, states } = workflow();
	await run();
	await run(change, credential);
	expect(states()[1]).toBe(anew ? undefined : 1);
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
		const before = kept();
		const now = Date.now();
		const result = await run(change, account, 'manual').catch((error: Error) => error);
		expect(kept()).toEqual(before);
		const starts = given.slice(2).map(({ start }) => (now - Number(start?.toMillis())) / 3_600_000);
		expect(given.slice(2).every(({ state }) => state === undefined)).toBe(true);
		return { result, hours: starts.map(Math.round) };
	};

	test('gives the last event of the last hour, and keeps nothing', async () => {
		const { result, hours } = await fetchOne({ options: { startFrom: '2026-01-31' } });
		expect(result).toEqual([{ number: 1 }]);
		expect(hours).toEqual([1]);
	});

	test('looks farther back when nothing is nearer', async () => {
		const { result, hours } = await fetchOne({ bot: 'quiet' });
		expect(result).toMatchObject({ message: 'Nothing happened in the last 7 days' });
		expect(hours).toEqual([1, 24, 7 * 24]);
	});
});

test('a field that events share is described once, and shown for them', () => {
	const events = [eventOf('b', [bot], []), eventOf('a', [bot, word], [])];
	const [which, ...fields] = describeEvents(events);
	expect(which).toMatchObject({
		displayName: 'Trigger On',
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
