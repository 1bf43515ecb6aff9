import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Tokens and what they have to be signed with. */
export interface Tokens {
	tokens: string[];
	secret: string;
	algorithm: string;
}

/** What a token says, once it was verified. */
export interface Verified {
	header: Record<string, unknown>;
	claims: Record<string, unknown>;
}

const ROOT = join(__dirname, '..', '..');

/** What tokens say, verified by jose: signature, algorithm and age. Throws when one does not hold. */
export function verifyTokens(given: Tokens): Verified[] {
	const script = join(__dirname, 'verifyTokens.mjs');
	const { status, stdout, stderr } = spawnSync(process.execPath, [script], {
		cwd: ROOT,
		input: JSON.stringify(given),
		encoding: 'utf8',
		timeout: 300_000,
	});
	if (status !== 0) throw new Error(`A token does not hold: ${stderr}`);
	return JSON.parse(stdout) as Verified[];
}
