import { NodeHelpers, type INodeParameters, type INodeProperties } from 'n8n-workflow';

import { contracts, offeredIds } from '../support/contracts';
import { everyProperty, operationsOf, packNodes } from '../support/descriptions';

const ARTICLES = /\b(a|an|the)\b/i;
/** Words that n8n's guidelines keep out of the interface. */
const UNWELCOME = /binary property|\bproblem\b|\bfailure\b|\bmistake\b/i;
const SIMPLIFY = 'Whether to return a simplified version of the response instead of the raw data';

/** Collections of what may be left out, in their order. */
const OPTIONAL = ['Additional Fields', 'Filters', 'Options', 'Sort'];

const nodes = packNodes();
const actionNodes = nodes.filter(({ description }) => operationsOf(description).length > 0);
const triggers = nodes.filter(({ description }) => description.group.includes('trigger'));
const byName = (a: string, b: string) => a.localeCompare(b, 'en');
const sorted = (names: string[]) => [...names].sort(byName);
const cases = <T extends { description: { name: string } }>(list: T[]) =>
	list.map((node): [string, T] => [node.description.name, node]);

test('the pack has action nodes and triggers', () => {
	expect(actionNodes.length).toBeGreaterThan(0);
	expect(triggers.length).toBeGreaterThan(0);
	expect(actionNodes.length + triggers.length).toBe(nodes.length);
});

describe.each(cases(actionNodes))('%s', (_, { description, folder }) => {
	const operations = operationsOf(description);

	test.each(operations.map((operation): [string, typeof operation] => [operation.id, operation]))(
		'%s says what it does',
		(__, { option }) => {
			const { name, action, description: text } = option;
			expect(name).toMatch(/^[A-Z]/);
			expect(text).toMatch(/^[A-Z].*[^.]$/s);
			expect(action).toMatch(/^[A-Z]/);
			expect(action).not.toMatch(ARTICLES);
			const [, ...rest] = (action ?? '').split(' ');
			expect(rest.length).toBeGreaterThan(0);
			// Sentence case: after the first word only abbreviations have capitals.
			for (const word of rest) expect(word).toMatch(/^([^A-Z]+|[A-Z]{2,})$/);
		},
	);

	test('actions differ', () => {
		const actions = operations.map(({ option }) => option.action);
		expect(new Set(actions).size).toBe(actions.length);
	});

	test('its operations are those of the contract', () => {
		const contract = contracts().find(({ node }) => node === folder);
		const wanted = contract && offeredIds(contract);
		expect(operations.map(({ id }) => id).sort()).toEqual(wanted);
	});

	test('what decides which required fields are shown takes no expression', () => {
		// n8n would ask for those of every choice before it knows which one it comes to.
		const deciding = description.properties
			.filter(({ required }) => required)
			.flatMap(({ displayOptions }) => Object.keys(displayOptions?.show ?? {}));
		for (const name of new Set(deciding)) {
			const found = description.properties.filter((property) => property.name === name);
			for (const { noDataExpression } of found)
				expect([name, noDataExpression]).toEqual([name, true]);
		}
	});

	test('every operation of a resource has a default that exists', () => {
		for (const property of description.properties) {
			if (!['resource', 'operation'].includes(property.name)) continue;
			const values = (property.options as Array<{ value: unknown }>).map(({ value }) => value);
			expect(values).toContain(property.default);
			expect(property.noDataExpression).toBe(true);
		}
		const [first] = description.properties;
		expect(first.name).toBe('resource');
	});

	describe.each(
		operations.map(({ id, resource, option }) => [id, resource, option.value] as const),
	)('%s', (__, resource, operation) => {
		const properties = shownFor(description.properties, resource, String(operation));

		test('shows no field twice at once', () => {
			for (const shown of displays(properties, { resource, operation: operation as string })) {
				const names = shown.map(({ name }) => name);
				expect(names).toEqual([...new Set(names)]);
				const labels = shown.map(({ displayName }) => displayName);
				expect(labels).toEqual([...new Set(labels)]);
			}
		});

		test('has required fields first and the collections of others last, Sort after Options', () => {
			const own = properties.filter(({ isNodeSetting }) => !isNodeSetting);
			const isOptional = ({ displayName }: INodeProperties) => OPTIONAL.includes(displayName);
			const names = own.filter(isOptional).map(({ displayName }) => displayName);
			expect(names).toEqual([...names].sort(byName));
			const first = own.findIndex(isOptional);
			const rest = first < 0 ? [] : own.slice(first).filter((field) => !isOptional(field));
			expect(rest.filter(({ name }) => name !== 'simplify')).toEqual([]);
		});

		test('lists with Return All and Limit', () => {
			const names = properties.map(({ name }) => name);
			expect(names.includes('returnAll')).toBe(names.includes('limit'));
			if (operation === 'getAll') expect(names).toContain('returnAll');
		});
	});

	test('can be used as a tool and says where it is', () => {
		expect(description.usableAsTool).toBe(true);
		expect(description.subtitle).toBeTruthy();
	});
});

describe.each(cases(triggers))('%s', (_, { description }) => {
	test('is named as a trigger and asks what to trigger on', () => {
		expect(description.displayName).toMatch(/ Trigger$/);
		expect(description.inputs).toEqual([]);
		const labels = description.properties.map(({ displayName }) => displayName);
		expect(labels).toContain('Trigger On');
	});
});

