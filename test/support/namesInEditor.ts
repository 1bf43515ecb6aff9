import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ICredentialType, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { readExamples } from '../../scripts/n8n/examples';
import { everyProperty, operationsOf, packNodes } from './descriptions';

const ROOT = join(__dirname, '..', '..');
const json = <T>(...path: string[]) => JSON.parse(readFileSync(join(ROOT, ...path), 'utf8')) as T;

/** What pages and texts name of n8n itself, as n8n 2.41 shows it. */
export const OF_N8N = [
	'By ID',
	'Execute Once',
	'Execute step',
	'Fetch Test Event',
	'Human review',
	'On Error',
	'Open chat',
	'Poll Times',
	'Production URL',
	'Remove Duplicates',
	'Send and Wait for Response',
	'System Message',
	'Test URL',
	'Wait',
	'Webhook URLs',
];

/** The nodes that package.json lists. */
export const nodes = packNodes().map(({ description }) => description);

/** The credentials that package.json lists. */
export const credentials = json<{ n8n: { credentials: string[] } }>(
	'package.json',
).n8n.credentials.map((file) => {
	const source = file.replace(/^dist\//, '').replace(/\.js$/, '');
	const exported = jest.requireActual<Record<string, new () => ICredentialType>>(
		join(ROOT, source),
	);
	return new exported[basename(source, '.credentials')]();
});

/** Every operation as pages write it, such as `Call List: Get Many`. */
export const operationNames = () =>
	nodes.flatMap((description) => {
		const resources = description.properties
			.filter(({ name }) => name === 'resource')
			.flatMap(({ options = [] }) => options as INodePropertyOptions[]);
		return operationsOf(description).map(({ resource, option }) => {
			const shown = resources.find(({ value }) => value === resource);
			return `${shown?.name}: ${option.name}`;
		});
	});

/** What the editor calls a field, without `(Seconds)` and the like. */
const withoutUnit = ({ displayName }: INodeProperties) => displayName.replace(/ \([^)]+\)$/, '');

const choicesOf = ({ options = [] }: INodeProperties) =>
	options.flatMap((option) => ('value' in option ? [option.name] : []));

const outputsOf = ({ outputs }: (typeof nodes)[number]) =>
	[...String(outputs).matchAll(/"([A-Z][\w ]+)"/g)].map(([, name]) => name);

/** Every name that the editor shows of our nodes and credentials, their fields and choices, and the example workflows' nodes. */
export function namesInEditor(): string[] {
	const properties = [...nodes, ...credentials].flatMap((shown) => everyProperty(shown.properties));
	const workflows = [...readExamples().values()].flatMap((workflow) => workflow.nodes);
	return [
		...nodes.map(({ displayName }) => displayName),
		...nodes.flatMap(outputsOf),
		...properties.flatMap(({ property }) => [withoutUnit(property), ...choicesOf(property)]),
		...properties.map(({ property }) => property.displayName),
		...workflows.map(({ name }) => name),
		...operationNames(),
	];
}
