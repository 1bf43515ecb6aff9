/**
 * `npm run release -- 0.2.0`: version and changelog on main, then a commit on the branch `release` that has the packages'
 * sources too, with the version as its tag. With `--push` it pushes all three; the workflow "Release" publishes the tag.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { npmCommand } from './n8n/npm';
import { ROOT } from './packages/pack';
import { released } from './release/changelog';
import { commitBeside, commitOf, git } from './release/git';

const BRANCH = 'release';
const PACKAGES = 'packages';
const VERSION = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

function check(version: string | undefined): asserts version is string {
	if (!VERSION.test(version ?? '')) throw new Error('Which version? npm run release -- 0.2.0');
	if (git(ROOT, ['branch', '--show-current']) !== 'main') throw new Error('A release is of main.');
	if (git(ROOT, ['status', '--porcelain']))
		throw new Error('There are changes that are not committed.');
	if (commitOf(ROOT, `refs/tags/${version}`)) throw new Error(`${version} is released already.`);
}

function main(): void {
	const [version, ...flags] = process.argv.slice(2);
	check(version);
	const page = join(ROOT, 'CHANGELOG.md');
	const today = new Date().toISOString().slice(0, 10);
	const changelog = released(readFileSync(page, 'utf8'), version, today);

	const { command, args } = npmCommand();
	const bump = [...args, 'version', version, '--no-git-tag-version', '--allow-same-version'];
	execFileSync(command, bump, { cwd: ROOT, stdio: 'inherit' });
	writeFileSync(page, changelog);
	git(ROOT, ['commit', '--all', '-m', `Release ${version}`]);

	rmSync(join(ROOT, PACKAGES), { recursive: true, force: true });
	const generate = ['--import', 'tsx', join(__dirname, 'packages.ts')];
	execFileSync(process.execPath, generate, { cwd: ROOT, stdio: 'inherit' });
	const message = `Packages of ${version}`;
	const commit = commitBeside(ROOT, { branch: BRANCH, path: PACKAGES, message });
	git(ROOT, ['tag', '--annotate', version, commit, '-m', version]);

	const push = ['push', '--atomic', 'origin', 'main', BRANCH, version];
	if (flags.includes('--push')) git(ROOT, push);
	else console.log(`${version} is tagged here. What publishes it: git ${push.join(' ')}`);
}

try {
	main();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
