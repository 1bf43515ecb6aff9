import { createHmac } from 'crypto';
import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { Client } from '../shared/call/client';
import { Session } from '../shared/call/session';
import { credentialOf, secretMatches } from '../shared/trigger/webhook';
import { chatBot } from './api';
import type { Operations } from './contract';
import { settingsOf } from './trigger';

/**
 * The text that ChatBot.com sends along with every call, 64 hexadecimal digits; empty without an access token.
 * It is computed, since ChatBot.com asks for it before n8n could have kept one, and needs no place to keep it.
 */
export async function tokenOf(trigger: IHookFunctions | IWebhookFunctions): Promise<string> {
	const { accessToken } = await credentialOf(trigger, chatBot.credential);
	const key = String(accessToken ?? '').trim();
	const about = `n8n webhook ${trigger.getWorkflow().id} ${trigger.getNode().id}`;
	return key === '' ? '' : createHmac('sha256', key).update(about).digest('hex');
}

/** Whether ChatBot.com calls this trigger already, with no other token than the right one. */
export async function isRegistered(hook: IHookFunctions): Promise<boolean> {
	const api = await clientOf(hook);
	const ids = await idsOf(hook, api);
	return ids.length > (await idsOfOtherTokens(hook, api, ids)).length;
}

/** Registers the trigger, and then removes what has its address and another token. Throws NodeApiError when ChatBot.com refuses, as it does when it cannot reach this n8n. */
export async function register(hook: IHookFunctions): Promise<void> {
	const settings = settingsOf(hook);
	// Publishing fails, and not the first call.
	settings.check();
	const { name: workflow = 'n8n', active } = hook.getWorkflow();
	const name = settings.get('webhookName') ?? workflow;
	const url = String(hook.getNodeWebhookUrl('default'));
	const api = await clientOf(hook);
	const before = await idsOf(hook, api);
	const body = {
		// Someone has to find it in the builder, beside the one of the published workflow.
		name: active ? name : `${name} (test)`,
		url,
		token: await tokenOf(hook),
		headers: [],
		auth: {},
	};
	await api.call('webhook.create', { body }).catch((thrown: Error) => failUnreachable(thrown, url));
	// Not before: should the new one be refused, blocks still have the old one.
	await remove(hook, api, await idsOfOtherTokens(hook, api, before));
}

/** Removes the trigger's registration, unless the user wants to keep it. That it is gone already is all right. */
export async function unregister(hook: IHookFunctions): Promise<void> {
	const isTest = !hook.getWorkflow().active;
	const keep = settingsOf(hook).group('options').get('keepWebhook');
	if (keep && !isTest) return;
	const api = await clientOf(hook);
	await remove(hook, api, await idsOf(hook, api));
}

const clientOf = async (hook: IHookFunctions) =>
	new Client(await Session.open(hook, chatBot), {
		maxRetryWait: 20,
		check: 'To find out, look at the webhooks in ChatBot.com.',
	});

/** The webhooks with this trigger's address: others are none of its business. */
async function idsOf(hook: IHookFunctions, api: Client<Operations>): Promise<string[]> {
	const address = comparable(hook.getNodeWebhookUrl('default'));
	const rows = await api.list('webhook.getAll', {}, {});
	return rows.filter(({ url }) => comparable(url) === address).map(({ id }) => String(id));
}

/** An address as it is compared: ChatBot.com may write it another way, as with a `/` at its end. */
function comparable(address: unknown): string {
	const text = String(address);
	return (URL.canParse(text) ? new URL(text).href : text).replace(/\/+$/, '');
}

/** Those of the webhooks that have another token than this trigger's. One that is not shown may be the right one. */
async function idsOfOtherTokens(
	hook: IHookFunctions,
	api: Client<Operations>,
	ids: string[],
): Promise<string[]> {
	const token = await tokenOf(hook);
	const others: string[] = [];
	for (const id of ids) {
		const { token: shown } = await api.call('webhook.get', { path: { id } });
		if ((shown ?? '') !== '' && !secretMatches(shown, token)) others.push(id);
	}
	return others;
}

/** Throws when one of the webhooks is still there afterwards: the address of the call is inferred, so 404 may be about it. */
async function remove(hook: IHookFunctions, api: Client<Operations>, ids: string[]): Promise<void> {
	for (const id of ids) {
		await api.call('webhook.delete', { path: { id } }).catch(async (thrown: Error) => {
			const mayBeGone = thrown instanceof NodeApiError && thrown.httpCode === '404';
			if (!mayBeGone || (await idsOf(hook, api)).includes(id)) throw thrown;
		});
	}
}

/** What ChatBot.com answers when it cannot reach the address is not known; these say something else. */
const OTHER_REASONS = ['401', '403', '404', '429'];

/** n8n shows no more than the message when publishing did not succeed. */
function failUnreachable(thrown: Error, url: string): never {
	const code = thrown instanceof NodeApiError ? (thrown.httpCode ?? '') : '';
	if (thrown instanceof NodeApiError && /^4/.test(code) && !OTHER_REASONS.includes(code)) {
		thrown.message = `ChatBot.com did not add the webhook (${code}). It first calls ${url}, so this address has to be reachable from the internet`;
	}
	throw thrown;
}
