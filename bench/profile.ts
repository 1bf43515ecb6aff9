import { Session } from 'node:inspector/promises';
import type { Profiler } from 'node:inspector';

/** Whose work the time was, by where the running function is from; the first that fits. */
const OWNERS: Array<[string, RegExp]> = [
	["n8n's node", /\/n8n-nodes-base\//],
	["this pack's kernel", /\/dist\/nodes\/shared\//],
	["this pack's vendor", /\/dist\/(nodes|credentials)\//],
	[
		'n8n-workflow and luxon: mostly expressions',
		/\/(n8n-workflow|expression-runtime|luxon|tournament|isolated-vm)\//,
	],
	["n8n's request helper, with axios", /\/(backend-network|proxy-from-env|follow-redirects)\//],
	['other parts of n8n', /\/node_modules\//],
	["Node.js's network and streams", /^node:/],
	['the benchmark', /\/(bench|test)\//],
	['garbage collection', /^\(garbage collector\)$/],
	['waiting', /^\(idle\)$/],
];

const OTHER = 'native code';

/** By node of the profile. What has no file of its own, such as a built-in function, is its caller's. */
function ownersIn({ nodes }: Profiler.Profile): Map<number, string> {
	const owners = new Map<number, string>();
	// Callers come before those they call.
	for (const { id, callFrame, children = [] } of nodes) {
		const place = callFrame.url || callFrame.functionName;
		const own = OWNERS.find(([, pattern]) => pattern.test(place))?.[0];
		const owner = own ?? (callFrame.url ? OTHER : owners.get(id)) ?? OTHER;
		owners.set(id, owner);
		for (const child of children) owners.set(child, owner);
	}
	return owners;
}

/** Runs `work` and answers the milliseconds that each owner's functions took themselves. */
export async function profiled(work: () => Promise<unknown>): Promise<Record<string, number>> {
	const session = new Session();
	session.connect();
	await session.post('Profiler.enable');
	await session.post('Profiler.start');
	await work();
	const { profile } = await session.post('Profiler.stop');
	session.disconnect();
	const owners = ownersIn(profile);
	const times: Record<string, number> = {};
	const { samples = [], timeDeltas = [] } = profile;
	for (const [index, id] of samples.entries()) {
		const owner = owners.get(id) ?? OTHER;
		times[owner] = (times[owner] ?? 0) + timeDeltas[index] / 1000;
	}
	return times;
}
