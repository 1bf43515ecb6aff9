import { KORE } from '../support/polls/koreAi';
import { FAULTLESS, restoreClock } from '../support/polls/run';
import { CLOCKS } from '../support/polls/scenarios/clocks';
import { outcomeOf } from '../support/polls/scenarios/scenario';

afterEach(restoreClock);

const UNTIMED = KORE.filter(({ name }) => /without \w+ interactionFinished/.test(name));

test.each(UNTIMED)('$name: each comes once, whatever our clock shows', async (event) => {
	for (const scenario of CLOCKS) {
		for (const tellsTime of [true, false]) {
			const { lost, doubled, odd, errors } = await outcomeOf(event, scenario, tellsTime);
			const came = { name: scenario.name, tellsTime, lost, doubled, odd, errors };
			expect(came).toEqual({ name: scenario.name, tellsTime, ...FAULTLESS });
		}
	}
});
