import type { IDataObject } from 'n8n-workflow';

import type { Fields } from '../shared/fields/fields';
import { checkedPairs } from './attributes';
import type { Version } from './trigger';

/** Most responses of an answer, buttons of a response, and characters above these (docs/evidence/chatbot-com.md §5). */
export const MAX_RESPONSES = 99;
export const MAX_BUTTONS = 11;
export const MAX_TITLE = 640;

/** Longest text in the form of the old builder; of the new one's no limit was found. */
const MAX_TEXT_V1 = 1024;

/** What one item adds to the answer. */
interface Said {
	responses: IDataObject[];
	attributes: Record<string, string>;
}

/** Reads what one item says, in the form of the call (docs/evidence/chatbot-com.md §5, §6). Throws NodeOperationError for what ChatBot.com would not take. */
export function saidBy(fields: Fields, version: Version): Said {
	return {
		responses: [
			...fields.rows('messages').map(version === 'v1' ? textToPick : spokenText),
			...otherResponses(fields.group('options')),
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

function spokenText(row: Fields): IDataObject {
	const delay = row.get<number | undefined>('delay');
	return { type: 'text', ...(delay && { delay }), message: row.get('text') };
}

function textToPick(row: Fields): IDataObject {
	const text = row.get('text');
	const { length } = [...text];
	if (length > MAX_TEXT_V1) {
		row.reject('text', `has ${length} characters`, `Shorten it to ${MAX_TEXT_V1} or fewer.`);
	}
	return { type: 'text', elements: [text] };
}

/** In the definitions' form: inferred for the old builder, a guess for the new one. */
function quickReplies(fields: Fields): IDataObject[] {
	const title = fields.get<string | undefined>('quickRepliesText');
	const buttons = fields.rows('quickReplies').map((row) => {
		const label = row.get('title');
		return { type: 'postback', title: label, value: row.get<string | undefined>('value') ?? label };
	});
	if (!title && buttons.length === 0) return [];
	if (!title) fields.reject('quickRepliesText', 'is empty', 'Say what the quick replies answer.');
	if (buttons.length === 0) {
		fields.reject('quickReplies', 'is empty', "Add one, or clear 'Quick Replies Text'.");
	}
	return [{ type: 'quickReplies', title, buttons }];
}

function otherResponses(options: Fields): IDataObject[] {
	const given = options.get<unknown>('otherResponses') ?? [];
	const isResponse = (one: unknown) => typeof (one as IDataObject | null)?.type === 'string';
	if (!Array.isArray(given) || !given.every(isResponse)) {
		options.reject(
			'otherResponses',
			'is not a list of responses',
			'Use a list of objects with a type, such as [{"type": "image", "imageUrl": "https://…"}].',
		);
	}
	return given as IDataObject[];
}
