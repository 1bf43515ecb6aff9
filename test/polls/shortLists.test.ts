import { KODA } from '../support/polls/koda';
import { KORE } from '../support/polls/koreAi';
import { NAXON } from '../support/polls/naxon';
import { FAULTLESS, Run, restoreClock } from '../support/polls/run';

afterEach(restoreClock);

const DAY = 24 * 60;

/** Events of streams whose lists say how many rows they have. */
const EVENTS = [...KODA, ...NAXON, ...KORE].filter(({ name }) =>
	/newChatMessage|Naxon|session|newMessage|auditLog/.test(name),
);

const TOLD = EVENTS.filter(({ name }) => !name.endsWith('that changes'));

test.each(TOLD)(
	'$name: where one row more is announced than comes, polls cost no more in the end',
	async (event) => {
		const run = new Run(event, { tellsTime: true });
		run.service.announcedTooMany = 1;
		await run.publish();
		const calls: number[] = [];
		for (let day = 0; day < 100; day++) {
			run.pass(DAY);
			run.happen(3);
			calls.push((await run.counted()).calls);
			if (day % 10 === 0) run.restart();
		}
		expect(Math.max(...calls.slice(-10))).toBeLessThanOrEqual(Math.max(...calls.slice(2, 12)));
		expect(await run.settle()).toMatchObject({ ...FAULTLESS, happened: 300 });
	},
);

test('rows that come later than they are announced are not passed over', async () => {
	const sessions = KORE.find(({ name }) => name.endsWith('sessionStarted'))!;
	const run = new Run(sessions, { tellsTime: true });
	await run.publish();
	run.pass(1);
	run.happen(2, { hidden: 30 });
	run.service.announcedTooMany = 2;
	for (let poll = 0; poll < 4; poll++) {
		run.happen(1);
		await run.poll();
		run.pass(1);
	}
	run.pass(30);
	run.service.announcedTooMany = 0;
	expect(await run.settle()).toMatchObject({ ...FAULTLESS, happened: 6 });
});
