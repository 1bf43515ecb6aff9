import type { IDataObject } from 'n8n-workflow';

import { checkedPairs } from './attributes';
import type { ReplyFields } from './replyFields';
import type { Version } from './trigger';

/** Most responses of an answer (docs/evidence/chatbot-com.md §5). */
export const MAX_RESPONSES = 99;

/** Longest text in the form of the old builder; of the new one's no limit was found. */
const MAX_TEXT_V1 = 1024;

const messagesOf = (fields: ReplyFields) => fields.rows('messages');

const optionsOf = (fields: ReplyFields) => fields.group('options');

type Message = ReturnType<typeof messagesOf>[number];

/** What one item adds to the answer. */
interface Said {
	responses: IDataObject[];
	attributes: Record<string, string>;
}

/** Reads what one item says, in the form of the call (docs/evidence/chatbot-com.md §5, §6). Throws NodeOperationError for what ChatBot.com would not take. */
export function saidBy(fields: ReplyFields, version: Version): Said {
	return {
		responses: [
			...messagesOf(fields).map(version === 'v1' ? textToPick : spokenText),
			...otherResponses(optionsOf(fields)),
			...quickReplies(fields),
		],
		attributes: checkedPairs(fields, 'attributes', 0) ?? {},
	};
}

/** The answer as ChatBot.com reads it; both parts may be missing. */
export function answerOf(
	version: Version,
	responses: IDataObject[],
	attributes: IDataObject,
): IDataObject {
	const kept = version === 'v1' ? 'parameters' : 'attributes';
	return {
		...(responses.length > 0 && { responses }),
		...(Object.keys(attributes).length > 0 && { [kept]: attributes }),
	};
}

function spokenText(row: Message): IDataObject {
	const delay = row.get('delay');
	return { type: 'text', ...(delay && { delay }), message: row.get('text') };
}

function textToPick(row: Message): IDataObject {
	const text = row.get('text');
	const { length } = [...text];
	if (length > MAX_TEXT_V1) {
		row.fail('text', `has ${length} characters`, `Shorten it to ${MAX_TEXT_V1} or fewer.`);
	}
	return { type: 'text', elements: [text] };
}

/** In the definitions' form: inferred for the old builder, a guess for the new one. */
function quickReplies(fields: ReplyFields): IDataObject[] {
	const title = fields.get('quickRepliesText');
	const buttons = fields.rows('quickReplies').map((row) => {
		const label = row.get('title');
		return { type: 'postback', title: label, value: row.get('value') ?? label };
	});
	if (!title && buttons.length === 0) return [];
	if (!title) fields.fail('quickRepliesText', 'is empty', 'Say what the quick replies answer.');
	if (buttons.length === 0) {
		fields.fail('quickReplies', 'is empty', "Add one, or clear 'Quick Replies Text'.");
	}
	return [{ type: 'quickReplies', title, buttons }];
}

function otherResponses(options: ReturnType<typeof optionsOf>): IDataObject[] {
	const given = options.get('otherResponses') ?? [];
	const isResponse = (one: unknown) => typeof (one as IDataObject | null)?.type === 'string';
	if (!Array.isArray(given) || !given.every(isResponse)) {
		options.fail(
			'otherResponses',
			'is not a list of responses',
			'Use a list of objects with a type, such as [{"type": "image", "imageUrl": "https://…"}].',
		);
	}
	return given as IDataObject[];
}
