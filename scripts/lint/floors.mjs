import { readdirSync } from 'node:fs';

/** The kernel's floors from top to bottom; what stands in one entry shares a floor and does not import its neighbour. */
const FLOORS = [['trigger'], ['node'], ['call'], ['fields', 'openapi', 'phone']];

const vendors = readdirSync('nodes').filter((folder) => !['shared', 'compose'].includes(folder));

/** As texts write it: `Kore.ai`. */
const spaced = (vendor) => vendor.replace(/(?<=[a-z])(?=(?:Ai|Com)$)/, '.');

const above = (index) => FLOORS.slice(0, index).flat();

const shared = (names) => names.map((name) => `./nodes/shared/${name}`);

const VENDORS = vendors.map((vendor) => `./nodes/${vendor}`);

const kernel = FLOORS.flatMap((names, index) =>
	names.map((name) => ({
		target: `./nodes/shared/${name}`,
		from: [
			...VENDORS,
			'./nodes/compose',
			'./credentials',
			...shared(above(index)),
			...shared(names.filter((neighbour) => neighbour !== name)),
		],
		message:
			'Imports run downwards: trigger, node, call, fields and phone. The kernel names no vendor.',
	})),
);

const between = VENDORS.map((vendor) => ({
	target: vendor,
	from: VENDORS.filter((other) => other !== vendor),
	message: "No vendor's folder reaches into another's.",
}));

/** What names a vendor, in whatever spelling: KODA, Kore.ai, ChatBot.com. */
const NAMED = vendors.map((vendor) => spaced(vendor).replace('.', '\\W?')).join('|');

const NO_VENDOR = 'The kernel and compose name no vendor.';

/** Refuses names of vendors, in what is run and in what is said about it. */
export const namesNoVendor = {
	'no-restricted-syntax': [
		'error',
		...[
			['Literal', 'value'],
			['TemplateElement', 'value.raw'],
			['Identifier', 'name'],
		].map(([node, value]) => ({
			selector: `${node}[${value}=/${NAMED}/i]`,
			message: NO_VENDOR,
		})),
	],
	'no-warning-comments': [
		'error',
		{ terms: vendors.flatMap((vendor) => [vendor, spaced(vendor)]), location: 'anywhere' },
	],
};

/** Where imports may not lead (import-x/no-restricted-paths): upwards in the kernel, and across vendors. */
export const zones = [
	...kernel,
	...between,
	{
		target: './nodes/compose',
		from: VENDORS,
		message: 'A vendor hands an adapter to compose, which names none.',
	},
	{
		target: ['./nodes', './credentials'],
		from: ['./sandbox', './scripts', './engine', './bench', './test'],
		message: 'What is published imports nothing of what tries it.',
	},
	{
		target: ['./sandbox', './scripts', './engine'],
		from: ['./bench', './test'],
		message: 'Tests and benchmarks come last.',
	},
	{ target: './bench', from: './test', message: 'What both use is in engine/ or scripts/.' },
	{
		target: './sandbox',
		from: ['./nodes', './engine'],
		message: 'The sandbox knows the contracts only.',
	},
];
