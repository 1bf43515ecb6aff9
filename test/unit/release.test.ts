import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { released } from '../../scripts/release/changelog';
import { commitBeside, git } from '../../scripts/release/git';

describe('released', () => {
	test('what was unreleased is of the version, and nothing is unreleased any more', () => {
		const before = '# Changelog\n\n## [Unreleased]\n\n- New\n\n## [0.1.0] - 2026-01-01\n\n- Old\n';
		expect(released(before, '0.2.0', '2026-02-03')).toBe(
			'# Changelog\n\n## [Unreleased]\n\n## [0.2.0] - 2026-02-03\n\n- New\n\n## [0.1.0] - 2026-01-01\n\n- Old\n',
		);
	});

	test.each(['# Changelog\n', '## [Unreleased]\n\n## [0.1.0] - 2026-01-01\n\n- Old\n'])(
		'nothing that is unreleased is no release: %j',
		(changelog) => expect(() => released(changelog, '0.2.0', '2026-02-03')).toThrow('CHANGELOG.md'),
	);
});

describe('commitBeside', () => {
	const folder = mkdtempSync(join(tmpdir(), 'release-test-'));
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	test('adds what is ignored to what HEAD has, on another branch, and leaves all else as it is', () => {
		execFileSync('git', ['init', '--quiet', '--initial-branch', 'main', folder]);
		git(folder, ['config', 'user.name', 'Somebody']);
		git(folder, ['config', 'user.email', 'name@email.com']);
		mkdirSync(join(folder, 'made'));
		writeFileSync(join(folder, '.gitignore'), '/made/\n');
		writeFileSync(join(folder, 'made', 'file'), 'first');
		git(folder, ['add', '--all']);
		git(folder, ['commit', '--quiet', '--message', 'Sources']);
		const sources = git(folder, ['rev-parse', 'HEAD']);
		const made = { branch: 'release', path: 'made', message: 'Made' };

		const first = commitBeside(folder, made);
		writeFileSync(join(folder, 'made', 'file'), 'second');
		const second = commitBeside(folder, made);

		expect(git(folder, ['ls-tree', '-r', '--name-only', first])).toBe('.gitignore\nmade/file');
		expect(git(folder, ['show', `${second}:made/file`])).toBe('second');
		expect(git(folder, ['log', '-1', '--format=%P', second])).toBe(`${sources} ${first}`);
		expect(git(folder, ['rev-parse', 'release'])).toBe(second);
		expect(git(folder, ['rev-parse', 'HEAD'])).toBe(sources);
		expect(git(folder, ['status', '--porcelain'])).toBe('');
	});
});
