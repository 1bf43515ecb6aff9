import { collection } from '../../shared/fields/commonFields';
import { field, fieldList, type Field } from '../../shared/fields/field';
import type { Fields, FieldsOf } from '../../shared/fields/fields';
import { countryOptions } from '../../shared/phone/phoneNumber';

/** Which numbers are called. */
const numbers = fieldList([
	{
		displayName: 'Phone Number Field',
		name: 'phoneField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		required: true,
		placeholder: 'e.g. phone',
		hint: 'Enter the field name as text, or drag it from the input',
		description: 'The field of the input items that holds the number to call',
	},
	{
		displayName: 'Default Country',
		name: 'country',
		type: 'options',
		options: [
			{
				// n8n wants options in the order of their names, and this one stands first.
				name: '[None]',
				value: '',
				description: 'Every number has its country code, such as +48',
			},
			...countryOptions,
		],
		default: '',
		description: 'Country of the numbers that are written without a country code',
	},
	{
		displayName: 'Unusable Numbers',
		name: 'unusable',
		type: 'options',
		options: [
			{
				name: 'Stop',
				value: 'stop',
				description: 'Send nothing, and say which rows have to be corrected',
			},
			{
				name: 'Leave Out',
				value: 'leaveOut',
				description: "Call the others. The rows come at the output 'Rejected'.",
			},
		],
		default: 'stop',
		description: 'What to do when rows have no number that can be called',
	},
	{
		displayName: 'Do Not Call',
		name: 'doNotCall',
		type: 'string',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Number' },
		entries: 'numbers',
		default: [],
		narrows: true,
		emptyList: true,
		placeholder: 'e.g. +48600000000',
		hint: "Numbers from another node: {{ $('Opt-outs').all().map((row) => row.json.phone) }}",
		description:
			"Numbers of people who are not called. Read once for all items. Their rows come at the output 'Rejected'.",
	},
]);

/** What is sent with each number. */
export const variables = field({
	displayName: 'Variables to Send',
	name: 'variables',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'All Other Fields', value: 'all' },
		{ name: 'Selected Fields', value: 'selected' },
		{ name: 'None', value: 'none' },
	],
	default: 'all',
	description: 'What the bot knows about each call',
});

const selected = field({
	displayName: 'Fields to Send',
	name: 'selected',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Field',
	default: {},
	displayOptions: { show: { variables: ['selected'] } },
	options: [
		{
			displayName: 'Field',
			name: 'field',
			values: [
				{
					displayName: 'Field',
					name: 'field',
					type: 'string',
					requiresDataPath: 'single',
					default: '',
					required: true,
					placeholder: 'e.g. first_name',
				},
				{
					displayName: 'Variable',
					name: 'name',
					type: 'string',
					isName: true,
					default: '',
					description: 'Name of the variable in the bot, if it differs from the field',
				},
			],
		},
	],
});

/** The field Variables to Send with a default and description of its own. */
type VariablesField = Omit<typeof variables, 'default' | 'description'> &
	Pick<Field, 'default' | 'description'>;

/** Names of those that may have thousands of entries. */
export const LONG = ['doNotCall'];

/** How items become calls; `what` is the field Variables to Send as the vendor has it. */
export const rowsWith = <const V extends VariablesField>(what: V) =>
	fieldList([...numbers, what, selected]);

/** What else may be said of how items become calls. */
export const rows = collection('Rows', [
	{
		displayName: 'Calls per List',
		name: 'callsPerList',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: 1000,
		narrows: true,
		description: 'Makes several lists of so many calls at most, with a number after the name',
	},
	{
		displayName: 'More Phone Number Fields',
		name: 'otherPhoneFields',
		type: 'string',
		requiresDataPath: 'single',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Field' },
		default: [],
		placeholder: 'e.g. mobile',
		description:
			"Fields to try, in this order, where 'Phone Number Field' has no number that can be called",
	},
	{
		displayName: 'Same Number in Several Rows',
		name: 'keep',
		type: 'options',
		options: [
			{ name: 'Call the First Row', value: 'first' },
			{ name: 'Call the Last Row', value: 'last' },
		],
		default: 'first',
		description: "Which of them is called. The others come at the output 'Rejected'.",
	},
]);

/** What happens when Create From Items has been run before. */
export const existingLists = field({
	displayName: 'Existing Lists',
	name: 'existing',
	type: 'options',
	options: [
		{
			name: 'Continue',
			value: 'continue',
			description:
				'A list of the name with the same calls counts as created; one that has people of this campaign otherwise stops the node',
		},
		{
			name: 'Create Anyway',
			value: 'create',
			description: 'Without looking: whoever is in such a list is called twice',
		},
	],
	default: 'continue',
	description: 'What to do when the bot already has lists of the name',
});

export type RowFields = FieldsOf<[...ReturnType<typeof rowsWith<typeof variables>>, typeof rows]>;

/** The fields that every Create From Items has under Options. */
export type RowOptions = Fields<{ existing: 'continue' | 'create' | undefined }>;
