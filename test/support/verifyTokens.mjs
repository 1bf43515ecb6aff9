/**
 * A process of its own, because jose is an ES module and Jest loads none: reads `Tokens` from standard input,
 * verifies each with jose and writes `Verified[]`. Ends with status 1 when a token is not what it should be.
 */
import process from 'node:process';
import { json } from 'node:stream/consumers';
import { decodeProtectedHeader, jwtVerify } from 'jose';

const { tokens, secret, algorithm } = await json(process.stdin);
const key = new TextEncoder().encode(secret);
const verified = await Promise.all(
	tokens.map(async (token) => {
		const { payload } = await jwtVerify(token, key, { algorithms: [algorithm] });
		return { header: decodeProtectedHeader(token), claims: payload };
	}),
);
process.stdout.write(JSON.stringify(verified));
