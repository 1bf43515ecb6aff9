import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { listContracts, loadDocument } from '../../scripts/contract/document';
import { isDoubtful, matchOperations } from '../../nodes/shared/openapi/match';
import { allFacts } from '../../scripts/contract/facts';
import { vendorFixture, verbs as methods } from '../support/vendorFile';

const root = path.resolve(__dirname, '../..');
let folder: string;

beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'contract-compare-'));
	for (const { file } of listContracts())
		copyFileSync(file, path.join(folder, path.basename(file)));
});

afterEach(() => rmSync(folder, { recursive: true }));

function save(fixture: unknown): string {
	const file = path.join(folder, 'vendor.json');
	writeFileSync(file, JSON.stringify(fixture));
	return file;
}

function compare(...options: string[]) {
	const script = path.join(root, 'scripts/contract/compare.ts');
	const tsx = path.join(root, 'node_modules/tsx/dist/cli.mjs');
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[tsx, script, path.join(folder, 'vendor.json'), '--folder', folder, ...options],
		{ encoding: 'utf8', cwd: root },
	);
	return { status, stdout, stderr };
}

const ourText = (name: string) => readFileSync(path.join(folder, `${name}.openapi.yaml`), 'utf8');

describe.each(['koda', 'naxon'])('matching %s', (name) => {
	it('finds every operation again without operationIds and with other paths and verbs', async () => {
		const { fixture, places } = vendorFixture(name);
		const theirs = await loadDocument(save(fixture));
		const ours = await loadDocument(path.join(folder, `${name}.openapi.yaml`));

		const { matches, onlyOurs, onlyTheirs } = matchOperations(allFacts(ours), allFacts(theirs));

		const found = matches.map((match) => [
			match.ours.id,
			{ method: match.theirs.method, path: match.theirs.path },
		]);
		expect(Object.fromEntries(found)).toEqual(Object.fromEntries(places));
		expect([onlyOurs, onlyTheirs]).toEqual([[], []]);
		expect(matches.filter(isDoubtful)).toEqual([]);
	});

	it('still finds them when the summaries are gone but operationIds of the vendor are there', async () => {
		const { fixture, places } = vendorFixture(name);
		for (const item of Object.values(fixture.paths)) {
			for (const operation of methods.map((method) => item[method]).filter(Boolean)) {
				operation.operationId = `api_${(operation.summary ?? '').replace(/\W+/g, '_')}`;
				delete operation.summary;
				delete operation.tags;
			}
		}
		const theirs = await loadDocument(save(fixture));
		const ours = await loadDocument(path.join(folder, `${name}.openapi.yaml`));

		const { matches } = matchOperations(allFacts(ours), allFacts(theirs));

		expect(new Map(matches.map((match) => [match.ours.id, match.theirs.path]))).toEqual(
			new Map([...places].map(([id, place]) => [id, place.path])),
		);
	});
});

