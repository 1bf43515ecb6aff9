import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';

import {
	asNodeError,
	configurationError,
	errorJson,
	finalError,
	isTool,
	markErrors,
	ofItem,
	stoppedError,
	withContext,
} from '../../nodes/shared/fields/nodeError';

const node = (more: Partial<INode> = {}) => ({ name: 'Node', type: 'shop', ...more }) as INode;

/** n8n runs a node for an agent as a node of its own kind, or with its output led to the agent. */
const tools: Array<[Partial<INode>, boolean]> = [
	[{ type: 'shopTool' }, true],
	[{ rewireOutputLogTo: 'ai_tool' }, true],
	[{}, false],
	[{ rewireOutputLogTo: 'main' }, false],
	[{ type: 'ToolShop' }, false],
];

test.each(tools)('a node that n8n runs as %j is a tool: %j', (more, expected) => {
	expect(isTool(node(more))).toBe(expected);
	const error = new NodeOperationError(node(), 'What', { description: 'Way out' });
	const { message, description } = finalError(node(more), error);
	expect([message, description]).toEqual([expected ? 'What. Way out' : 'What', 'Way out']);
});

test('of a tool, an error without a way out stays as it is', () => {
	const tool = node({ type: 'shopTool' });
	expect(finalError(tool, new NodeOperationError(tool, 'What')).message).toBe('What');
});

test('an error of n8n stays itself, another one becomes the node’s', () => {
	for (const error of [new NodeOperationError(node(), 'a'), new NodeApiError(node(), {})]) {
		expect(asNodeError(node(), error, 3)).toBe(error);
	}
	const error = asNodeError(node(), new Error('What'), 3);
	expect(error).toBeInstanceOf(NodeOperationError);
	expect(error.message).toBe('What');
	expect(error.context.itemIndex).toBe(3);
});

test.each([
	[{ before: 'List: ' }, 'List: What', 'Way out'],
	[{ first: 'First.' }, 'What', 'First. Way out'],
	[{ after: 'Then.' }, 'What', 'Way out Then.'],
	[{}, 'What', 'Way out'],
])('an error with %j', (more, message, description) => {
	const error = new NodeOperationError(node(), 'What', { description: 'Way out' });
	const told = withContext(error, more);
	expect(told).toBe(error);
	expect(told).toMatchObject({ message, description });
});

test('an error item has the message, the way out, the status and the cause', () => {
	expect(errorJson(configurationError(node(), 'What', 'Way out', 0))).toEqual({
		error: 'What [item 0]',
		details: { description: 'Way out', httpCode: null, cause: 'configuration-invalid' },
	});
	const refused = new NodeApiError(node(), {}, { message: 'Refused', httpCode: '404' });
	expect(errorJson(refused)).toMatchObject({
		error: 'Refused',
		details: { httpCode: '404', cause: null },
	});
	const bare = new NodeOperationError(node(), 'What');
	bare.description = undefined;
	expect(errorJson(bare).details).toEqual({ description: null, httpCode: null, cause: null });
});

test('an error item is marked for n8n 1 and 2.0, which copy no more than what is enumerable', () => {
	const failed = { json: errorJson(stoppedError(node(), 0)) };
	const good = { json: { ...failed.json, id: 1 } };
	markErrors([failed, good]);
	expect(failed).toMatchObject({ error: { message: 'The execution was stopped [item 0]' } });
	expect(Object.keys(failed)).toEqual(['json']);
	expect(good).not.toHaveProperty('error');
});

test.each([
	[undefined, ''],
	[0, ' [item 0]'],
	[12, ' [item 12]'],
])('item %j is named%s', (itemIndex, expected) => {
	expect(ofItem(itemIndex)).toBe(expected);
	const { message, context } = stoppedError(node(), itemIndex);
	expect([message, context.itemIndex]).toEqual([`The execution was stopped${expected}`, itemIndex]);
});
