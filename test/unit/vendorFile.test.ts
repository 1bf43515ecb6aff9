import type { INode } from 'n8n-workflow';

import { koda } from '../../nodes/Koda/api';
import { naxon } from '../../nodes/Naxon/api';
import { checkShown, readOverrides } from '../../nodes/shared/call/endpoints';
import type { Vendor } from '../../nodes/shared/call/vendor';
import { vendorFixture, verbs, type Fixture } from '../support/vendorFile';

const node = { id: '1', name: 'Node', type: 'test', typeVersion: 1, position: [0, 0] } as unknown;

const read = (vendor: Pick<Vendor<unknown>, 'marks' | 'routes'>, file: unknown) =>
	readOverrides(node as INode, { endpointOverrides: JSON.stringify(file) }, vendor);

const VENDORS: Array<[string, Pick<Vendor<unknown>, 'marks' | 'routes'>]> = [
	['koda', koda],
	['naxon', naxon],
];

/** The file with other names in the braces of its paths. */
const renamed = (fixture: Fixture, name: (own: string) => string): unknown => {
	const text = JSON.stringify(fixture).replace(
		/"name":"(\w+)","in":"path"/g,
		(_, own: string) => `"name":"${name(own)}","in":"path"`,
	);
	const file = JSON.parse(text) as Fixture;
	const moved = Object.entries(file.paths).map(([path, item]) => [
		path.replace(/{(\w+)}/g, (_, own: string) => `{${name(own)}}`),
		item,
	]);
	return { ...file, paths: Object.fromEntries(moved) as unknown };
};

describe.each(VENDORS)("%s's own file in Endpoint Overrides", (name, vendor) => {
	test('is where every operation is looked up', () => {
		const { fixture, places } = vendorFixture(name);
		expect(read(vendor, fixture)).toEqual({
			endpoints: Object.fromEntries(places),
			missing: [],
		});
	});

	test.each([
		['in another spelling', (own: string) => own.replace('Id', '_id').replace('_i', '-i')],
		['of its own', (own: string) => `their${own[0]}`],
	])('may have placeholders %s: ours stand in their place', (_, other) => {
		const { fixture, places } = vendorFixture(name);
		const { endpoints } = read(vendor, renamed(fixture, other));
		expect(Object.keys(endpoints).length).toBeGreaterThan(places.size / 2);
		for (const [id, endpoint] of Object.entries(endpoints)) {
			expect([id, endpoint]).toEqual([id, places.get(id)]);
		}
	});

	test('names what it does not show, when that is called', () => {
		const { fixture, places } = vendorFixture(name);
		const [[gone, { method, path }]] = [...places];
		delete fixture.paths[path][method.toLowerCase()];
		const overrides = read(vendor, fixture);
		expect(overrides.missing).toContain(gone);
		const routes = vendor.routes as Record<string, never>;
		expect(() => checkShown(node as INode, gone, routes[gone], overrides)).toThrow(
			`does not show clearly where '${gone}' is`,
		);
		expect(() =>
			checkShown(
				node as INode,
				gone,
				{ ...(routes[gone] as object), evidence: 'documented' } as never,
				overrides,
			),
		).not.toThrow();
	});

	test('is told by our operationId what it does not say otherwise', () => {
		const { fixture, places } = vendorFixture(name);
		const [[id, { method, path }]] = [...places];
		const verb = method.toLowerCase();
		const odd = { operationId: id, responses: {} };
		delete fixture.paths[path][verb];
		const own = path.replace(/^.*?(?={|$)/, '/odd/');
		const file = { ...fixture, paths: { ...fixture.paths, [own]: { [verb]: odd } } };
		expect(read(vendor, file).endpoints[id]).toEqual({ method, path: own });
	});

	test('takes references that lead in circles', () => {
		const { fixture, places } = vendorFixture(name);
		const circle = { $ref: '#/components/schemas/Circle' };
		Object.assign(fixture.components.schemas, {
			Circle: { type: 'object', properties: { inner: circle, self: { $ref: '#/x' } } },
			Ring: { $ref: '#/components/schemas/Ring' },
		});
		expect(Object.keys(read(vendor, fixture).endpoints)).toHaveLength(places.size);
	});
});

test.each([
	{ swagger: '2.0', paths: {} },
	{ openapi: '3.1.0' },
	{ openapi: 3, paths: {} },
	{ openapi: '3.0.0', paths: [] },
	{ openapi: '3.0.0', paths: { '/models': null } },
	{ openapi: '3.0.0', paths: { '/models': { get: { parameters: 7, tags: 7 } } } },
])('%j is refused by name', (file) => {
	expect(() => read(naxon, file)).toThrow('are no OpenAPI file of version 3');
});

test('a file has verbs that we do not know', () => {
	const { fixture } = vendorFixture('naxon');
	const [path] = Object.keys(fixture.paths);
	const [verb] = verbs.filter((own) => fixture.paths[path][own]);
	const { [verb]: operation, ...rest } = fixture.paths[path];
	fixture.paths[path] = { ...rest, trace: operation } as never;
	expect(read(naxon, fixture).missing).not.toEqual([]);
});
