import { isEmpty, isError, upperFirst } from 'lodash';
import type { INode, INodeExecutionData } from 'n8n-workflow';
import { NodeApiError, NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';

export type NodeError = NodeApiError | NodeOperationError;

/** Throws for what the user can correct: what is wrong, and the way out. */
export type Fail = (what: string, wayOut: string) => never;

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

/** The error with n8n's word for its cause, which n8n 1 and 2.0 do not take along by themselves. */
export const withCause = <E extends NodeError>(error: E, failure: NonNullable<E['failure']>): E =>
	Object.assign(error, { failure });

/** The JSON of an error item: n8n takes it for one by the keys `error`, `message` and `details`. */
export function errorJson(error: NodeError): INodeExecutionData['json'] {
	const { message, description, failure } = error;
	const httpCode = error instanceof NodeApiError ? error.httpCode : null;
	const details = { description: description ?? null, httpCode, cause: failure?.cause ?? null };
	return { error: message, details };
}

/**
 * Marks error items for n8n 1 and 2.0, which know none with `details` by its keys and would take it for a good one. It is
 * no enumerable property: n8n leaves it behind when it moves the item to the error output, and would else put the message
 * in place of all that the item says.
 */
export function markErrors(items: INodeExecutionData[]): void {
	for (const item of items) {
		const { error: message, details, ...others } = item.json;
		if (message === undefined || details === undefined || !isEmpty(others)) continue;
		Object.defineProperty(item, 'error', { value: { message } });
	}
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
	const error = new NodeOperationError(node, message, { itemIndex, description: wayOut });
	return withCause(error, { cause: 'configuration-invalid' });
}

/**
 * The error for a file that n8n has no more, or not whole; `sent` says what the service has of it. The reason stands in the
 * description: in place of a message with the code of a system error, n8n puts words of its own.
 */
export const unreadFile = (
	node: INode,
	{ name, reason, sent }: Record<'name' | 'reason' | 'sent', string>,
	itemIndex?: number,
) =>
	configurationError(
		node,
		`The file '${name}' could not be read`,
		`${upperFirst(reason)}. ${sent} Look whether n8n still has the file, and run the workflow from where it comes from.`,
		itemIndex,
	);

/** The error for a call that was not sent: the execution was cancelled, or another item failed. */
export function stoppedError(node: INode, itemIndex?: number): NodeOperationError {
	return new NodeOperationError(node, `The execution was stopped${ofItem(itemIndex)}`, {
		itemIndex,
	});
}

/** Whether an error is one of JavaScript's own, such as that something is not a function. */
export const isNative = (thrown: unknown): thrown is Error =>
	isError(thrown) && /^(Type|Range|Syntax|Reference)Error$/.test(thrown.name);
