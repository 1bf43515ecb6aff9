import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { camelCase } from 'lodash';
import type { INode, INodeParameters, INodePropertyMode } from 'n8n-workflow';
import { NodeHelpers, safeRegex } from 'n8n-workflow';
import { parse } from 'yaml';

import type { Field } from '../../nodes/shared/fields/field';
import { locator } from '../../nodes/shared/node/pickers';
import { everyProperty, packNodes } from '../support/descriptions';
import { expectEach } from '../support/each';
import { expectRefused, read } from '../support/fields';

const ROOT = join(__dirname, '..', '..');
const VENDORS = [
	['ChatBotCom', 'chatbot-com'],
	['Koda', 'koda'],
	['Naxon', 'naxon'],
] as const;

interface Validation {
	type: string;
	properties: { regex: string; errorMessage: string };
}
const rulesOf = ({ validation = [] }: INodePropertyMode) => validation as Validation[];

/** As n8n checks a picker's value: the whole of it. */
const takes = (mode: INodePropertyMode, value: string) =>
	rulesOf(mode).every(({ properties: { regex } }) => new RegExp(`^${regex}$`).test(value));
const modeOf = ({ modes = [] }: Field, name: string) => modes.find((mode) => mode.name === name);

test('every mode of a picker that is typed into says what it takes', async () => {
	const modes = packNodes().flatMap(({ description }) =>
		everyProperty(description.properties).flatMap(({ path, property }) =>
			(property.modes ?? [])
				.filter(({ type }) => type !== 'list')
				.map((mode) => ({ at: `${description.name} ${path} ${mode.name}`, mode })),
		),
	);
	await expectEach(modes, ({ mode }) => {
		expect(rulesOf(mode).map(({ type }) => type)).toEqual(['regex']);
		expect(rulesOf(mode)[0].properties.errorMessage).not.toBe('');
	});
});

test('the editor gets these rules, and n8n finds none before it runs a node, so that it cannot run out of time', async () => {
	const nodes = packNodes().map(({ description }) => description);
	expect(JSON.stringify(nodes)).toContain('"validation":[{"type":"regex"');
	const test = jest.spyOn(safeRegex, 'test');
	await expectEach(nodes, (description) => {
		for (const { property } of everyProperty(description.properties)) {
			for (const { name: mode } of property.modes ?? []) {
				const value = { __rl: true, mode, value: 'https://not/an ID' };
				const parameters = { [property.name]: value } as INodeParameters;
				const shown = { ...property, displayOptions: undefined };
				const node = { parameters, typeVersion: 1 } as INode;
				expect(NodeHelpers.getNodeParametersIssues([shown], node, description)).toBeNull();
			}
		}
	});
	expect(test).not.toHaveBeenCalled();
});

interface Sample {
	node: string;
	picker: Field;
	value: string;
}

/**
 * Sample IDs that leave the length the vendor documents for them: the story of an archived chat is
 * printed with 27 characters, the request's story ID is documented as String(24).
 */
const AGAINST_ITS_OWN_DOCUMENTATION = ['62b123125358cb5610007835534'];

/** The IDs in a contract's examples, each with the picker it would be put into. */
function samplesOf(node: string, file: string): Sample[] {
	const exported = jest.requireActual<object>(join(ROOT, 'nodes', node, 'locators'));
	const pickers = (Object.values(exported) as Field[]).filter(
		({ type }) => type === 'resourceLocator',
	);
	const samples: Sample[] = [];
	const found = (name: string, value: unknown) =>
		pickers
			.filter((picker) => [picker.name, camelCase(picker.sentAs)].includes(name))
			.forEach((picker) => samples.push({ node, picker, value: String(value) }));
	/** `owner` is what the objects are: the resource, or the property that holds them. */
	const walk = (value: unknown, owner: string): void => {
		if (Array.isArray(value)) return value.forEach((one) => walk(one, owner));
		if (typeof value !== 'object' || value === null) return;
		for (const [key, inner] of Object.entries(value)) {
			if (typeof inner === 'object') {
				walk(inner, /^(data|response|documents|rows|items)$/.test(key) ? owner : camelCase(key));
			} else if (key === 'id') found(owner, inner);
			else if (/_id$|Id$/.test(key)) {
				found(camelCase(key), inner);
				found(camelCase(key).replace(/Id$/, ''), inner);
			}
		}
	};
	const examples = (value: unknown, owner: string): void => {
		if (typeof value !== 'object' || value === null) return;
		for (const [key, inner] of Object.entries(value)) {
			const operation = (inner as { operationId?: string } | null)?.operationId;
			if (key === 'example') walk(inner, owner);
			else examples(inner, operation ? operation.split('.')[0] : owner);
		}
	};
	const document = parse(readFileSync(join(ROOT, 'contracts', `${file}.openapi.yaml`), 'utf8')) as {
		components: { parameters?: Record<string, { name: string; example?: unknown }> };
	};
	examples(document, '');
	for (const [key, { name, example }] of Object.entries(document.components.parameters ?? {})) {
		if (example === undefined || typeof example === 'object') continue;
		found(name === 'id' ? camelCase(key).replace(/Id$/, '') : camelCase(name), example);
	}
	return samples;
}

