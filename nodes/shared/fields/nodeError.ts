import { isError } from 'lodash';
import type { INode, INodeExecutionData } from 'n8n-workflow';
import { NodeApiError, NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';

export type NodeError = NodeApiError | NodeOperationError;

/** Whether n8n runs the node as a tool of an AI agent, by whichever of its ways. */
export const isTool = ({ rewireOutputLogTo, type }: INode): boolean =>
	rewireOutputLogTo === NodeConnectionTypes.AiTool || type.endsWith('Tool');

/** Whatever was thrown, as an error that n8n shows with the node. */
export function asNodeError(node: INode, thrown: unknown, itemIndex?: number): NodeError {
	if (thrown instanceof NodeApiError || thrown instanceof NodeOperationError) return thrown;
	return new NodeOperationError(node, thrown as Error, { itemIndex });
}

/** The error as it leaves the node: of a tool's, n8n's AI Agent shows the model the message alone, so the way out joins it. */
export function finalError(node: INode, thrown: unknown): NodeError {
	const error = asNodeError(node, thrown);
	if (isTool(node) && error.description) error.message += `. ${error.description}`;
	return error;
}

/** The same error with more words: what stands before its message, and before and after its way out. */
export function withContext(error: Error, { before = '', first = '', after = '' }): Error {
	const { description } = error as NodeError;
	return Object.assign(error, {
		message: `${before}${error.message}`,
		description: [first, description, after].filter(Boolean).join(' '),
	});
}

/** The JSON of an error item: n8n takes it for one by the keys `error`, `message` and `details`. */
export function errorJson(error: NodeError): INodeExecutionData['json'] {
	const { message, description, failure } = error;
	const httpCode = error instanceof NodeApiError ? error.httpCode : null;
	const details = { description: description ?? null, httpCode, cause: failure?.cause ?? null };
	return { error: message, details };
}

/** Which item a message is about; nothing where there are no items, as in a picker. */
export const ofItem = (itemIndex?: number) =>
	itemIndex === undefined ? '' : ` [item ${itemIndex}]`;

/** The error for a value that the user can correct: what is wrong with it, and the way out. */
export function configurationError(
	node: INode,
	what: string,
	wayOut: string,
	itemIndex?: number,
): NodeOperationError {
	const message = `${what}${ofItem(itemIndex)}`;
	return new NodeOperationError(node, message, {
		itemIndex,
		description: wayOut,
		failure: { cause: 'configuration-invalid' },
	});
}

/** The error for a call that was not sent: the execution was cancelled, or another item failed. */
export function stoppedError(node: INode, itemIndex?: number): NodeOperationError {
	return new NodeOperationError(node, `The execution was stopped${ofItem(itemIndex)}`, {
		itemIndex,
	});
}

/** Whether an error is one of JavaScript's own, such as that something is not a function. */
export const isNative = (thrown: unknown): thrown is Error =>
	isError(thrown) && /^(Type|Range|Syntax|Reference)Error$/.test(thrown.name);
