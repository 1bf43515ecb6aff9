import { triggerOf, type Execution } from '../../../scripts/n8n/api';
import { assertSuccess } from '../../../scripts/n8n/demonstration';
import type { ImportedWorkflow, Playground } from '../../../scripts/n8n/playground';

/** What the tests of the example workflows share; everything is ready inside of tests only. */
export interface Runner {
	playground(): Playground;
	/** An example workflow by its file name without .json. */
	find(file: string): ImportedWorkflow;
	/** Runs it as "Execute workflow" does. Throws unless it succeeds. */
	run(file: string): Promise<Execution>;
}

export function createRunner(playground: () => Playground): Runner {
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
	};
}