const samples = VENDORS.flatMap(([node, file]) => samplesOf(node, file));

test.each(VENDORS)('the samples of %s are found', (node) => {
	expect(samples.filter((sample) => sample.node === node).length).toBeGreaterThan(2);
});

test('a picker takes every ID that its vendor shows', async () => {
	const right = samples.filter(({ value }) => !AGAINST_ITS_OWN_DOCUMENTATION.includes(value));
	await expectEach(right, ({ picker, value }) => {
		expect(takes(modeOf(picker, 'id')!, value)).toBe(true);
		expect(read({ ...picker, name: 'field' }, { __rl: true, mode: 'id', value })).toBe(value);
	});
});

describe('a picker with a form', () => {
	const picker = locator({
		displayName: 'Shown Name',
		name: 'field',
		description: 'One',
		id: '12',
		form: { pattern: '[0-9]+', text: 'a whole number' },
		url: { example: 'https://a.test/bot/12', pattern: '/bot/([^/?#]+)' },
	});
	const byId = (value: unknown) => read(picker, { __rl: true, mode: 'id', value });

	test.each([
		['an ID', '12', '12'],
		['a number, as an expression may give it', 12, '12'],
		['an address given By ID', 'https://a.test/bot/12?tab=1', '12'],
	])('reads %s', (_, value, expected) => {
		expect(byId(value)).toBe(expected);
		expect(takes(modeOf(picker, 'id')!, String(value))).toBe(true);
	});

	test.each([
		['another text', 'abc', "cannot be 'abc'", 'Use a whole number.'],
		['two IDs', '12 13', "cannot be '12 13'", 'Use a whole number.'],
		['an ID of another form in an address', 'https://a.test/bot/x', "cannot be 'x'", 'Use a whole'],
		['an address without an ID', 'https://a.test/home', 'holds no ID', 'Paste the whole address'],
		['nothing that can be seen', '\u200b', 'holds no ID', 'Empty it, or give the ID.'],
	])('refuses %s at run time', (_, value, what, wayOut) => {
		expectRefused(() => byId(value), what, wayOut);
	});
});

test.each(['\n', '\r\n', '\u2028'])(
	'several IDs are refused where there is no form: %j',
	(between) => {
		const picker = locator({
			displayName: 'Shown Name',
			name: 'field',
			description: 'One',
			id: '12',
		});
		const value = `12${between}13`;
		expect(takes(modeOf(picker, 'id')!, value)).toBe(false);
		expectRefused(
			() => read(picker, { __rl: true, mode: 'id', value }),
			'has more than one line',
			'Give one ID alone.',
		);
	},
);

test('an address By ID is refused where there is no form to take it apart', () => {
	const picker = locator({
		displayName: 'Shown Name',
		name: 'field',
		description: 'One',
		id: '12',
	});
	const address = 'HTTPS://a.test/12';
	expect(takes(modeOf(picker, 'id')!, address)).toBe(false);
	expect(takes(modeOf(picker, 'id')!, 'auth0|12')).toBe(true);
	expectRefused(
		() => read(picker, { __rl: true, mode: 'id', value: address }),
		'is an address and no ID',
		'Give the ID alone.',
	);
});
