import { groupBy, intersection } from 'lodash';
import { NodeHelpers, type INodeParameters, type INodeProperties } from 'n8n-workflow';

import { contracts } from '../support/contracts';
import { offeredIds } from '../support/offered';
import { everyProperty, operationsOf, packNodes } from '../support/descriptions';
import { expectEach } from '../support/each';

const ARTICLES = /\b(a|an|the)\b/i;
/** Words that n8n's guidelines keep out of the interface. */
const UNWELCOME = /binary property|\bproblem\b|\bfailure\b|\bmistake\b/i;
const SIMPLIFY = 'Whether to return a simplified version of the response instead of the raw data';

/** Collections of what may be left out, in their order. */
const OPTIONAL = ['Additional Fields', 'Filters', 'Options', 'Rows', 'Schedule', 'Sort'];

const nodes = packNodes();
const actionNodes = nodes.filter(({ description }) => operationsOf(description).length > 0);
const triggers = nodes.filter(({ description }) => description.group.includes('trigger'));
const byName = (a: string, b: string) => a.localeCompare(b, 'en');
const sorted = (names: string[]) => [...names].sort(byName);
const named = <T extends { description: { name: string } }>(list: T[]) =>
	list.map((node): [string, T] => [node.description.name, node]);

test('the pack has action nodes and triggers', () => {
	expect(actionNodes.length).toBeGreaterThan(0);
	expect(triggers.length).toBeGreaterThan(0);
	expect(actionNodes.length + triggers.length).toBe(nodes.length);
});

describe('an operation', () => {
	const operations = named(actionNodes).flatMap(([name, { description }]) =>
		operationsOf(description).map(({ id, resource, option }) => ({
			id: `${name} ${id}`,
			option,
			chosen: { resource, operation: String(option.value) },
			properties: shownFor(description.properties, resource, String(option.value)),
		})),
	);

	test('says what it does', async () => {
		await expectEach(operations, ({ option: { name, action, description: text } }) => {
			expect(name).toMatch(/^[A-Z]/);
			expect(text).toMatch(/^[A-Z].*[^.]$/s);
			expect(action).toMatch(/^[A-Z]/);
			expect(action).not.toMatch(ARTICLES);
			const [, ...rest] = (action ?? '').split(' ');
			expect(rest.length).toBeGreaterThan(0);
			// Sentence case: after the first word only abbreviations have capitals.
			for (const word of rest) expect(word).toMatch(/^([^A-Z]+|[A-Z]{2,}s?)$/);
		});
	});

	test('shows no field twice at once', async () => {
		await expectEach(operations, ({ properties, chosen }) => {
			for (const shown of displays(properties, chosen)) {
				const names = shown.map(({ name }) => name);
				expect(names).toEqual([...new Set(names)]);
				const labels = shown.map(({ displayName }) => displayName);
				expect(labels).toEqual([...new Set(labels)]);
			}
		});
	});

	test('has required fields first and the collections of others last, Sort after Options', async () => {
		await expectEach(operations, ({ properties }) => {
			const own = properties.filter(({ isNodeSetting }) => !isNodeSetting);
			const isOptional = ({ displayName }: INodeProperties) => OPTIONAL.includes(displayName);
			const names = own.filter(isOptional).map(({ displayName }) => displayName);
			expect(names).toEqual([...names].sort(byName));
			const first = own.findIndex(isOptional);
			const rest = first < 0 ? [] : own.slice(first).filter((field) => !isOptional(field));
			expect(rest.filter(({ name }) => name !== 'simplify')).toEqual([]);
		});
	});

	test('lists with Return All and Limit', async () => {
		await expectEach(operations, ({ properties, chosen }) => {
			const names = properties.map(({ name }) => name);
			expect(names.includes('returnAll')).toBe(names.includes('limit'));
			if (chosen.operation === 'getAll') expect(names).toContain('returnAll');
		});
	});
});

