import { createHash, timingSafeEqual } from 'crypto';
import type { IHookFunctions, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { Fields, type Field } from './fields';

/** Whether `given` is the secret, in a time that tells nothing about it. False without a secret to compare with. */
export function secretMatches(given: unknown, secret: string): boolean {
	const digest = (text: string) => createHash('sha256').update(text).digest();
	return (
		typeof given === 'string' && secret !== '' && timingSafeEqual(digest(given), digest(secret))
	);
}

/** The settings of a trigger that is called, checked as the fields of an action are. */
export const triggerSettings = (trigger: IWebhookFunctions | IHookFunctions, fields: Field[]) =>
	new Fields({ node: trigger.getNode(), timezone: trigger.getTimezone() }, fields, (name) =>
		trigger.getNodeParameter(name, null),
	);

/** Answers a webhook with `status` and a JSON body, and starts no workflow. */
export function answerOnly(
	webhook: IWebhookFunctions,
	status: number,
	body: Record<string, unknown>,
): IWebhookResponseData {
	webhook.getResponseObject().status(status).json(body);
	return { noWebhookResponse: true };
}

/** Answers a webhook with status 200 and nothing but `text`, and starts no workflow. */
export function answerText(webhook: IWebhookFunctions, text: string): IWebhookResponseData {
	// Not as HTML: the text is the caller's.
	webhook.getResponseObject().status(200).type('text/plain').send(text);
	return { noWebhookResponse: true };
}
