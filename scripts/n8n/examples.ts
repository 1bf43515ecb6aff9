import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Workflow } from './api';
import { compareNumbers, numberOf, VERSIONS, type VersionName } from './versions';

const FOLDER = join(__dirname, '..', '..', 'workflows');

/** The oldest n8n that a workflow's notes say it needs, such as 2.6; undefined if any will do that the pack runs in. */
export function neededN8n({ nodes }: Pick<Workflow, 'nodes'>): string | undefined {
	const notes = nodes.map(({ parameters }) => String(parameters.content));
	const [, needed] = /needs n8n (\d+\.\d+) or newer/.exec(notes.join('\n')) ?? [];
	return needed;
}

/** The example workflows as their files have them, by file name without .json. */
export function readExamples(): Map<string, Workflow> {
	const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
	return new Map(
		files
			.sort()
			.map((name) => [
				name.slice(0, -5),
				JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Workflow,
			]),
	);
}

/** The example workflows that say they need a later n8n than the named one, by file name without .json. */
export function examplesBeyond(name: VersionName): string[] {
	const number = numberOf(VERSIONS[name]);
	return [...readExamples()]
		.filter(([, workflow]) => compareNumbers(neededN8n(workflow) ?? number, number) > 0)
		.map(([file]) => file);
}
