import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';

import type { Field } from '../../nodes/shared/fields/field';
import { Fields } from '../../nodes/shared/fields/fields';

const node = { id: '1', name: 'Node', type: 'test', typeVersion: 1, position: [0, 0] } as unknown;
export const source = { node: node as INode, itemIndex: 7, timezone: 'Asia/Bangkok' };

export const field = (more: Partial<Field>): Field => ({
	displayName: 'Shown Name',
	name: 'field',
	type: 'string',
	default: '',
	...more,
});
/** The field's value as the node reads it. */
export const read = (more: Partial<Field>, value: unknown) =>
	new Fields(source, [field(more)], () => value).get('field');

/** What reading says; fails when it says nothing. */
export function refusalOf(act: () => unknown): NodeOperationError {
	try {
		act();
	} catch (thrown) {
		expect(thrown).toBeInstanceOf(NodeOperationError);
		expect(thrown).not.toBeInstanceOf(NodeApiError);
		return thrown as NodeOperationError;
	}
	throw new Error('It was accepted');
}

export function expectRefused(
	act: () => unknown,
	what: string,
	wayOut: string,
	name = 'Shown Name',
) {
	const { message, description, context, failure } = refusalOf(act);
	expect(message).toContain(`'${name}' ${what}`);
	expect(message).toContain('[item 7]');
	expect(description).toContain(wayOut);
	expect(context.itemIndex).toBe(7);
	expect(failure).toEqual({ cause: 'configuration-invalid' });
}
