import { PollContext } from 'n8n-core';
import type { IDataObject, INode, INodeType } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';

import { additionalData, nodeTypes, type Job } from './runNode';

/** A trigger of the pack that is polled again and again, as n8n does with a published workflow; answers what a poll gives. */
export function polling({
	node: name,
	parameters,
	credentials,
	timezone = 'UTC',
}: Pick<Job, 'node' | 'parameters' | 'credentials' | 'timezone'>): () => Promise<IDataObject[]> {
	const node: INode = {
		id: 'node',
		name: 'Node',
		type: `n8n-nodes-chatbot-platforms.${name}`,
		typeVersion: 1,
		position: [0, 0],
		parameters,
		credentials: Object.fromEntries(
			Object.keys(credentials).map((type) => [type, { id: type, name: type }]),
		),
	};
	const workflow = new Workflow({
		id: 'polled',
		nodes: [node],
		connections: {},
		active: true,
		nodeTypes,
		settings: { timezone },
	});
	const type = nodeTypes.getByNameAndVersion(node.type) as INodeType;
	const data = additionalData(credentials);
	return async () => {
		const context = new PollContext(workflow, workflow.nodes.Node, data, 'trigger', 'activate');
		const outputs = await type.poll!.call(context);
		return (outputs ?? []).flat().map(({ json }) => json);
	};
}
