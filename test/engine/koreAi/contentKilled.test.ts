import { byId, itemsOf } from '../../../engine/jobs';
import { runNode } from '../../../engine/runNode';
import { BOT, hurry, koreAccount, useKore } from '../../support/koreAi';
import { killAtEveryCall, type Moment } from '../../support/killing';
import {
	expected,
	mirror,
	pages,
	statusesOf,
	stored,
	texts,
	upsert,
	writes,
	type Asked,
	type Stored,
} from '../../support/koreAiSync';

/** The operations on contents, killed at every call in turn and run again. */
const kore = useKore();

beforeEach(hurry);

const [one, two, three, four] = pages(4);

const runAt = async (url: string, [id, parameters]: Asked[0], items: object[]) => {
	const [resource, operation] = id.split('.');
	return await runNode({
		node: 'koreAi',
		credentials: koreAccount(url),
		parameters: {
			...{ resource, operation, bot: byId(BOT) },
			...parameters,
			requestOptions: { maxRetryWait: 0 },
		},
		items: itemsOf(items),
	});
};

const moments: Array<[Moment]> = [['before the call'], ['before the answer']];

test.each(moments)(
	'Sync killed %s: after the next run every content is there once, as wanted, and no other is touched',
	async (moment) => {
		let foreign: Stored[] = [];
		const wanted = [one, { ...two, text: 'Another text' }, four];
		const calls = await killAtEveryCall({
			moment,
			target: kore.sandbox().url,
			prepare: async () => {
				await kore.sandbox().control('reset');
				foreign = await stored(kore);
				await statusesOf(kore, mirror, [one, two, three]);
			},
			run: async (url) => await runAt(url, mirror, wanted),
			mayEndWell: true,
			check: async () => {
				expect(await texts(kore)).toEqual(expected(wanted));
				expect((await stored(kore)).slice(0, foreign.length)).toEqual(foreign);
				const before = (await writes(kore)).length;
				expect(await statusesOf(kore, mirror, wanted)).toEqual(Array(3).fill('unchanged'));
				expect(await writes(kore)).toHaveLength(before);
			},
		});
		// The list; two ingested and looked at twice, one old one and one missing deleted.
		expect(calls).toBe(9);
	},
);

test.each(moments)(
	'Create or Update killed %s: after the next run the content is there once, in its last version',
	async (moment) => {
		const versions = [one, { ...one, text: 'Another text' }];
		const calls = await killAtEveryCall({
			moment,
			target: kore.sandbox().url,
			prepare: async () => await kore.sandbox().control('reset'),
			run: async (url) => await runAt(url, upsert, versions),
			mayEndWell: true,
			check: async () => expect(await texts(kore)).toEqual(expected(versions.slice(1))),
		});
		// The list; two ingested and looked at twice, the old one deleted.
		expect(calls).toBe(8);
	},
);
