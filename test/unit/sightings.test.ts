import fc from 'fast-check';

import { Sightings } from '../../nodes/shared/trigger/sightings';
import { expectEach } from '../support/each';

/** What a reading of these pages, of rows that are texts, shows to one that knows what earlier readings gave. */
function reading(pages: string[][], known: string[] = []) {
	const sightings = new Sightings<string>({ known, shown: 0, doubtful: [] }, (row) => [row]);
	return { certain: pages.flatMap((page) => sightings.add(page)), sightings };
}

test('as many of the same are new as one page has; more may have moved to a later page', async () => {
	await expectEach<[string[][], string[], number]>(
		[
			[[['a', 'b'], ['c']], ['a', 'b', 'c'], 0],
			[[['a', 'a']], ['a', 'a'], 0],
			[[['a'], ['a']], ['a'], 1],
			[[['a'], ['a', 'a']], ['a', 'a'], 1],
			[[['a', 'a'], ['a'], ['b', 'b']], ['a', 'a', 'b', 'b'], 1],
		],
		([pages, rows, doubtful]) => {
			const { certain, sightings } = reading(pages);
			expect(certain).toEqual(rows);
			expect(sightings.sighted.doubtful).toHaveLength(doubtful);
			const again = reading(pages, sightings.sighted.known);
			expect(again.certain).toEqual([]);
			expect(again.sightings.sighted).toEqual(sightings.sighted);
		},
	);
});

test('all that is accepted is each row once, however a reading is divided and often it is repeated', () => {
	const lists = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 5 }));
	fc.assert(
		fc.property(lists, fc.nat(9), (pages, cut) => {
			let state = { known: [] as string[], shown: 0, doubtful: [] as string[] };
			const came: string[] = [];
			for (let time = 0; time < 2; time++) {
				state = { ...state, shown: 0, doubtful: [] };
				for (const part of [pages.slice(0, cut), pages.slice(cut)]) {
					const sightings = new Sightings<string>(state, (row) => [row]);
					for (const page of part) came.push(...sightings.add(page));
					came.push(...sightings.accept(() => true));
					state = JSON.parse(JSON.stringify(sightings.sighted)) as typeof state;
				}
				expect(came.toSorted()).toEqual(pages.flat().toSorted());
				expect(state.doubtful).toEqual([]);
			}
		}),
	);
});
