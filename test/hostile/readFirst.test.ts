import { uniqBy } from 'lodash';

import type { Field } from '../../nodes/shared/fields/field';
import { HostileBench } from '../support/hostile/bench';
import { placesOf } from '../support/hostile/describe';
import { contracts } from '../support/contracts';
import { expectEach } from '../support/each';
import { vendorIn } from '../support/operations';

/** A value that no field of its kind takes. */
function wrongFor({ type }: Field): unknown {
	if (type === 'resourceLocator') return '[object Object]';
	return type === 'json' ? '{"a":' : { a: 1 };
}

/** Operations with an effect read and check every field that the editor shows before they send anything. */
test.each(contracts().map(({ vendor, node }): [string, string] => [vendor, node]))(
	'%s: a wrong value is told before the first call with an effect, whatever the field',
	async (vendor, node) => {
		const operations = new Map(vendorIn(node).operations);
		const changes = placesOf(vendor).filter(([{ id }]) => operations.get(id)!.check);
		const rows = uniqBy(changes, ([{ id }, { name }]) => `${id} ${name.replace(/ .*/, '')}`).map(
			([job, spot]) => ({ what: `${job.id} ${spot.name}`, job, spot }),
		);
		const bench = new HostileBench(vendor);
		await bench.start();
		try {
			if (vendor === 'naxon') return expect(rows).toEqual([]);
			await expectEach(rows, async ({ job, spot }) => {
				const { error, effects } = await bench.refusal(job, spot, wrongFor(spot.field));
				expect(effects).toEqual([]);
				expect(error?.message).toContain(`'${spot.field.displayName}'`);
			});
		} finally {
			await bench.stop();
		}
	},
);
