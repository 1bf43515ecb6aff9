import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Session } from '../../../sandbox/vendors/koreAi/state';
import { BOT, sessionsOf, useKore } from '../../support/koreAi';
import { testEach } from '../../support/sandbox';

/** Session: Get Many: what its filters find, and what is refused. */
const { run, runToError, sent, onlySent, state } = useKore();

const GET = 'session.getAll';
const FROM = '2026-01-20T00:00:00.000Z';
const TO = '2026-01-26T12:30:00.000Z';
const DATES = { from: FROM, to: TO };

const ids = (rows: IDataObject[]) => rows.map(({ sessionId }) => sessionId);

describe('filters find what they should', () => {
	/** The bot's sessions of these dates that fit, the newest first. */
	const expected = async (fits: (session: Session) => boolean = () => true) => {
		const all = sessionsOf(await state(), BOT, Date.parse(FROM), Date.parse(TO));
		const found = all.filter(fits);
		expect(found.length).toBeGreaterThan(0);
		return found.map(({ id }) => id);
	};

	const cases: Array<[string, INodeParameters, (session: Session) => boolean]> = [
		['Containment Type', { containmentType: 'agent' }, (one) => one.containmentType === 'agent'],
		['Session Type', { sessionType: 'non-interactive' }, (one) => !one.isInteractive],
		[
			'Tags',
			{ tags: { tag: [{ name: 'topic', values: ['billing', 'login'], type: 'session' }] } },
			({ sessionTags }) => ['billing', 'login'].includes(sessionTags[0].value),
		],
		[
			'Tags whose name has what cannot be seen',
			{ tags: { tag: [{ name: '\uFEFFtopic ', values: ['billing'], type: 'session' }] } },
			({ sessionTags }) => sessionTags[0].value === 'billing',
		],
	];

	testEach('each is sent', cases, async ([, filter, fits]) => {
		const { json } = await run(GET, { returnAll: true, filters: { ...DATES, ...filter } });
		expect(ids(json)).toEqual(await expected(fits));
		expect(json.length).toBeLessThan((await expected()).length);
	});

	test('User ID and Call ID', async () => {
		const all = sessionsOf(await state(), BOT);
		const call = all.find(({ callId }) => callId) as Session;
		const day = { from: call.start - 1, to: call.start + 1 };
		const byCall = await run(GET, { filters: { ...day, callId: call.callId ?? '' } });
		const byUser = await run(GET, { filters: { ...day, userId: call.user.email } });
		const byNobody = await run(GET, { filters: { ...day, userId: 'nobody@example.com' } });
		expect([byCall, byUser, byNobody].map(({ json }) => ids(json))).toEqual([
			[call.id],
			[call.id],
			[],
		]);
	});
});

describe('is refused before any call', () => {
	const refused: Array<[string, INodeParameters, string, RegExp]> = [
		['To before From', { filters: { from: TO, to: FROM } }, "'To' is before 'From'", /later date/],
		['no date', { filters: { from: 'yesterday' } }, "'From' is not a date", /ISO 8601/],
		[
			'From in the last century',
			{ filters: { from: '1999-12-31' } },
			"'From' is too long ago",
			/1000 weeks/,
		],
		[
			'a tag without a name',
			{ filters: { tags: { tag: [{ values: ['a'] }] } } },
			"'Tags' 1: 'Name' is empty",
			/Fill it in/,
		],
		[
			'a tag without values',
			{ filters: { tags: { tag: [{ name: 'a', values: [] }] } } },
			"'Tags' 1: 'Values' is empty",
			/Fill it in/,
		],
		[
			'another type',
			{ filters: { sessionType: '={{ "quiet" }}' } },
			"'Session Type' cannot be 'quiet'",
			/interactive, non-interactive/,
		],
		[
			'another containment',
			{ filters: { containmentType: '={{ "x" }}' } },
			"'Containment Type' cannot be 'x'",
			/agent.*dropOff.*selfService/,
		],
		[
			'From in the future',
			{ filters: { from: '2100-01-01' } },
			"'From' is in the future",
			/earlier date, or a 'To'/,
		],
		[
			'a call of the account',
			{ scope: 'account', filters: { callId: 'c' } },
			"'Call ID' needs the scope 'Bot'",
			/choose a bot/,
		],
		['no rows', { limit: '={{ 0 }}' }, "'Limit' cannot be 0", /at least 1/],
		[
			'pages of nothing',
			{ options: { pageSize: '={{ 0 }}' } },
			"'Page Size' cannot be 0",
			/at least 1/,
		],
	];

	testEach('what makes no sense is refused', refused, async ([, own, message, wayOut]) => {
		const error = await runToError(GET, own);
		expect(error.message).toContain(message);
		expect(error.message).toContain('[item 0]');
		expect(error.description).toMatch(wayOut);
		expect(error).toMatchObject({ cause: 'configuration-invalid', pairedItem: { item: 0 } });
		expect(await sent()).toEqual([]);
	});
});

describe('a filter that gives nothing', () => {
	const names: Array<[string, string]> = [
		['From', 'from'],
		['To', 'to'],
		['User ID', 'userId'],
		['Call ID', 'callId'],
		['Session IDs', 'sessionIds'],
		['Session Type', 'sessionType'],
		['Containment Type', 'containmentType'],
	];

	testEach('an expression without a value is refused', names, async ([displayName, name]) => {
		for (const nothing of ['$json.none', 'null', "''", '[]']) {
			const error = await runToError(GET, { filters: { [name]: `={{ ${nothing} }}` } });
			expect(error.message).toBe(`'${displayName}' is empty [item 0]`);
			expect(error.description).toMatch(/gives nothing here.*Correct it, or remove the field/);
			expect(error).toMatchObject({ cause: 'configuration-invalid', pairedItem: { item: 0 } });
		}
		expect(await sent()).toEqual([]);
	});

	const lists: Array<[string, INodeParameters, string]> = [
		['no session IDs', { sessionIds: [] }, "'Session IDs' is empty"],
		['an empty session ID', { sessionIds: ['64b6', ''] }, "'Session IDs' has an empty entry"],
		['no tags', { tags: {} }, "'Tags' is empty"],
	];

	testEach(
		'a list that was added and holds nothing is refused',
		lists,
		async ([, filter, message]) => {
			const error = await runToError(GET, { filters: filter });
			expect(error.message).toBe(`${message} [item 0]`);
			expect(await sent()).toEqual([]);
		},
	);

	test('a field that was left blank is not set', async () => {
		await run(GET, { filters: { userId: '', from: '', to: '', callId: '' } });
		const request = await onlySent();
		expect([request.query, request.body]).toEqual([{}, { skip: 0, limit: 50 }]);
	});
});
