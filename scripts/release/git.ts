import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs git in `folder`; answers what it prints, trimmed. Throws with git's own words. */
export function git(folder: string, args: string[], env: NodeJS.ProcessEnv = {}): string {
	return execFileSync('git', args, {
		cwd: folder,
		env: { ...process.env, ...env },
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'pipe'],
	}).trim();
}

/** The commit of a revision, if there is one. */
export function commitOf(folder: string, revision: string): string | undefined {
	const args = ['for-each-ref', '--format=%(objectname)', revision];
	return git(folder, args) || undefined;
}

/**
 * Commits what HEAD has and `path`, which git ignores, onto a branch, beside the working tree and its index. The
 * commit follows HEAD and, if there is one, the branch's last. Answers the commit.
 */
export function commitBeside(
	folder: string,
	{ branch, path, message }: { branch: string; path: string; message: string },
): string {
	const temporary = mkdtempSync(join(tmpdir(), 'release-'));
	const env = { GIT_INDEX_FILE: join(temporary, 'index') };
	try {
		git(folder, ['read-tree', 'HEAD'], env);
		git(folder, ['add', '--force', '--', path], env);
		const tree = git(folder, ['write-tree'], env);
		const places = [`refs/remotes/origin/${branch}`, `refs/heads/${branch}`];
		const last = places.map((place) => commitOf(folder, place)).find(Boolean);
		const parents = ['HEAD', ...(last ? [last] : [])].flatMap((parent) => ['-p', parent]);
		const commit = git(folder, ['commit-tree', tree, ...parents, '-m', message]);
		git(folder, ['update-ref', `refs/heads/${branch}`, commit]);
		return commit;
	} finally {
		rmSync(temporary, { recursive: true, force: true });
	}
}
