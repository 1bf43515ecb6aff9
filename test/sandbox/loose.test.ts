import axios from 'axios';

import { LOOSE, type LooseForm } from '../../sandbox/loose';
import { BOT } from '../../engine/jobs';
import { useKoda } from '../support/koda';
import { expectEach } from '../support/each';

/** A vendor that is told to answer loosely. */
const { sandbox, run, sent } = useKoda();

const vendor = {
	errorBody: (status: number, message: string) => ({ meta: { status, message } }),
};

const page = {
	meta: { status: 200, page: 1, pages: 3, found: 6, is_last_page: false },
	response: [{ id: 'a', total_calls: 2, paused: false }],
};
const last = { meta: { ...page.meta, page: 3, is_last_page: true }, response: [] };

/** In the envelope of Kore.ai's campaigns. */
const inData = (changes: object = {}) => ({
	status: 'success',
	data: { results: [], hasMore: true, totalPages: 3, totalResults: 6, ...changes },
});

const ofCalls = { meta: { status: 200 }, response: { result: true, count: 1 } };

test('each form changes what it is named after, and nothing else', async () => {
	const meta = (changes: object) => ({ ...page, meta: { ...page.meta, ...changes } });
	const forms: Array<[form: LooseForm, answer: unknown, changed: unknown]> = [
		[
			'types',
			page,
			{
				meta: { status: '200', page: '1', pages: '3', found: '6', is_last_page: 'false' },
				response: [{ id: 'a', total_calls: '2', paused: 'false' }],
			},
		],
		[
			'flags',
			page,
			{ ...meta({ is_last_page: 'false' }), response: [{ ...page.response[0], paused: 'false' }] },
		],
		['totals', page, meta({ pages: 5, found: 13 })],
		// It counts something else.
		['totals', ofCalls, ofCalls],
		['errors', page, { meta: { status: 404, message: 'Quota of zone 17 is used up' } }],
		['emptyList', page, page],
		['emptyList', last, { ...last, response: {} }],
		['emptyList', [], {}],
		['lastFlag', page, meta({ is_last_page: true })],
		['lastFlag', { moreAvailable: true, sessions: [] }, { moreAvailable: false, sessions: [] }],
		['pagesNull', page, meta({ pages: null })],
		['totals', inData(), inData({ totalPages: 5, totalResults: 13 })],
		['emptyList', inData(), inData({ results: {} })],
		['lastFlag', inData(), inData({ hasMore: false })],
	];
	expect(new Set(forms.map(([form]) => form))).toEqual(new Set(Object.keys(LOOSE)));
	await expectEach(forms, ([form, answer, changed]) => {
		expect(LOOSE[form](answer, vendor)).toEqual(changed);
	});
});

test('a vendor answers so until it is told otherwise, and the log says it', async () => {
	const parameters = { resource: 'callList', operation: 'getAll' };
	await sandbox().control('loose', { vendor: 'koda', form: 'flags' });
	await run(parameters);
	await sandbox().control('loose', { vendor: 'koda', form: 'flags', operationId: 'chat.getAll' });
	await run(parameters);
	await sandbox().control('loose', { vendor: 'koda', off: true });
	await run(parameters);
	const flags = (await sent('callList.getAll')).map(({ responseBody, fault }) => [
		(responseBody as typeof page).meta.is_last_page,
		fault,
	]);
	expect(flags).toEqual([
		['true', 'loose: flags'],
		[true, null],
		[true, null],
	]);
});

test('refusals stay as they are', async () => {
	await sandbox().control('loose', { vendor: 'koda', form: 'types' });
	const url = `${sandbox().url}/koda/v1/bots/${BOT}/call-lists`;
	const { status } = await axios.get(url, { proxy: false, validateStatus: () => true });
	expect(status).toBe(401);
});

test('a form or a vendor that it does not know is refused', async () => {
	for (const body of [
		{ vendor: 'koda', form: 'upside down' },
		{ vendor: 'nobody', form: 'types' },
	]) {
		await expect(sandbox().control('loose', body)).rejects.toThrow(/status code 40[04]/);
	}
});
