import type { IDataObject } from 'n8n-workflow';

import { collection } from '../../shared/fields/commonFields';
import { checkConfirmed, confirmation } from '../../shared/fields/confirmation';
import { fieldList } from '../../shared/fields/field';
import type { FieldsOf } from '../../shared/fields/fields';
import { isThing } from '../../shared/fields/lists';
import { input, operation, resource } from '../api';
import { channelMappingsOf } from '../channelMappings';
import type { Operations } from '../contract';
import { bot, botOf, botToChange } from '../locators';

const check = "To find out, look at the bot's agent integrations in Kore.ai.";
const checkMappings = "To find out, run 'Get Channel Mappings' for the bot.";

type Integration = Operations['agentIntegration.reset']['path']['integration'];

const INTEGRATIONS: Array<{ name: string; value: Integration }> = [
	{ name: 'Custom (BotKit)', value: 'custom' },
	{ name: 'Genesys', value: 'genesys' },
	{ name: 'Kore.ai', value: 'kore' },
	{ name: 'Salesforce', value: 'salesforce' },
	{ name: 'ServiceNow', value: 'servicenow' },
];

const integration = input('agentIntegration.enable', 'integration', {
	options: INTEGRATIONS,
	default: 'kore',
	description: 'Whose agents take over',
});

const settings = fieldList([
	botToChange,
	integration,
	{
		displayName: 'Configuration (JSON)',
		name: 'configuration',
		type: 'json',
		default: '{ "conversationType": "livechat" }',
		required: true,
		description: 'All that the integration needs, as Kore.ai takes it',
	},
	collection('Options', [
		input('agentIntegration.enable', 'setAsDefault', {
			description: 'Whether channels without an integration of their own use it',
		}),
	]),
]);

/** An integration's configuration as calls take it. Throws NodeOperationError when it is none. */
function configurationIn(fields: FieldsOf<typeof settings>) {
	const body = fields.get('configuration');
	if (!isThing(body) || Object.keys(body).length === 0) {
		fields.fail('configuration', 'is no object', 'Use { "conversationType": "livechat" }.');
	}
	return {
		path: { ...botOf(fields), integration: fields.get('integration') },
		query: { setAsDefault: fields.group('options').get('setAsDefault') },
		body: body as IDataObject,
	};
}

/** Sends a whole configuration; Kore.ai takes the same for a first one and for another. */
const configuring = (
	id: 'agentIntegration.enable' | 'agentIntegration.update',
	name: string,
	description: string,
) =>
	operation(id, {
		name,
		action: `${name} agent integration`,
		description,
		check,
		inTurn: (fields) => fields.get('bot'),
		fields: settings,
		run: async ({ api, fields }) => await api.call(id, configurationIn(fields)),
	});

const mappings = fieldList([
	{
		displayName: 'Channels',
		name: 'channels',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Channel',
		default: {},
		required: true,
		narrows: true,
		description: 'The channels to change. The others stay as they are.',
		options: [
			{
				displayName: 'Channel',
				name: 'channel',
				values: [
					{
						displayName: 'Channel',
						name: 'channel',
						type: 'string',
						isId: true,
						default: '',
						required: true,
						placeholder: 'e.g. rtm',
						description: "As Get Channel Mappings shows it. 'default' is that of the bot.",
					},
					{
						displayName: 'Integration',
						name: 'integration',
						type: 'options',
						options: INTEGRATIONS,
						default: 'kore',
					},
				],
			},
		],
	},
]);

export const agentIntegrations = resource(
	'Agent Integration',
	configuring(
		'agentIntegration.enable',
		'Enable',
		'Let a bot hand conversations over to agents, once it is published',
	),
	configuring(
		'agentIntegration.update',
		'Update',
		'Replace the whole configuration of an integration with agents',
	),
	operation('agentIntegration.getChannelMappings', {
		name: 'Get Channel Mappings',
		action: 'Get channel mappings of agent integrations',
		description: 'Retrieve which integration with agents each channel of a bot uses',
		fields: [bot],
	}),
	operation('agentIntegration.updateChannelMappings', {
		name: 'Update Channel Mappings',
		action: 'Update channel mappings of agent integrations',
		description: 'Change which integration channels use; all are read first and sent back whole',
		check: checkMappings,
		inTurn: (fields) => fields.get('bot'),
		fields: [botToChange, ...mappings],
		run: async ({ api, fields }) => {
			const rows = fields.rows('channels');
			if (rows.length === 0) fields.fail('channels', 'is empty', 'Add a channel.');
			const path = botOf(fields);
			const now = await channelMappingsOf(api, path.botId);
			const changes = rows.map((row) => [row.get('channel'), row.get('integration')]);
			// Kore.ai replaces all of them.
			const channelMappings = Object.fromEntries([...Object.entries(now), ...changes]) as Record<
				string,
				string
			> & { default: string };
			return await api.call('agentIntegration.updateChannelMappings', {
				path,
				body: { channelMappings },
			});
		},
	}),
	operation('agentIntegration.reset', {
		name: 'Reset',
		action: 'Reset agent integration',
		description: 'Remove the configuration of an integration with agents',
		check,
		inTurn: (fields) => fields.get('bot'),
		fields: [botToChange, integration, confirmation('deleted')],
		run: async ({ api, fields }) => {
			checkConfirmed(fields, 'reset the integration', 'deleted');
			const path = { ...botOf(fields), integration: fields.get('integration') };
			return await api.call('agentIntegration.reset', { path });
		},
	}),
);
