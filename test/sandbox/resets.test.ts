import { createClock } from '../../sandbox/clock';
import { chatBotCom } from '../../sandbox/vendors/chatBotCom';
import { koda } from '../../sandbox/vendors/koda';
import { koopid } from '../../sandbox/vendors/koopid';
import { seededState } from '../../sandbox/vendors/koreAi/seed';
import { naxon } from '../../sandbox/vendors/naxon';
import { expectEach } from '../support/each';

/** Every object and list inside a value. */
function partsOf(value: unknown, found = new Set<unknown>()): Set<unknown> {
	if (typeof value !== 'object' || value === null || found.has(value)) return found;
	found.add(value);
	for (const part of Object.values(value)) partsOf(part, found);
	return found;
}

const FROM = Date.UTC(2026, 0, 12);

/** What each vendor starts with. */
const STATES: Array<[vendor: string, make: () => unknown]> = [
	...[koda, naxon, koopid, chatBotCom].map((vendor): [string, () => unknown] => [
		vendor.name,
		() => vendor.create(createClock(), FROM).state(),
	]),
	['kore-ai', () => seededState(FROM)],
];

test('what is changed at a vendor is forgotten by a reset: two states have nothing in common', async () => {
	await expectEach(STATES, ([, make]) => {
		const [first, second] = [partsOf(make()), partsOf(make())];
		expect(first.size).toBeGreaterThan(1);
		expect([...first].filter((part) => second.has(part))).toEqual([]);
	});
});