describe('contract:compare', () => {
	it('says what differs, operation by operation, and writes nothing', () => {
		const { fixture, places } = vendorFixture('koda');
		fixture.servers = [{ url: 'https://api.example.test' }];
		fixture.components.parameters.OnPage.schema = { type: 'number', default: 20, maximum: 100 };
		const input = fixture.components.schemas.DocumentInput.properties ?? {};
		input.title.maxLength = 200;
		input.language = { type: 'string', enum: ['pl', 'en'] };
		delete input.tags;
		fixture.paths['/public/v3/bot/{botId}/call-lists'].get.security = [
			{ oauth2: ['campaign:read'] },
		];
		save(fixture);
		const before = ourText('koda');

		const { status, stdout, stderr } = compare();

		expect(stderr).toBe('');
		expect(status).toBe(0);
		expect(stdout).toMatch(/Vendor API 9\.9\.9 against contracts\/koda/);
		expect(stdout).toContain('18 of 18 operations matched.');
		expect(stdout).toContain('ours "https://api.eu-pl.koda.ai", theirs "https://api.example.test"');
		expect(stdout).toContain(
			'method: ours "POST", theirs "PUT"\n' +
				'  path: ours "/v1/bots/{botId}/inbox/{platformUserId}/enable-moderator-mode", ' +
				'theirs "/public/v3/bot/{botId}/inbox/{platformUserId}/enable-moderator-mode"',
		);
		expect(stdout).toContain('parameter query on_page, maximum: ours not stated, theirs 100');
		expect(stdout).toContain('body field title, maxLength: ours 120, theirs 200');
		expect(stdout).toContain('body field language: only in theirs');
		expect(stdout).toContain('body field tags: only in ours');
		expect(stdout).toContain('scopes: ours ["outbound:read"], theirs ["campaign:read"]');
		const [overrides] = /^{$[^]*?^}$/m.exec(stdout) ?? [];
		expect(JSON.parse(overrides ?? '')).toEqual(
			Object.fromEntries([...places].map(([id, { method, path: at }]) => [id, `${method} ${at}`])),
		);
		expect(ourText('koda')).toBe(before);
	});

	it('adopts it with --write, keeps comments, and has nothing left to say', async () => {
		const { fixture, places } = vendorFixture('koda');
		fixture.servers = [{ url: 'https://api.example.test' }];
		fixture.components.parameters.OnPage.schema = { type: 'number', default: 20, maximum: 100 };
		const input = fixture.components.schemas.DocumentInput;
		input.properties = { ...input.properties, language: { type: 'string', enum: ['pl', 'en'] } };
		input.properties.title.maxLength = 200;
		input.required = ['title'];
		fixture.paths['/public/v3/bot/{botId}/call-lists'].get.parameters?.push({
			name: 'created_after',
			in: 'query',
			schema: { type: 'string', format: 'date-time' },
		});
		save(fixture);
		const comments = ourText('koda').match(/^\s*# .*$/gm);

		const { status, stdout, stderr } = compare('--write');

		expect(stderr).toBe('');
		expect(status).toBe(0);
		expect(stdout).toContain('Adopted 18 operations');
		expect(stdout).toContain('npm run contract:generate');
		expect(stdout).not.toContain('Left to you');

		expect(ourText('koda').match(/^\s*# .*$/gm)).toEqual(comments);
		const adopted = await loadDocument(path.join(folder, 'koda.openapi.yaml'));
		expect(adopted.servers?.[0].url).toBe('https://api.example.test');
		const operations = allFacts(adopted);
		expect(
			Object.fromEntries(
				operations.map(({ id, method, path: url }) => [id, { method, path: url }]),
			),
		).toEqual(Object.fromEntries(places));
		for (const { entry } of operations) {
			expect(entry.operation).toMatchObject({
				'x-evidence': 'documented',
				'x-source': 'Vendor API 9.9.9',
			});
		}

		// Compared again, only what is ours alone may be left.
		const again = compare();
		expect(again.stdout).toContain('18 of 18 operations matched.');
		expect(again.stdout.match(/ours .*, theirs .*|only in theirs/g)).toBeNull();
	});

	it('leaves a doubtful pair alone until it is told which is which', async () => {
		const { fixture } = vendorFixture('naxon');
		// The same operation offered twice: nothing can tell them apart.
		fixture.paths['/v2/chatbots'] = { get: { ...fixture.paths['/bots'].get } };
		save(fixture);

		const { stdout } = compare('--write');

		expect(stdout).toContain('DOUBTFUL');
		expect(stdout).toContain('Adopted 5 operations');
		const placeOf = async () => {
			const document = await loadDocument(path.join(folder, 'naxon.openapi.yaml'));
			return allFacts(document).find(({ id }) => id === 'model.getAll')?.path;
		};
		expect(await placeOf()).toBe('/models');

		const told = compare('--write', '--match', 'model.getAll=GET /v2/chatbots');
		expect(told.stderr).toBe('');
		expect(told.stdout).toContain('Adopted 6 operations');
		expect(await placeOf()).toBe('/v2/chatbots');
	});

	it("swaps two operations whose places are each other's", async () => {
		const { fixture } = vendorFixture('koda');
		const base = '/public/v3/bot/{botId}/call-lists/{listId}';
		const { [`${base}/pause`]: pause, [`${base}/resume`]: resume } = fixture.paths;
		fixture.paths[`${base}/pause`] = resume;
		fixture.paths[`${base}/resume`] = pause;
		fixture.paths = Object.fromEntries(
			Object.entries(fixture.paths).map(([url, item]) => [
				url.replace('/public/v3/bot/', '/v1/bots/'),
				item,
			]),
		);
		save(fixture);

		const { stdout } = compare('--write');

		expect(stdout).not.toContain('Left to you');
		const document = await loadDocument(path.join(folder, 'koda.openapi.yaml'));
		const places = new Map(allFacts(document).map(({ id, path: url }) => [id, url]));
		expect(places.get('callList.pause')).toMatch(/\/resume$/);
		expect(places.get('callList.resume')).toMatch(/\/pause$/);
	});

	it('refuses a file of another service, and one that is no OpenAPI document', () => {
		save({
			openapi: '3.0.3',
			info: { title: 'Weather', version: '1' },
			paths: { '/forecast': { get: { summary: 'Forecast', responses: {} } } },
		});
		const strange = compare();
		expect(strange.status).toBe(1);
		expect(strange.stderr).toContain('--contract');

		save({ hello: 'world' });
		const none = compare();
		expect(none.status).toBe(1);
		expect(none.stderr).toContain('vendor.json');
	});
});
