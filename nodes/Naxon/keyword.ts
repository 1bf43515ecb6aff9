import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { simplify } from '../shared/fields/commonFields';
import { fieldList } from '../shared/fields/field';
import type { FieldsOf } from '../shared/fields/fields';
import { textKey } from '../shared/fields/sameText';
import { triggerSettings } from '../shared/trigger/webhook';
import type { KeywordNotification as Documented } from './contract';
import { anyModel } from './locators';
import { patternTest } from './pattern';

/** What the body is about; the keyword is documented, but there is work to do without it, too. */
type Payload = Omit<Documented, 'keyword'> & { keyword?: unknown };

/** The body of Naxon's webhook (docs/evidence/naxon.md §5). */
export interface KeywordNotification {
	event: 'keyword-notification';
	payload: Payload;
}

export const EVENT = 'keyword-notification';

/** The fields of Naxon Trigger. */
export const triggerFields = fieldList([
	{
		displayName:
			"Naxon has no API for webhooks. Copy the Production URL above into Naxon's dashboard, next to the keywords it shall look for.",
		name: 'notice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Trigger On',
		name: 'event',
		type: 'options',
		options: [
			{
				name: 'Keyword Notification',
				value: EVENT,
				description: 'A keyword was found in a conversation',
			},
		],
		default: EVENT,
		description: 'The only event that Naxon documents. Others are answered and start nothing.',
	},
	anyModel,
	{
		displayName: 'Keyword',
		name: 'keywordMatch',
		type: 'options',
		options: [
			{ name: 'Any', value: 'any' },
			{ name: 'Equals', value: 'exact' },
			{ name: 'Equals, Ignoring Case', value: 'caseInsensitive' },
			{ name: 'Matches Pattern', value: 'pattern', description: 'A regular expression' },
		],
		default: 'any',
		description: 'Which of the keywords set in Naxon start the workflow',
	},
	{
		displayName: 'Value',
		name: 'keyword',
		type: 'string',
		isName: true,
		default: '',
		required: true,
		placeholder: 'e.g. refund',
		displayOptions: { hide: { keywordMatch: ['any'] } },
		description:
			'The keyword, or for Matches Pattern a regular expression such as ^refund. A pattern that takes longer than 250 ms matches nothing.',
	},
	{
		displayName: 'Verify Secret',
		name: 'verify',
		type: 'options',
		options: [
			{ name: 'None', value: 'none', description: 'Whoever knows the URL can start the workflow' },
			{ name: 'Header', value: 'header' },
			{ name: 'Query Parameter', value: 'query', description: 'Part of the URL pasted in Naxon' },
		],
		default: 'none',
		description:
			"Whether a call has to carry the credential's Webhook Secret. Naxon documents no signature.",
	},
	{
		displayName: 'Header Name',
		name: 'headerName',
		type: 'string',
		isName: true,
		default: 'x-webhook-secret',
		required: true,
		displayOptions: { show: { verify: ['header'] } },
		description: 'Name of the header that carries the secret',
	},
	{
		displayName: 'Parameter Name',
		name: 'parameterName',
		type: 'string',
		isName: true,
		default: 'secret',
		required: true,
		displayOptions: { show: { verify: ['query'] } },
		description: 'Name of the query parameter that carries the secret',
	},
	{
		displayName:
			"Append ?, the Parameter Name, = and the credential's Webhook Secret to the URL that you paste in Naxon, such as ?secret=abc.",
		name: 'queryNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { verify: ['query'] } },
	},
	simplify,
]);

export type Settings = FieldsOf<typeof triggerFields>;

/** The keyword as a text; undefined when there is none. */
function keywordOf({ keyword }: { keyword?: unknown }): string | undefined {
	return typeof keyword === 'string' || typeof keyword === 'number' ? String(keyword) : undefined;
}

/** Why `body` is no notification that the settings can decide about; undefined when it is one. */
export function faultOf(body: unknown, settings: Settings): string | undefined {
	const { event, payload } = (body ?? {}) as IDataObject;
	if (typeof event !== 'string') return "'event' is missing or not a text";
	if (event !== EVENT) return undefined;
	if (!payload || typeof payload !== 'object' || Array.isArray(payload)) {
		return "'payload' is missing or not an object";
	}
	if (settings.get('keywordMatch') === 'any') return undefined;
	return keywordOf(payload) === undefined
		? "'payload.keyword' is missing or not a text, and only some keywords are wanted"
		: undefined;
}

/** The trigger's settings, checked as the fields of an action are. */
export const settingsOf = (trigger: IWebhookFunctions | IHookFunctions) =>
	triggerSettings(trigger, triggerFields);

/** Whether the settings let this notification start the workflow. */
export function isWanted(settings: Settings, { payload }: KeywordNotification): boolean {
	const model = settings.get('model');
	if (model && String(payload.model_id) !== model) return false;
	return keywordTest(settings)(keywordOf(payload) ?? '');
}

/**
 * The keyword filter: on both sides without what cannot be seen. Throws NodeOperationError when there is nothing to
 * compare with, or a pattern that is none.
 */
export function keywordTest(settings: Settings): (keyword: string) => boolean {
	const mode = settings.get('keywordMatch');
	if (mode === 'any') return () => true;
	const value = textKey(settings.get('keyword'));
	if (mode === 'exact') return (keyword) => textKey(keyword) === value;
	if (mode === 'caseInsensitive') {
		return (keyword) => textKey(keyword).toLowerCase() === value.toLowerCase();
	}
	const slashed = /^\/(.+)\/[a-z]*$/s.exec(value);
	if (slashed) {
		const ignoring = value.endsWith('/') ? '' : ' Letters after it, such as i, have no place here.';
		settings.fail(
			'keyword',
			'has slashes around the pattern, which keywords do not have',
			`Write the pattern alone: ${slashed[1]}.${ignoring}`,
		);
	}
	const test = patternTest(regexOf(value, settings), () =>
		settings.fail(
			'keyword',
			'is a pattern that may take for ever on some keywords, and this version of n8n cannot end it',
			'Write it without repeated groups and with two * or + at most, or update n8n.',
		),
	);
	return (keyword) => test(textKey(keyword));
}

function regexOf(pattern: string, settings: Settings): RegExp {
	try {
		return new RegExp(pattern);
	} catch {
		return settings.fail('keyword', 'is not a regular expression', 'Correct the pattern.');
	}
}

/** The notification in ten flat fields. */
export function simplified({ payload }: KeywordNotification): IDataObject {
	const { id, model_id, model_name, created_at, keyword, platform, platform_user_id } = payload;
	const recent = payload.most_recent_message;
	return {
		id,
		model_id,
		model_name,
		created_at,
		keyword: keyword as IDataObject['keyword'],
		message: recent?.message,
		message_id: recent?.id,
		sender: recent?.sender,
		platform,
		platform_user_id,
	};
}
