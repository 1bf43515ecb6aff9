import { collection } from '../../shared/fields/commonFields';
import { fieldList, shownWith } from '../../shared/fields/field';
import type { ValuesOf } from '../../shared/fields/fields';
import { waitForCompletion } from '../../shared/node/completion';
import type { RunContext } from '../../shared/node/operation';
import { input, operation } from '../api';
import type { Operations } from '../contract';
import { exportFiles, exportFilesIn, idsIn, namedIds, source, uploadAll } from './importFiles';
import { imported } from './importing';

const ofZip = fieldList([
	{
		displayName: 'Input Data Field Name',
		name: 'zipField',
		type: 'string',
		default: 'data',
		required: true,
		displayOptions: { show: { source: ['binary'] } },
		hint: 'The name of the input field containing the ZIP file of an export',
	},
	{
		displayName: 'File ID',
		name: 'zipId',
		type: 'string',
		isId: true,
		default: '',
		required: true,
		displayOptions: { show: { source: ['ids'] } },
		description: "ID that 'Upload File' returned for the ZIP file",
	},
]);

const icon = fieldList([
	{
		displayName: 'Icon Field Name',
		name: 'iconField',
		type: 'string',
		default: 'icon',
		required: true,
		displayOptions: { show: { source: ['binary'] } },
		hint: 'The name of the input field containing the icon of an export',
	},
	{
		displayName: 'Icon File ID',
		name: 'iconId',
		type: 'string',
		isId: true,
		default: '',
		required: true,
		displayOptions: { show: { source: ['ids'] } },
		description: "ID that 'Upload File' returned for the icon",
	},
]);

const fieldsOfFiles = fieldList([
	input('bot.importAsNew', 'uploadMode', {
		displayName: 'Export As',
		noDataExpression: true,
		options: [
			{ name: 'Single Files', value: 'JSON' },
			{ name: 'ZIP File', value: 'ZIP' },
		],
		default: 'ZIP',
	}),
	source,
	...shownWith(ofZip, { uploadMode: ['ZIP'] }),
	...shownWith(exportFiles, { uploadMode: ['JSON'] }),
	...shownWith(icon, { uploadMode: ['JSON'] }),
]);

/** The IDs of the files, uploaded before if they are the item's; once they are, Retry On Fail does not do it again. */
async function filesOf(call: RunContext<Operations, ValuesOf<typeof fieldsOfFiles>>) {
	const { api, fields } = call;
	const isUploaded = fields.get('source') === 'ids';
	if (fields.get('uploadMode') === 'ZIP') {
		if (isUploaded) return { uploadMode: 'ZIP' as const, zipInfo: fields.get('zipId') };
		const zip = [
			{ field: 'Input Data Field Name', from: fields.get('zipField'), extension: 'zip' },
		];
		const [zipInfo] = await api.once('files', async () => await uploadAll(call, zip));
		return { uploadMode: 'ZIP' as const, zipInfo };
	}
	const uploadMode = 'JSON' as const;
	if (isUploaded) return { uploadMode, ...idsIn(fields), icon: fields.get('iconId') };
	const wanted = [
		{ field: 'Icon Field Name', from: fields.get('iconField') },
		...exportFilesIn(fields),
	];
	const [iconId, ...ids] = await api.once('files', async () => await uploadAll(call, wanted));
	return { uploadMode, ...namedIds(ids), icon: iconId };
}

export const importAsNew = operation('bot.importAsNew', {
	name: 'Import as New Bot',
	action: 'Import bot as new bot',
	description: 'Create a bot from an export',
	check: "To find out, run 'Get Many' for bots.",
	fields: [
		...fieldsOfFiles,
		...waitForCompletion,
		collection('Additional Fields', [
			input('bot.importAsNew', 'name', { isName: true, placeholder: 'e.g. Order Desk (Copy)' }),
			input('bot.importAsNew', 'purpose', {
				options: [
					{ name: 'Customer', value: 'customer' },
					{ name: 'Employee', value: 'employee' },
				],
			}),
		]),
	],
	run: async (call) => {
		const { api, fields } = call;
		const more = fields.group('additionalFields');
		const body = {
			...(await filesOf(call)),
			name: more.get('name'),
			purpose: more.get('purpose'),
		};
		const begun = await api.call('bot.importAsNew', { body });
		return fields.get('wait') ? await imported(api, fields, begun) : begun;
	},
});
