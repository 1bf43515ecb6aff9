import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { KODA } from '../support/polls/koda';
import { KORE } from '../support/polls/koreAi';
import { NAXON } from '../support/polls/naxon';
import { restoreClock } from '../support/polls/run';
import { SCENARIOS } from '../support/polls/scenarios';
import { outcomeOf, type Scenario } from '../support/polls/scenarios/scenario';
import type { Simulated } from '../support/polls/world';
import { seeded, WHOLE } from '../support/seeded';

const FOLDER = join(__dirname, '..', '..', 'coverage', 'polls');

/** Every so many cases in `npm test`. */
const ONE_IN = 5;

/** Characters that n8n keeps for a trigger at most, when little happens at once. */
const LARGEST = 250_000;

interface Case {
	event: Simulated;
	scenario: Scenario;
	tellsTime: boolean;
}

const fits = ({ dated, most, mayBeEmpty }: Simulated, scenario: Scenario) =>
	(dated || !scenario.dated) &&
	!(mayBeEmpty && scenario.empty) &&
	(most === undefined || !scenario.many);

const casesOf = (event: Simulated): Case[] =>
	SCENARIOS.filter((scenario) => fits(event, scenario) && (WHOLE || !scenario.large)).flatMap(
		(scenario) =>
			[true, false]
				.filter((tellsTime) => tellsTime || !scenario.large)
				.map((tellsTime) => ({ event, scenario, tellsTime })),
	);

afterEach(restoreClock);

const EVENTS = [...KODA, ...NAXON, ...KORE];

const ALL = EVENTS.flatMap(casesOf);

const DRAWN = seeded(ALL, ONE_IN);

/** Of all events together; what was drawn for none is played for the first. */
const CASES = [
	...DRAWN,
	...SCENARIOS.filter((one) => DRAWN.every(({ scenario }) => scenario !== one)).flatMap((one) =>
		ALL.filter(({ scenario }) => scenario === one).slice(0, 1),
	),
];

test('there are fifty scenarios and more', () => {
	expect(SCENARIOS.length).toBeGreaterThan(50);
	expect(new Set(SCENARIOS.map(({ name }) => name)).size).toBe(SCENARIOS.length);
	const played = new Set(CASES.map(({ scenario }) => scenario));
	expect(SCENARIOS.filter((one) => !played.has(one)).map(({ name }) => name)).toEqual(
		WHOLE ? [] : SCENARIOS.filter(({ large }) => large).map(({ name }) => name),
	);
});

test.each(EVENTS)('$name: each comes once, but for what the docs name', async (event) => {
	const counts = { scenarios: 0, cases: 0, happened: 0, lost: 0, doubled: 0, odd: 0, named: 0 };
	const offenders: string[] = [];
	const names = new Set<string>();
	for (const one of CASES.filter((chosen) => chosen.event === event)) {
		const { lost, doubled, odd, named, errors, happened, largest } = await outcomeOf(
			event,
			one.scenario,
			one.tellsTime,
		);
		names.add(one.scenario.name);
		counts.cases += 1;
		counts.happened += happened;
		counts.lost += lost.length;
		counts.doubled += doubled.length;
		counts.odd += odd.length;
		counts.named += named - lost.length - doubled.length;
		const isLarge = largest > LARGEST && !one.scenario.large;
		const faults = { lost, doubled, odd, errors, large: isLarge ? [String(largest)] : [] };
		const told = Object.entries(faults)
			.filter(([, keys]) => keys.length > 0)
			.map(([what, keys]) => `${what}: ${keys.slice(0, 5).join(', ')}`);
		const how = one.tellsTime ? '' : ' (the service tells no time)';
		if (told.length > 0) offenders.push(`${one.scenario.name}${how}: ${told.join('; ')}`);
	}
	counts.scenarios = names.size;
	mkdirSync(FOLDER, { recursive: true });
	const file = `${event.name.replaceAll(/\W+/g, '-')}.json`;
	writeFileSync(join(FOLDER, file), JSON.stringify({ ...counts, offenders }, null, '\t'));
	expect(counts.cases).toBeGreaterThan(0);
	expect(offenders).toEqual([]);
});
