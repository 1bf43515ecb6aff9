import { isUndefined, omit, omitBy, pick } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

import { checkChanges, collection, returnAllOrLimit } from '../shared/fields/commonFields';
import { checkConfirmed, confirmation } from '../shared/fields/confirmation';
import { fieldList } from '../shared/fields/field';
import type { FieldsOf } from '../shared/fields/fields';
import { thingIn } from '../shared/fields/lists';
import { input, operation } from './api';
import type { WebhookInput } from './contract';
import { webhook } from './locators';

/** What is sent of a webhook. */
const PARTS = ['name', 'url', 'token', 'headers', 'auth'] as const;

const check = "To find out, run 'Get Many' for webhooks.";

const name = input('webhook.create', 'name', {
	isName: true,
	placeholder: 'e.g. Order status',
	description: "What the webhook is called in ChatBot.com's builder",
});

const url = input('webhook.create', 'url', {
	placeholder: 'e.g. https://example.com/chatbot',
	description: 'The address that ChatBot.com calls, reachable from the internet',
});

/** What need not be given: the proof of the calls, and basic authorization at the address. */
const proof = fieldList([
	input('webhook.create', 'token', {
		typeOptions: { password: true },
		description: 'The text that ChatBot.com sends along with every call',
	}),
	{ displayName: 'Username', name: 'username', type: 'string', default: '' },
	{
		displayName: 'Password',
		name: 'password',
		type: 'string',
		typeOptions: { password: true },
		default: '',
	},
]);

const changes = fieldList([{ ...name, required: false }, { ...url, required: false }, ...proof]);

const given = (values: object) => omitBy(values, isUndefined) as IDataObject;

/** Username and password, as far as they are given. */
const authIn = (fields: FieldsOf<typeof proof>) =>
	given({ username: fields.get('username'), password: fields.get('password') });

/** A webhook without what is secret: token, password, and headers, in which anything may stand. */
const shown = (row: IDataObject): IDataObject => ({
	...omit(row, 'token', 'headers', 'auth'),
	username: thingIn(row.auth).username,
});

/** Operations on the webhooks themselves (docs/evidence/chatbot-com.md §4, §6). */
export const management = [
	operation('webhook.getAll', {
		name: 'Get Many',
		action: 'Get many webhooks',
		description: 'Retrieve a list of the webhooks that blocks of stories call',
		fields: returnAllOrLimit,
		key: ['id'],
	}),
	operation('webhook.get', {
		name: 'Get',
		action: 'Get webhook',
		description: 'Retrieve a webhook with its last error',
		fields: [webhook],
		tidy: shown,
	}),
	operation('webhook.create', {
		name: 'Create',
		action: 'Create webhook',
		description: 'Add an address for webhook blocks, which has to answer a challenge meanwhile',
		check,
		fields: [name, url, collection('Options', proof)],
		run: async ({ api, fields, inputOf }) => {
			const { body } = inputOf('webhook.create');
			const auth = authIn(fields.group('options'));
			return await api.call('webhook.create', { body: { ...body, headers: [], auth } });
		},
	}),
	operation('webhook.update', {
		name: 'Update',
		action: 'Update webhook',
		description: 'Change a webhook, which is read first and sent back whole',
		check: "To find out, run 'Get' for the webhook.",
		inTurn: (fields) => fields.get('webhook'),
		fields: [webhook, collection('Update Fields', changes)],
		run: async ({ api, fields, inputOf }) => {
			const { path, body } = inputOf('webhook.update');
			const auth = authIn(fields.group('updateFields'));
			checkChanges(fields, { ...body, ...auth });
			const now = await api.call('webhook.get', { path });
			const whole = {
				...pick(now, PARTS),
				...given(body),
				auth: { ...thingIn(now.auth), ...auth },
			};
			return await api.call('webhook.update', { path, body: whole as WebhookInput });
		},
	}),
	operation('webhook.delete', {
		name: 'Delete',
		action: 'Delete webhook',
		description: 'Remove a webhook; blocks of stories that use it call nothing any more',
		check,
		fields: [webhook, confirmation('deleted')],
		run: async ({ api, fields, inputOf }) => {
			checkConfirmed(fields, 'delete the webhook', 'deleted');
			await api.call('webhook.delete', inputOf('webhook.delete'));
			return { deleted: true };
		},
	}),
] as const;
