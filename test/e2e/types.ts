import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { difference } from 'lodash';
import { installN8n } from '../../scripts/n8n/install';
import type { VersionName } from '../../scripts/n8n/versions';

const ROOT = join(__dirname, '..', '..');
const TSC = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');

/** What the pack uses although an older n8n lacks it: there it does without, and says nothing. */
const DONE_WITHOUT = [
	// Looked for before it is used.
	"nodes/Naxon/pattern.ts: Module '\"n8n-workflow\"' has no exported member 'safeRegex'.",
	"nodes/shared/trigger/poll.ts: Property 'getPollBudgetMs' does not exist on type 'IPollFunctions'.",
	// Taken for `true` there, and a refused token is noticed by the answer.
	"nodes/shared/call/exchange.ts: Type '{ ignore: true; except: number[]; }' is not assignable to type 'boolean | undefined'.",
	// Our own there.
	"nodes/shared/fields/nodeError.ts: Property 'failure' does not exist on type 'NodeError'.",
	"nodes/shared/fields/nodeError.ts: Type '\"failure\"' cannot be used to index type 'E'.",
	"nodes/shared/call/failures.ts: Property 'failure' does not exist on type 'NodeApiError'.",
];

/** The pack compiled against the types of another n8n-workflow. */
export function typeTests(version: VersionName): void {
	it("uses nothing that this n8n's n8n-workflow lacks, but what it does without", async () => {
		const { folder } = await installN8n(version);
		const coverage = join(ROOT, 'coverage');
		mkdirSync(coverage, { recursive: true });
		const config = join(coverage, 'tsconfig.n8n.json');
		const paths = { 'n8n-workflow': [join(folder, 'node_modules', 'n8n-workflow')] };
		const compilerOptions = { noEmit: true, rootDir: ROOT, paths };
		const include = ['nodes', 'credentials'].map((name) => join(ROOT, name));
		const extended = join(ROOT, 'tsconfig.build.json');
		writeFileSync(config, JSON.stringify({ extends: extended, compilerOptions, include }));
		const { stdout, status } = spawnSync(process.execPath, [TSC, '-p', config], {
			cwd: ROOT,
			encoding: 'utf8',
		});
		const found = [...stdout.matchAll(/^(\S+)\(\d+,\d+\): error TS\d+: (.*)$/gm)].map(
			([, file, text]) => `${file}: ${text}`,
		);
		expect(found.length > 0).toBe(status !== 0);
		expect(difference(found, DONE_WITHOUT)).toEqual([]);
	});
}
