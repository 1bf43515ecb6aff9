import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { packNodes } from '../support/descriptions';

/** More resources than this are hard to look through. */
const MOST_RESOURCES = 30;

const choicesOf = ({ options = [] }: INodeProperties) => options as INodePropertyOptions[];

/** The values that several have. */
const twinsIn = (values: Array<string | undefined>) =>
	values.filter((value, index) => value !== undefined && values.indexOf(value) < index);

const nodes = packNodes().map(({ description: { displayName, properties } }) => ({
	displayName,
	resources: properties.filter(({ name }) => name === 'resource').flatMap(choicesOf),
	operations: properties.filter(({ name }) => name === 'operation').map(choicesOf),
}));

test('no two operations of a resource have the same description, and no two of a node the same action', () => {
	expect(nodes.flatMap(({ operations }) => operations).length).toBeGreaterThan(0);
	const twins = nodes.flatMap(({ displayName, operations }) => [
		...operations.flatMap((own) => twinsIn(own.map(({ description }) => description))),
		...twinsIn(operations.flat().map(({ action }) => action)).map(
			(action) => `${displayName}: ${action}`,
		),
	]);
	expect(twins).toEqual([]);
});

test('no two resources of a node have the same name or description, and there are not too many', () => {
	const wrong = nodes.flatMap(({ displayName, resources }) => [
		...twinsIn(resources.map(({ name }) => name)),
		...twinsIn(resources.map(({ description }) => description)),
		...(resources.length > MOST_RESOURCES ? [`${displayName}: ${resources.length}`] : []),
	]);
	expect(wrong).toEqual([]);
});