describe.each(cases(nodes))('fields of %s', (_, { description, node }) => {
	const properties = everyProperty(description.properties);
	const list = properties.map(({ path, property }): [string, INodeProperties] => [path, property]);
	const only = (keep: (property: INodeProperties) => unknown) =>
		list.filter(([, property]) => keep(property));

	test('have light and dark icons, credentials and a description', () => {
		expect(description.icon).toMatchObject({
			light: expect.stringMatching(/^file:.*\.svg$/) as string,
			dark: expect.stringMatching(/^file:.*dark.*\.svg$/) as string,
		});
		expect(description.credentials?.length).toBeGreaterThan(0);
		expect(description.description).toMatch(/^[A-Z].*[^.]$/);
	});

	test('are labelled, in plain words', () => {
		for (const [path, { displayName, description: text = '', type }] of list) {
			expect([path, displayName]).toEqual([path, expect.stringMatching(/^\S/)]);
			expect([path, `${displayName} ${text}`]).toEqual([
				path,
				expect.not.stringMatching(UNWELCOME),
			]);
			// One sentence has no full stop; several have.
			if (text && type !== 'notice' && !/\.\s\S/.test(text)) expect(text).not.toMatch(/\.$/);
		}
	});

	test('with a placeholder begin with e.g.', () => {
		const filled = only(
			({ type, placeholder }) =>
				placeholder !== undefined && !['collection', 'fixedCollection'].includes(type),
		);
		for (const [path, { placeholder }] of filled) {
			expect([path, placeholder]).toEqual([path, expect.stringMatching(/^e\.g\. \S/)]);
		}
		const modes = list.flatMap(([path, { modes = [] }]) =>
			modes.map((mode) => [path, mode] as const),
		);
		for (const [path, { placeholder, type }] of modes) {
			if (type === 'list') continue;
			expect([path, placeholder]).toEqual([path, expect.stringMatching(/^e\.g\. \S/)]);
		}
	});

	test('that are boolean begin with Whether', () => {
		const booleans = only(({ type }) => type === 'boolean');
		for (const [path, { description: text }] of booleans) {
			expect([path, text]).toEqual([path, expect.stringMatching(/^Whether /)]);
		}
	});

	test('that simplify say so in the usual words', () => {
		for (const [, { name, description: text, default: on }] of only(
			(property) => property.name === 'simplify',
		)) {
			expect([name, text, on]).toEqual(['simplify', SIMPLIFY, true]);
		}
	});

	test('have sorted options', () => {
		for (const [path, { type, name, options = [] }] of list) {
			const labels = options.map((option) =>
				'displayName' in option ? option.displayName : option.name,
			);
			// Days have an order of their own, and a short list may begin with what is usual.
			const free = name === 'allowedWeekdays' || (type === 'options' && options.length < 5);
			const always = ['resource', 'operation'].includes(name) || type === 'collection';
			if (always || !free) expect([path, labels]).toEqual([path, sorted(labels)]);
		}
	});

	test('that pick from a list have a loader', () => {
		for (const [path, { modes = [] }] of only(({ type }) => type === 'resourceLocator')) {
			expect(modes.length).toBeGreaterThan(0);
			for (const { type, typeOptions } of modes) {
				if (type !== 'list') continue;
				expect([path, Object.keys(node.methods?.listSearch ?? {})]).toEqual([
					path,
					expect.arrayContaining([typeOptions?.searchListMethod]),
				]);
			}
		}
	});

	test('that may pick from a list do so at first', () => {
		for (const [path, { modes = [], default: first }] of only(
			({ type }) => type === 'resourceLocator',
		)) {
			const mode = modes.some(({ type }) => type === 'list') ? 'list' : 'id';
			expect([path, first]).toEqual([path, { mode, value: '' }]);
		}
	});

	test('that offer options have one of them as default', () => {
		for (const [path, { options = [], default: first }] of only(({ type }) => type === 'options')) {
			const values = (options as Array<{ value: unknown }>).map(({ value }) => value);
			expect([path, values]).toEqual([path, expect.arrayContaining([first])]);
		}
	});
});

/** The properties that belong to one operation, whatever else they depend on. */
function shownFor(properties: INodeProperties[], resource: string, operation: string) {
	return properties.filter(({ displayOptions, name }) => {
		const { resource: resources, operation: operations } = displayOptions?.show ?? {};
		const fits = (wanted: unknown[] | undefined, value: string) =>
			wanted === undefined || wanted.includes(value);
		return (
			!['resource', 'operation'].includes(name) &&
			fits(resources, resource) &&
			fits(operations, operation)
		);
	});
}

/** What is shown at once, for every choice among the fields that others depend on. */
function displays(properties: INodeProperties[], chosen: INodeParameters): INodeProperties[][] {
	const deciding = new Set(
		properties.flatMap(({ displayOptions: { show = {}, hide = {} } = {} }) => [
			...Object.keys(show),
			...Object.keys(hide),
		]),
	);
	const choices = properties
		.filter(({ name }) => deciding.has(name))
		.map(({ name, type, options = [] }) => ({
			name,
			values:
				type === 'boolean'
					? [true, false]
					: (options as Array<{ value: string }>).map(({ value }) => value),
		}));
	const combinations = choices.reduce<INodeParameters[]>(
		(all, { name, values }) =>
			all.flatMap((parameters) => values.map((value) => ({ ...parameters, [name]: value }))),
		[chosen],
	);
	return combinations.map((parameters) =>
		properties.filter((property) =>
			NodeHelpers.displayParameter(parameters, property, { typeVersion: 1 }, null),
		),
	);
}
