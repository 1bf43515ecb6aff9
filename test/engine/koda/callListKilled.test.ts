import { accounts } from '../../../engine/credentials';
import { runNode } from '../../../engine/runNode';
import { itemsOf } from '../../../engine/jobs';
import { killAtEveryCall, type Moment } from '../../support/killing';
import { useKoda } from '../../support/koda';
import { fromItems } from '../../support/kodaCampaign';

/** Create From Items, killed at every call in turn and run again: no list twice, none missing. */
const koda = useKoda();

const people = Array.from({ length: 7 }, (_, index) => ({ phone: `60000000${index}`, index }));

test.each<[Moment]>([['before the call'], ['before the answer']])(
	'killed %s, every person is in exactly one list after the next run',
	async (moment) => {
		const calls = await killAtEveryCall({
			moment,
			target: koda.sandbox().url,
			prepare: async () => await koda.sandbox().control('reset'),
			run: async (url) =>
				await runNode({
					node: 'koda',
					credentials: accounts(url),
					parameters: {
						...fromItems,
						rows: { callsPerList: 2 },
						requestOptions: { maxRetryWait: 0 },
					},
					items: itemsOf(people),
				}),
			mayEndWell: true,
			check: async () => {
				const { callLists } = await koda.state();
				const made = callLists.filter(({ settings }) => settings.name.startsWith('Win-back'));
				expect(made.map(({ settings }) => settings.name).sort()).toEqual([
					'Win-back 1',
					'Win-back 2',
					'Win-back 3',
					'Win-back 4',
				]);
				const called = made.flatMap(({ calls: all }) => all as Array<{ phoneNumber: string }>);
				expect(called.map(({ phoneNumber }) => phoneNumber).sort()).toEqual(
					people.map(({ phone }) => `+48${phone}`),
				);
			},
		});
		// A token, the bot's lists, the four lists, and a look after each.
		expect(calls).toBeGreaterThanOrEqual(10);
	},
);
