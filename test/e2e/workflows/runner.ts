import { difference } from 'lodash';

import { triggerOf, type Execution } from '../../../scripts/n8n/api';
import { assertSuccess } from '../../../scripts/n8n/demonstration';
import { examplesBeyond } from '../../../scripts/n8n/examples';
import { until } from '../../../scripts/n8n/patience';
import type { ImportedWorkflow, Playground } from '../../../scripts/n8n/playground';
import type { VersionName } from '../../../scripts/n8n/versions';

/** What the tests of the example workflows share; everything is ready inside of tests only. */
export interface Runner {
	playground(): Playground;
	/** An example workflow by its file name without .json. */
	find(file: string): ImportedWorkflow;
	/** Runs it as "Execute workflow" does. Throws unless it succeeds. */
	run(file: string): Promise<Execution>;
	/** The execution that `cause` starts. Throws unless it succeeds. */
	startedBy(file: string, cause: () => Promise<unknown>): Promise<Execution>;
	/** Its latest execution. */
	last(file: string): Promise<Execution>;
	/** Whether this n8n is as new as the workflow says it needs. */
	canRun(file: string): boolean;
}

/** `version`: the n8n that is running. */
export function createRunner(
	playground: () => Playground,
	version: VersionName = 'present',
): Runner {
	const beyond = examplesBeyond(version);
	const find = (file: string): ImportedWorkflow => {
		const workflow = playground().workflows.find((candidate) => candidate.file === file);
		if (workflow === undefined) throw new Error(`workflows/${file}.json is missing.`);
		return workflow;
	};
	return {
		playground,
		find,
		async run(file) {
			const { api } = playground().n8n;
			const workflow = find(file);
			const execution = await api.finished(await api.run(workflow.id, triggerOf(workflow)));
			assertSuccess(workflow, execution);
			return execution;
		},
		async startedBy(file, cause) {
			const { api } = playground().n8n;
			const workflow = find(file);
			const before = await api.executionIds(workflow.id);
			await cause();
			const [id] = await until(
				async () => difference(await api.executionIds(workflow.id), before),
				(ids) => ids.length > 0,
				() => `"${workflow.name}" was not started.`,
			);
			const execution = await api.finished(id);
			assertSuccess(workflow, execution);
			return execution;
		},
		async last(file) {
			const { api } = playground().n8n;
			const [id] = await api.executionIds(find(file).id);
			return await api.execution(id);
		},
		canRun: (file) => !beyond.includes(file),
	};
}