describe('an action node', () => {
	test('names no two actions the same', async () => {
		await expectEach(named(actionNodes), ([, { description }]) => {
			const actions = operationsOf(description).map(({ option }) => option.action);
			expect(actions).toEqual([...new Set(actions)]);
		});
	});

	test('has, with the others of the vendor, each operation of the contract once', async () => {
		await expectEach(Object.entries(groupBy(actionNodes, 'folder')), ([folder, nodes]) => {
			const contract = contracts().find(({ node }) => node === folder);
			const wanted = contract && offeredIds(contract);
			const ids = nodes.flatMap(({ description }) => operationsOf(description));
			expect(ids.map(({ id }) => id).sort()).toEqual(wanted);
		});
	});

	test('takes no expression for what decides which required fields are shown', async () => {
		// n8n would ask for those of every choice before it knows which one it comes to.
		await expectEach(named(actionNodes), ([, { description }]) => {
			// Of another resource, a field may have the same name.
			const key = (resource: unknown, name: string) => `${String(resource)} ${name}`;
			const resourcesOf = ({ displayOptions }: INodeProperties) =>
				displayOptions?.show?.resource ?? [undefined];
			const deciding = description.properties
				.filter(({ required }) => required)
				.flatMap((property) =>
					resourcesOf(property).flatMap((resource) =>
						Object.keys(property.displayOptions?.show ?? {}).map((name) => key(resource, name)),
					),
				);
			const open = description.properties
				.filter(({ noDataExpression }) => !noDataExpression)
				.flatMap((property) =>
					resourcesOf(property).map((resource) => key(resource, property.name)),
				);
			expect(intersection(deciding, open)).toEqual([]);
		});
	});

	test('has for every operation of a resource a default that exists', async () => {
		await expectEach(named(actionNodes), ([, { description }]) => {
			for (const property of description.properties) {
				if (!['resource', 'operation'].includes(property.name)) continue;
				const values = (property.options as Array<{ value: unknown }>).map(({ value }) => value);
				expect(values).toContain(property.default);
				expect(property.noDataExpression).toBe(true);
			}
			const [first] = description.properties;
			expect(first.name).toBe('resource');
		});
	});

	test('can be used as a tool and says where it is', async () => {
		await expectEach(named(actionNodes), ([, { description }]) => {
			expect(description.usableAsTool).toBe(true);
			expect(description.subtitle).toBeTruthy();
		});
	});
});

test('a trigger is named as one and asks what to trigger on', async () => {
	await expectEach(named(triggers), ([, { description }]) => {
		expect(description.displayName).toMatch(/ Trigger$/);
		expect(description.inputs).toEqual([]);
		const labels = description.properties.map(({ displayName }) => displayName);
		expect(labels).toContain('Trigger On');
	});
});

test('a node has light and dark icons, credentials and a description', async () => {
	await expectEach(named(nodes), ([, { description }]) => {
		expect(description.icon).toMatchObject({
			light: expect.stringMatching(/^file:.*\.svg$/) as string,
			dark: expect.stringMatching(/^file:.*dark.*\.svg$/) as string,
		});
		expect(description.credentials?.length).toBeGreaterThan(0);
		expect(description.description).toMatch(/^[A-Z].*[^.]$/);
	});
});

