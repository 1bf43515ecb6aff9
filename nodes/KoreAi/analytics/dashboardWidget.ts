import type { IDataObject } from 'n8n-workflow';

import { collection } from '../../shared/fields/commonFields';
import { thingIn } from '../../shared/fields/lists';
import { input, operation, resource } from '../api';
import { bot, botOf } from '../locators';
import { dayText, fromTo, periodOf } from '../period';
import { MOST } from './lists';

const DATA = 'dashboardWidget.getData';

/** What is read of a widget: the rows that it shows. */
const rowsOf = ({ queryResponse }: IDataObject) => thingIn(queryResponse).queryResponse;

const getData = operation(DATA, {
	name: 'Get Data',
	action: 'Get data of dashboard widget',
	description: 'Retrieve what a widget of a custom dashboard shows of a time range',
	fields: [
		bot,
		input(DATA, 'dashboardName', { placeholder: 'e.g. Weekly Figures' }),
		input(DATA, 'widgetName', { placeholder: 'e.g. Tasks by Result' }),
		{
			displayName: 'Return',
			name: 'return',
			type: 'options',
			options: [
				{ name: 'Rows', value: 'rows', description: 'An item per row that the widget shows' },
				{ name: 'Widget', value: 'widget', description: 'One item with its settings and rows' },
			],
			default: 'rows',
		},
		{
			displayName: 'Max Rows',
			name: 'maxRows',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: MOST, numberPrecision: 0 },
			default: 50,
			description: 'How many rows of the widget to ask for. Kore.ai gives 50 at most.',
		},
		collection('Filters', [
			{
				displayName: 'Custom Filters',
				name: 'customFilters',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true },
				placeholder: 'Add Custom Filter',
				default: {},
				description: 'Only what these filters of the dashboard let through',
				options: [
					{
						displayName: 'Custom Filter',
						name: 'filter',
						values: [
							{
								displayName: 'Field Name',
								name: 'fieldName',
								type: 'string',
								default: '',
								required: true,
								placeholder: 'e.g. user',
							},
							{
								displayName: 'Filter Source',
								name: 'filterSource',
								type: 'string',
								default: '',
								required: true,
								placeholder: 'e.g. userType',
							},
							{
								displayName: 'Values',
								name: 'values',
								type: 'string',
								typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Value' },
								entries: 'names',
								default: [],
								required: true,
							},
						],
					},
				],
			},
			...fromTo,
		]),
	],
	run: async ({ api, fields }) => {
		const given = fields.group('filters');
		const { from, to } = periodOf(given);
		const path = {
			...botOf(fields),
			dashboardName: fields.get('dashboardName'),
			widgetName: fields.get('widgetName'),
		};
		const dates = { startDate: String(dayText(from)), endDate: String(dayText(to)) };
		const query = { ...dates, limit: fields.get('maxRows') };
		const customFilters = given.rows('customFilters').map((filter) => ({
			filterSource: filter.get('filterSource'),
			fieldName: filter.get('fieldName'),
			values: filter.get('values'),
		}));
		const widget =
			customFilters.length > 0
				? await api.call('dashboardWidget.getDataFiltered', {
						path,
						query,
						body: { customFilters },
					})
				: await api.call(DATA, { path, query });
		if (fields.get('return') === 'widget') return widget;
		const rows = api.rowsIn(rowsOf(widget), widget);
		if (rows.length >= MOST) {
			api.hint(
				`Kore.ai gives ${MOST} rows of a widget at most: there may be more. Ask for less time.`,
			);
		}
		return rows;
	},
});

export const dashboardWidgets = resource('Dashboard Widget', getData);
