import { keyBy, uniqBy } from 'lodash';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { N8nApi, Workflow } from './api';
import { readExamples } from './examples';
import { installN8n, type N8nInstallation } from './install';
import type { Instance } from './instance';
import { step } from './progress';
import { runCommand } from '../processes';
import { startSandbox, type Sandbox } from '../sandbox';
import type { VersionName } from './versions';

const root = join(__dirname, '..', '..');

/** An example workflow as n8n holds it. */
export interface ImportedWorkflow extends Workflow {
	id: string;
	/** Name of its file in workflows/, without .json. */
	file: string;
	/** Address on which its trigger listens, when it has one. */
	webhookUrl?: string;
}

/** A real n8n with the pack, credentials for the sandbox and the example workflows. */
export interface Playground<I extends Instance = Instance> {
	n8n: I;
	sandbox: Sandbox;
	/** By credential type: the first of each. */
	credentials: Record<string, PlaygroundCredential>;
	workflows: ImportedWorkflow[];
	stop(): Promise<void>;
}

/** A credential of the playground: playground/credentials.json, and its id in n8n. */
export interface PlaygroundCredential {
	id: string;
	name: string;
	type: string;
	data: Record<string, string>;
}

/** The sandbox's known accounts (playground/credentials.json) with its address filled in. */
export async function sandboxCredentials(
	sandboxUrl: string,
): Promise<Array<Omit<PlaygroundCredential, 'id'>>> {
	const text = await readFile(join(root, 'playground', 'credentials.json'), 'utf8');
	return JSON.parse(text.replaceAll('{sandbox}', sandboxUrl)) as PlaygroundCredential[];
}

/** The site that example workflows read from, in place of the user's own. */
const EXAMPLE_SITE = 'https://help.example.com';

/** The example workflows, by file name without .json, with the sandbox's help center as the example site. */
function examplesFor(sandboxUrl: string): Map<string, Workflow> {
	const text = JSON.stringify([...readExamples()]);
	const help = `${sandboxUrl}/help`;
	return new Map(JSON.parse(text.replaceAll(EXAMPLE_SITE, help)) as Array<[string, Workflow]>);
}

/** Points the nodes at this n8n's credentials of the same name: ids differ from one n8n to the next. */
function withCredentials(workflow: Workflow, credentials: PlaygroundCredential[]): Workflow {
	const nodes = workflow.nodes.map((node) => {
		if (node.credentials === undefined) return node;
		const entries = Object.entries(node.credentials).map(([type, { name }]) => {
			const found = credentials.find((one) => one.type === type && one.name === name);
			if (found === undefined) {
				throw new Error(`"${workflow.name}" needs the ${type} credential "${name}".`);
			}
			return [type, { id: found.id, name }];
		});
		return { ...node, credentials: Object.fromEntries(entries) as typeof node.credentials };
	});
	return { ...workflow, nodes };
}

async function importWorkflow(
	{ webhookUrl: base, api }: { webhookUrl: string; api: N8nApi },
	file: string,
	workflow: Workflow,
): Promise<ImportedWorkflow> {
	const stored = await api.createWorkflow(workflow);
	const listening = workflow.nodes.find((node) => node.webhookId !== undefined);
	if (listening === undefined) return { ...stored, file };
	await api.publish(stored);
	const { webhookId, parameters } = listening;
	// n8n's own Webhook node has its path from the user, other triggers from their webhookId.
	const path = typeof parameters.path === 'string' ? parameters.path : `${webhookId}/webhook`;
	return { ...stored, file, webhookUrl: `${base}/webhook/${path}` };
}

/** Compiles the pack into dist/, with a line of progress. */
export async function buildNodes(): Promise<void> {
	await step('Building the nodes', async () => {
		const gulp = join(root, 'node_modules', 'gulp', 'bin', 'gulp.js');
		const logFile = join(root, 'coverage', 'build.log');
		await runCommand(process.execPath, [gulp, 'build'], { cwd: root, logFile });
	});
}

/**
 * Builds the pack, installs n8n, the present version if none is named, if it is not there yet, and starts the sandbox and n8n, as `start` starts it, with the
 * pack, credentials and example workflows in it. Whatever has started is stopped when a later
 * part does not come up.
 */
export async function startPlayground<I extends Instance>(
	start: (n8n: N8nInstallation, packageFolder: string) => Promise<I>,
	version?: VersionName,
): Promise<Playground<I>> {
	const installation = await installN8n(version);
	await buildNodes();
	const started: Array<{ stop(): Promise<void> }> = [];
	const stop = async () => {
		await Promise.all(started.map(async (part) => await part.stop()));
	};
	try {
		const sandbox = await step('Starting the sandbox', startSandbox);
		started.push(sandbox);
		const n8n = await step(`Starting n8n ${installation.version}`, async () =>
			start(installation, root),
		);
		started.push(n8n);
		const all: PlaygroundCredential[] = [];
		for (const credential of await sandboxCredentials(sandbox.url)) {
			all.push({ ...credential, id: await n8n.api.createCredential(credential) });
		}
		const workflows: ImportedWorkflow[] = [];
		for (const [file, workflow] of examplesFor(sandbox.url)) {
			workflows.push(await importWorkflow(n8n, file, withCredentials(workflow, all)));
		}
		const credentials = keyBy(uniqBy(all, 'type'), 'type');
		return { n8n, sandbox, credentials, workflows, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}