describe('fields', () => {
	const fields = named(nodes).flatMap(([name, { description, node }]) =>
		everyProperty(description.properties).map(
			({ path, property }): [string, INodeProperties, typeof node] => [
				`${name} ${path}`,
				property,
				node,
			],
		),
	);
	const only = (keep: (property: INodeProperties) => unknown) =>
		fields.filter(([, property]) => keep(property));
	const pickers = only(({ type }) => type === 'resourceLocator');

	test('have one name for the ends of a period, and for the order of a list', async () => {
		const ends = only(({ type }) => type === 'dateTime').map(([, { displayName }]) => displayName);
		expect(
			intersection(ends, ['Start', 'End', 'Since', 'Until', 'Begin', 'After', 'Before']),
		).toEqual([]);
		const isOrder = ({ options = [] }: INodeProperties) =>
			options.some((option) => 'value' in option && /^(asc|desc)/i.test(String(option.value)));
		await expectEach(only(isOrder), ([path, { displayName }]) => {
			expect([path.endsWith(' sort.sortOrder'), displayName]).toEqual([true, 'Sort Order']);
		});
	});

	test('show no example that would stay text where it is typed', async () => {
		// Without Expression being chosen, n8n takes {{ … }} as it stands.
		await expectEach(fields, ([, { placeholder = '' }]) => {
			expect(placeholder).not.toContain('{{');
		});
	});

	test('are labelled, in plain words', async () => {
		await expectEach(fields, ([, { displayName, description: text = '', type }]) => {
			expect(displayName).toMatch(/^\S/);
			expect(`${displayName} ${text}`).not.toMatch(UNWELCOME);
			// One sentence has no full stop; several have.
			if (text && type !== 'notice' && !/\.\s\S/.test(text)) expect(text).not.toMatch(/\.$/);
		});
	});

	test('are never an expression by themselves', async () => {
		// n8n takes a text that begins with = for one, be it the value of an option.
		await expectEach(fields, ([, { default: preset, options = [] }]) => {
			const values = options.flatMap((option) => ('value' in option ? [option.value] : []));
			for (const value of [preset, ...values]) expect(String(value)).not.toMatch(/^=/);
		});
	});

	test('with a placeholder begin with e.g.', async () => {
		const filled = only(
			({ type, placeholder }) =>
				placeholder !== undefined && !['collection', 'fixedCollection'].includes(type),
		);
		const modes = fields.flatMap(([path, { modes = [] }]) =>
			modes
				.filter(({ type }) => type !== 'list')
				.map(({ name, placeholder }) => [`${path} ${name}`, { placeholder }] as const),
		);
		expect(modes.length).toBeGreaterThan(0);
		await expectEach([...filled, ...modes], ([, { placeholder }]) => {
			expect(placeholder).toMatch(/^e\.g\. \S/);
		});
	});

	test('that are boolean begin with Whether', async () => {
		const booleans = only(({ type }) => type === 'boolean');
		await expectEach(booleans, ([, { description: text }]) => {
			expect(text).toMatch(/^Whether /);
		});
	});

	test('that simplify say so in the usual words', async () => {
		const simplifying = only(({ name }) => name === 'simplify');
		await expectEach(simplifying, ([, { description: text, default: on }]) => {
			expect([text, on]).toEqual([SIMPLIFY, true]);
		});
	});

	test('have sorted options', async () => {
		await expectEach(fields, ([, { type, name, options = [] }]) => {
			const labels = options.map((option) =>
				'displayName' in option ? option.displayName : option.name,
			);
			// Days have an order of their own, and a short list may begin with what is usual.
			const free = name === 'allowedWeekdays' || (type === 'options' && options.length < 5);
			const always = ['resource', 'operation'].includes(name) || type === 'collection';
			if (always || !free) expect(labels).toEqual(sorted(labels));
		});
	});

	test('that pick from a list have a loader', async () => {
		await expectEach(pickers, ([, { modes = [] }, node]) => {
			expect(modes.length).toBeGreaterThan(0);
			for (const { type, typeOptions } of modes) {
				if (type !== 'list') continue;
				const loaders = Object.keys(node.methods?.listSearch ?? {});
				expect(loaders).toContain(typeOptions?.searchListMethod);
			}
		});
	});

	test('that may pick from a list do so at first', async () => {
		await expectEach(pickers, ([, { modes = [], default: first }]) => {
			const mode = modes.some(({ type }) => type === 'list') ? 'list' : 'id';
			expect(first).toEqual({ mode, value: '' });
		});
	});

	test('that offer options have one of them as default', async () => {
		const choices = only(({ type }) => type === 'options');
		await expectEach(choices, ([, { options = [], default: first }]) => {
			const values = (options as Array<{ value: unknown }>).map(({ value }) => value);
			expect(values).toContainEqual(first);
		});
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
