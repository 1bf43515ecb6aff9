import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const playground = join(__dirname, '..', '..', 'playground');

/** All that differs between the versions of n8n that the pack is tried in. */
export interface N8nVersion {
	/** The folder of its package.json and package-lock.json. */
	manifest: string;
	/** What is told before it is installed. */
	size: string;
	/** Majors of Node that run it: this one, and any later one where `orNewer` is set. */
	node: { major: number; orNewer: boolean };
	/** Settings of its own, for an n8n that listens at `url`. */
	settings: (url: string) => Record<string, string>;
	/** What the main process logs once all is started, where its readiness route answers before that. */
	saysWhenReady?: string;
	/** "Execute workflow" sends the workflow with the request, instead of running what is stored. */
	runsWhatIsSent?: boolean;
	/** Every change of a published workflow has its trigger unregistered and registered anew. */
	changeRegistersAnew?: boolean;
}

const OLDER = {
	node: { major: 20, orNewer: false },
	settings: (url: string) => ({
		// What evaluates expressions otherwise wants a later Node than these versions do.
		N8N_EXPRESSION_ENGINE: 'legacy',
		// N8N_WEBHOOK_URL is of later versions.
		WEBHOOK_URL: url,
	}),
	saysWhenReady: 'Editor is now accessible via',
	runsWhatIsSent: true,
	changeRegistersAnew: true,
};

/** By what `npm run e2e -- --n8n` calls them; the present one is what everything else runs in. */
export const VERSIONS = {
	present: {
		manifest: playground,
		size: '2.4 GB, once, about 3 minutes',
		node: { major: 24, orNewer: true },
		// It would speak to the outside.
		settings: () => ({ N8N_DISABLED_MODULES: 'mcp-registry' }),
	},
	'2.0': { manifest: join(playground, '2.0'), size: '1.6 GB, once, about 2 minutes', ...OLDER },
	'1.123': {
		manifest: join(playground, '1.123'),
		size: '1.4 GB, once, about 2 minutes',
		...OLDER,
	},
} satisfies Record<string, N8nVersion>;

export type VersionName = keyof typeof VERSIONS;

/** The number of an n8n, such as 1.123.81, as its manifest has it. */
export function numberOf({ manifest }: N8nVersion): string {
	const { dependencies } = JSON.parse(readFileSync(join(manifest, 'package.json'), 'utf8')) as {
		dependencies: { n8n: string };
	};
	return dependencies.n8n;
}

/** Below zero if the first number is of an older n8n than the second; 2.6 is older than 2.6.0. */
export const compareNumbers = (first: string, second: string): number =>
	first.localeCompare(second, 'en', { numeric: true });
