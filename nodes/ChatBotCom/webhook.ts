import type { IDataObject } from 'n8n-workflow';

import { operationOverAllItems, resource } from './api';
import { callBefore, markAnswered } from './callBefore';
import { replyFields } from './replyFields';
import { MAX_RESPONSES, answerOf, saidBy } from './saying';
import { management } from './webhookManagement';

const reply = operationOverAllItems('webhook.reply', {
	name: 'Reply',
	action: 'Reply to webhook',
	description: 'Answer the call that started the workflow: what the bot says and remembers',
	fields: replyFields,
	perItem: ['messages', 'quickRepliesText', 'quickReplies', 'attributes', 'options'],
	runAll: async ({ api, fields, fieldsOf, items, node }) => {
		const call = callBefore(node, fields.group('options').get('version'));
		const said = items.map((_, itemIndex) => saidBy(fieldsOf(itemIndex), call.version));
		const responses = said.flatMap((one) => one.responses);
		if (responses.length > MAX_RESPONSES) {
			api.fail(
				`The answer has ${responses.length} responses`,
				`Give ${MAX_RESPONSES} at most, over all input items.`,
			);
		}
		const pairs = said.flatMap((one) => Object.entries(one.attributes));
		// Not assigned: a name may be __proto__.
		const attributes: IDataObject = Object.fromEntries(pairs);
		const body = answerOf(call.version, responses, attributes);
		await node.sendResponse({ body, headers: {}, statusCode: 200 });
		markAnswered(node);
		return [[{ json: body, from: items.map((_, itemIndex) => itemIndex) }]];
	},
});

export const webhooks = resource('Webhook', reply, ...management);
