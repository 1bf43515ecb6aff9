import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { listContracts, loadDocument, operationsOf } from '../../scripts/contract/document';
import { operationsOf as offeredBy, packNodes } from '../support/descriptions';

const NODES = join(__dirname, '../../nodes');

/** Operations by `<folder> <resource>.<operation>` whose contract says that their output has no known form. */
async function ofUnknownForm(): Promise<Set<string>> {
	const documents = await Promise.all(listContracts().map(({ file }) => loadDocument(file)));
	return new Set(
		documents.flatMap((document) => {
			const folder = document.info['x-node'];
			const none = operationsOf(document).filter(
				({ operation }) => operation['x-output'] === 'none',
			);
			const composed = Object.entries(document['x-composed'] ?? {}).filter(
				([, { output }]) => !output,
			);
			const ids = [
				...none.map(({ operation }) => operation.operationId),
				...composed.map(([id]) => id),
			];
			return ids.map((id) => `${folder} ${id}`);
		}),
	);
}

test('every action has a preview of its output, but those whose output has no known form', async () => {
	const offered = packNodes().flatMap(({ folder, description }) =>
		offeredBy(description).map(({ id }) => ({ folder, id })),
	);
	const without = offered.filter(({ folder, id }) => {
		const [resource, operation] = id.split('.');
		return !existsSync(join(NODES, folder, '__schema__', 'v1.0.0', resource, `${operation}.json`));
	});
	const unknown = await ofUnknownForm();
	expect(offered.length).toBeGreaterThan(0);
	expect(
		without.map(({ folder, id }) => `${folder} ${id}`).filter((id) => !unknown.has(id)),
	).toEqual([]);
});

test('a preview is of the output as it is preset: with Simplify on, up to ten fields', () => {
	const raw = packNodes().flatMap(({ folder, description }) =>
		offeredBy(description)
			.filter(({ resource, option }) =>
				description.properties.some(
					({ name, displayOptions }) =>
						name === 'simplify' &&
						displayOptions?.show?.resource?.includes(resource) &&
						displayOptions.show.operation?.includes(option.value),
				),
			)
			.flatMap(({ id }) => {
				const [resource, operation] = id.split('.');
				const file = join(NODES, folder, '__schema__', 'v1.0.0', resource, `${operation}.json`);
				if (!existsSync(file)) return [];
				const { properties = {} } = JSON.parse(readFileSync(file, 'utf8')) as {
					properties?: object;
				};
				const count = Object.keys(properties).length;
				return count > 10 ? [`${folder} ${id}: ${count}`] : [];
			}),
	);
	expect(raw).toEqual([]);
});
