import { createHash, timingSafeEqual } from 'crypto';
import type {
	ICredentialDataDecryptedObject,
	IHookFunctions,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { perProcess } from '../call/perProcess';
import type { Field } from '../fields/field';
import { Fields, type FieldsOf } from '../fields/fields';
import { shortened } from '../fields/shortened';

/** Whether `given` is the secret, in a time that tells nothing about it. False without a secret to compare with. */
export function secretMatches(given: unknown, secret: string): boolean {
	const digest = (text: string) => createHash('sha256').update(text).digest();
	return (
		typeof given === 'string' && secret !== '' && timingSafeEqual(digest(given), digest(secret))
	);
}

/** The settings of a trigger that is called, checked as the fields of an action are; `credentials` for those that have a value in it. */
export const triggerSettings = <List extends readonly Field[]>(
	trigger: IWebhookFunctions | IHookFunctions,
	fields: List,
	credentials?: ICredentialDataDecryptedObject,
): FieldsOf<List> =>
	new Fields(
		{ node: trigger.getNode(), credentials, timezone: trigger.getTimezone() },
		fields,
		(name) => trigger.getNodeParameter(name, null),
		trigger.getNode().parameters,
	);

const LATELY_MS = 10_000;

/** Credentials that calls have read within the last seconds, by type and ID. */
const read = perProcess(
	() => new Map<string, { at: number; data: Promise<ICredentialDataDecryptedObject> }>(),
);

/**
 * The trigger's credential; for a call as it was ten seconds ago at most. n8n 2.x starts a virtual machine of its own
 * for every credential that a webhook reads, which is a good part of the time that a call takes.
 */
export async function credentialOf(
	trigger: IWebhookFunctions | IHookFunctions,
	type: string,
): Promise<ICredentialDataDecryptedObject> {
	// Not the time of day, which may be set back.
	const now = performance.now();
	for (const [key, { at }] of read.current) if (now - at >= LATELY_MS) read.current.delete(key);
	const id = trigger.getNode().credentials?.[type]?.id;
	if (!id) return await trigger.getCredentials(type);
	// Its expressions may come to something else in another workflow.
	const key = `${type} ${id} ${trigger.getWorkflow().id}`;
	const isCall = 'getRequestObject' in trigger;
	const lately = isCall ? read.current.get(key) : undefined;
	const known = lately ?? { at: now, data: trigger.getCredentials(type) };
	read.current.set(key, known);
	return await known.data.catch((thrown: unknown) => {
		read.current.delete(key);
		throw thrown;
	});
}

/** Answers a webhook with `status` and a JSON body, and starts no workflow. */
export function answerOnly(
	webhook: IWebhookFunctions,
	status: number,
	body: Record<string, unknown>,
): IWebhookResponseData {
	webhook.getResponseObject().status(status).json(body);
	return { noWebhookResponse: true };
}

/**
 * Refuses a call: answers with `status` and why, and starts no workflow. While the editor listens it throws instead, since
 * n8n shows an error of the node there, and nothing of a call that started nothing; n8n itself then answers with 500.
 */
export function refuse(
	webhook: IWebhookFunctions,
	status: number,
	message: string,
	body: Record<string, unknown> = { message },
): IWebhookResponseData {
	if (webhook.getMode() !== 'manual') return answerOnly(webhook, status, body);
	throw new NodeOperationError(webhook.getNode(), `A call was refused: ${message}`, {
		description: `It came to the Test URL, and ended the listening: execute the step again for the next one. Once the workflow is published, such a call is answered with ${status} and starts nothing.`,
		level: 'warning',
	});
}

/** Refuses a call with status 400 because of its body. n8n reads JSON by its Content-Type, so that may be why. */
export function refuseBody(webhook: IWebhookFunctions, message: string): IWebhookResponseData {
	const type = webhook.getHeaderData()['content-type'];
	if (/^application\/json\s*(;|$)/i.test(type ?? '')) return refuse(webhook, 400, message);
	const given = type ? `the header says ${shortened(type, 100)}` : 'the header is missing';
	const why = `n8n reads JSON only with Content-Type: application/json, and ${given}`;
	return refuse(webhook, 400, `${message}. ${why}`);
}

/** Answers a webhook with status 200 and nothing but `text`, and starts no workflow. */
export function answerText(webhook: IWebhookFunctions, text: string): IWebhookResponseData {
	// Not as HTML: the text is the caller's.
	webhook.getResponseObject().status(200).type('text/plain').send(text);
	return { noWebhookResponse: true };
}
