import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

import type { Playground } from '../../scripts/n8n/playground';
import { JOBS } from '../support/answers/jobs';
import { ENCODINGS, secretsIn } from '../support/matrix/encodings';
import { chained, packNode, START } from './build';

/** An operation of each vendor that reads, and the field of the credential with its secret. */
const READING: Record<string, [id: string, secret: string]> = {
	koda: ['callList.getAll', 'clientSecret'],
	naxon: ['model.getAll', 'apiToken'],
	'kore-ai': ['bot.getPublishStatus', 'clientSecret'],
	'chatbot-com': ['story.getAll', 'accessToken'],
	koopid: ['bot.getAccessStats', 'apiKey'],
};

/** Below it, n8n keeps executions, its event log and, in SQLite, everything else. Packages and settings are not of a run. */
const KEPT = /\.(sqlite|sqlite-wal|log)$/;

/** What n8n keeps in files: each by its name. */
async function kept(folder: string): Promise<Array<[name: string, text: string]>> {
	const names = await readdir(join(folder, '.n8n'));
	const files = names.filter((name) => KEPT.test(name));
	return await Promise.all(
		files.map(
			async (name): Promise<[string, string]> => [
				name,
				await readFile(join(folder, '.n8n', name), 'latin1'),
			],
		),
	);
}

/** Characters that are looked through at once, and how far such parts reach into each other. */
const PART = 100_000;
const OVERLAP = 5000;

/** The parts of a text, which may be a whole database, that hold any of the secrets. */
const holding = (text: string, secrets: string[], size = PART): string[] =>
	Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
		text.slice(index * size, (index + 1) * size + OVERLAP),
	).filter((part) => secretsIn(part, secrets).length > 0);

/** Services that repeat the secret in their errors, and all that n8n keeps and shows of it. */
export function secretTests(playground: () => Playground): void {
	const left: Array<[where: string, text: string]> = [];
	const secrets: string[] = [];

	it('runs against services that repeat the secret in every encoding', async () => {
		const { n8n, sandbox, credentials } = playground();
		await n8n.end();
		await n8n.start({ N8N_LOG_LEVEL: 'debug' });
		for (const [vendor, [id, name]] of Object.entries(READING)) {
			const { node, credential, jobs } = JOBS[vendor];
			const { data } = credentials[credential];
			const secret = data[name];
			secrets.push(secret);
			const forms = Object.values(ENCODINGS).map((encode) => encode(secret, data.clientId ?? ''));
			const [resource, operation] = id.split('.');
			const reading = packNode(playground(), {
				name: 'Node',
				type: node,
				parameters: {
					resource,
					operation,
					...jobs.find((job) => job.id === id)?.parameters,
					requestOptions: { maxRetryWait: 0 },
				},
				credential,
			});
			const stored = await n8n.api.createWorkflow(
				chained(`Secrets of ${vendor}`, [START, reading]),
			);
			const body = { message: `Refused: ${forms.join(' ')}` };
			await sandbox.control('faults', { vendor, kind: 'status', status: 400, body });
			const execution = await n8n.api.finished(await n8n.api.run(stored.id, START.name));
			expect(execution.status).toBe('error');
			expect(JSON.stringify(execution)).toContain('Refused: ***');
			left.push([`the execution of ${vendor}`, JSON.stringify(execution)]);
		}
		await n8n.end();
		left.push(["n8n's log", n8n.log()], ...(await kept(n8n.folder)));
		await n8n.start();
	});

	it('leaves none of them in the database, the logs and what its REST API shows', () => {
		expect(left.map(([where]) => where)).toContain('database.sqlite');
		expect(left.map(([where]) => where)).toContain('n8nEventLog.log');
		const found = left.flatMap(([where, text]) =>
			holding(text, secrets).map((part) => [where, holding(part, secrets, OVERLAP).at(0)]),
		);
		expect(found).toEqual([]);
	});
}
