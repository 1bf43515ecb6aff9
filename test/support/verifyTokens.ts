/**
 * A process of its own, because jose is an ES module and Jest loads none: reads `Tokens` from standard input,
 * verifies each with jose and writes `Verified[]`. Ends with status 1 when a token is not what it should be.
 */
import { json } from 'node:stream/consumers';
import { decodeProtectedHeader, jwtVerify } from 'jose';

import type { Tokens, Verified } from './jwt';

async function verify({ tokens, secret, algorithm }: Tokens): Promise<Verified[]> {
	const key = new TextEncoder().encode(secret);
	return await Promise.all(
		tokens.map(async (token) => {
			const { payload } = await jwtVerify(token, key, { algorithms: [algorithm] });
			return { header: decodeProtectedHeader(token), claims: payload };
		}),
	);
}

json(process.stdin)
	.then(async (given) => await verify(given as Tokens))
	.then((verified) => process.stdout.write(JSON.stringify(verified)))
	.catch((reason: unknown) => {
		process.stderr.write(String(reason));
		process.exitCode = 1;
	});
