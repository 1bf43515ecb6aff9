import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { RESPOND, versionOf, type Version } from './trigger';

/** Where n8n notes for all nodes of an execution that the call was answered. */
const ANSWERED = 'chatBotComAnswered';

/**
 * In which form the call came that started this execution. Throws NodeOperationError when it was answered already,
 * or when nobody waits for an answer; with `chosen`, another node than ChatBot.com Trigger may have taken it.
 */
export function callBefore(
	node: IExecuteFunctions,
	chosen: Version | 'auto' | undefined,
): { version: Version } {
	const own = node.getNode();
	if (node.getContext('flow')[ANSWERED]) {
		fail(
			node,
			'The call was answered already',
			"A call has one answer. Give all messages in one 'Reply', outside of a loop.",
		);
	}
	if (chosen && chosen !== 'auto') return { version: chosen };
	const triggers = node
		.getParentNodes(own.name, { includeNodeParameters: true })
		.filter(({ type, disabled }) => type === `${own.type}Trigger` && !disabled);
	const { $: of } = node.getWorkflowDataProxy(0) as unknown as Record<'$', ProxyOf>;
	const trigger = triggers.find(({ name }) => of(name).isExecuted);
	if (!trigger) {
		return fail(
			node,
			'No ChatBot.com Trigger has started this workflow',
			"Put 'Reply' behind ChatBot.com Trigger, in the same workflow. If another node took the call, choose the 'Builder' in the options.",
		);
	}
	if (trigger.parameters?.responseMode !== RESPOND.byReply) {
		fail(
			node,
			`'${trigger.name}' has answered already`,
			"Set 'Respond' there to 'Using a Reply', so that ChatBot.com waits for this answer.",
		);
	}
	const { json } = of(trigger.name).first();
	const version = (json.version as Version | undefined) ?? versionOf(json);
	return { version };
}

/** Notes that the call is answered, for whichever node would answer it again. */
export function markAnswered(node: IExecuteFunctions): void {
	node.getContext('flow')[ANSWERED] = true;
}

/** What expressions know by `$('Node')`. */
type ProxyOf = (name: string) => { isExecuted: boolean; first: () => { json: IDataObject } };

function fail(node: IExecuteFunctions, what: string, description: string): never {
	throw new NodeOperationError(node.getNode(), what, { description });
}
