import type { INodeProperties } from 'n8n-workflow';

import { name as pack } from '../../package.json';
import { readExamples } from '../../scripts/n8n/examples';
import { everyProperty, packNodes } from '../support/descriptions';
import { expectEach } from '../support/each';

const isList = ({ typeOptions }: INodeProperties) => typeOptions?.multipleValues === true;

/** By node type: names of the fields that take several values. */
const listsOf = new Map(
	packNodes().map(({ description: { name, properties } }) => [
		`${pack}.${name}`,
		everyProperty(properties).flatMap(({ property }) => (isList(property) ? [property.name] : [])),
	]),
);

/** Every value of a parameter with its name, also inside others. */
const valuesIn = (parameters: object): Array<[string, unknown]> =>
	Object.entries(parameters).flatMap(([name, value]: [string, unknown]) =>
		typeof value === 'object' && value !== null && !Array.isArray(value)
			? [[name, value], ...valuesIn(value)]
			: [[name, value] as [string, unknown]],
	);

test('a field of the example workflows with several values is no text, which n8n shows letter by letter', async () => {
	const values = [...readExamples()].flatMap(([file, { nodes }]) =>
		nodes.flatMap(({ name: node, type, parameters }) =>
			valuesIn(parameters)
				.filter(([name]) => listsOf.get(type)?.includes(name))
				.map(([name, value]) => ({ file, node, name, value })),
		),
	);
	expect(values.length).toBeGreaterThan(5);
	await expectEach(values, ({ value }) => expect(value).toEqual(expect.any(Object)));
});
