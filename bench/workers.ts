import { countBy } from 'lodash';
import { join } from 'node:path';

import { accounts } from '../engine/credentials';
import { BLOCK, BOT, byId } from '../engine/jobs';
import type { N8nInstallation } from '../scripts/n8n/install';
import { startQueueInstance, type QueueInstance } from '../scripts/n8n/queue';
import { startSandbox, type Sandbox } from '../scripts/sandbox';
import { Caller, listen, listeners, notification, webhook, type Placed } from './deliveries';
import type { Sample } from './report';
import { HTTP_REQUEST, PACK } from './ways';
import { createFromItems } from './workloads/campaign';

const ROOT = join(__dirname, '..');
const CREDENTIAL = 'kodaOAuth2Api';
const IN_FLIGHT = 20;
const WARM_UP = 20;
const ROWS = 1_000;

const WORKERS = [1, 2, 4];

/** A kind of job: what a call hands over, and the nodes that do it in each way. */
interface Kind {
	name: string;
	what: string;
	unit: string;
	count: number;
	/** `chats`: of the people whom the service knows. */
	bodyOf(number: number, chats: string[]): object;
	/** The operation that has the effect, and what tells one effect from another in its body. */
	effect: { operationId: string; key: string };
	ways: Record<string, (sandboxUrl: string) => Placed[]>;
}

const SHARED =
	'n8n in queue mode (Redis, PostgreSQL, a main and a webhook process) with 1, 2 and 4 workers of ten executions at a time, all on this machine, as is the service that counts the effects. Time: from the first call of the workflow until the last execution has ended.';

const given = (field: string) => `={{ $('Webhook').first().json.body.${field} }}`;

/** A node of KODA; n8n's HTTP Request node with the same credential. */
const koda = (parameters: Placed['parameters']): Placed => ({
	name: 'KODA',
	type: 'n8n-nodes-chatbot-platforms.koda',
	parameters: { bot: byId(BOT), ...parameters },
});
const request = (url: string, jsonBody: string): Placed => ({
	name: 'HTTP Request',
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: {
		method: 'POST',
		url,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: CREDENTIAL,
		sendBody: true,
		specifyBody: 'json',
		jsonBody,
		options: {},
	},
});

/** The body of the same campaigns. */
const SETTINGS = {
	start_block_id: BLOCK,
	caller_phone_number: createFromItems.callerPhoneNumber,
	allowed_hours_start: createFromItems.allowedHoursStart,
	allowed_hours_end: createFromItems.allowedHoursEnd,
	campaign_date_start: '2099-01-05',
	campaign_date_time: '09:00',
	campaign_vars: createFromItems.campaignVars,
	max_attempts: createFromItems.maxAttempts,
	attempts_delay: createFromItems.attemptsDelay,
};

const campaigns: Kind = {
	name: 'W15 campaigns',
	what: `Campaigns of ${ROWS.toLocaleString('en')} rows, ${IN_FLIGHT} calls at a time: Split Out and Create From Items, which checks the numbers and looks for twins; the HTTP Request node sends a body that is ready. ${SHARED}`,
	unit: 'campaigns',
	count: 200,
	bodyOf(number) {
		const calls = Array.from({ length: ROWS }, (_, row) => ({
			phone_number: `+48${600_000_000 + number * ROWS + row}`,
		}));
		return { campaign: { ...SETTINGS, name: `Campaign ${number}`, calls } };
	},
	effect: { operationId: 'callList.create', key: 'name' },
	ways: {
		[PACK]: () => [
			{
				name: 'Rows',
				type: 'n8n-nodes-base.splitOut',
				parameters: { fieldToSplitOut: 'body.campaign.calls', options: {} },
			},
			koda({ ...createFromItems, name: given('campaign.name'), phoneField: 'phone_number' }),
		],
		[HTTP_REQUEST]: (url) => [
			request(
				`${url}/koda/v1/bots/${BOT}/call-lists`,
				'={{ JSON.stringify($json.body.campaign) }}',
			),
		],
	},
};

const replies: Kind = {
	name: 'W15 replies',
	what: `Messages of a moderator to the chats that there are, one an execution, ${IN_FLIGHT} calls at a time. ${SHARED}`,
	unit: 'replies',
	count: 2_000,
	bodyOf: (number, chats) => ({ chat: chats[number % chats.length], message: `Reply ${number}` }),
	effect: { operationId: 'chat.sendModeratorMessage', key: 'moderator_message' },
	ways: {
		[PACK]: () => [
			koda({
				resource: 'chat',
				operation: 'sendModeratorMessage',
				chat: byId(given('chat')),
				message: given('message'),
			}),
		],
		[HTTP_REQUEST]: (url) => [
			request(
				`=${url}/koda/v1/bots/${BOT}/inbox/{{ $json.body.chat }}/message`,
				'={{ JSON.stringify({ moderator_message: $json.body.message }) }}',
			),
		],
	},
};

export const kinds = [campaigns, replies];

export const webhooks = {
	name: 'W15 webhooks',
	what: `Notifications of Naxon, ${IN_FLIGHT} calls at a time, through 1 and 2 webhook processes in turn, with 2 workers, which run the trigger and one more node; Naxon Trigger and n8n's own Webhook node check a secret. Until is the time until the last execution had ended. n8n in queue mode, all on this machine.`,
	unit: 'calls',
};
const WEBHOOKS = 500;

/** How often each effect was had; once is right. */
async function effectsOf(sandbox: Sandbox, { effect: { operationId, key } }: Kind) {
	const requests = await sandbox.requests('koda', operationId);
	const had = requests.filter(({ status }) => status < 300);
	return Object.values(countBy(had, ({ body }) => (body as Record<string, string>)[key]));
}

/** One kind of job in all ways, by as many workers as there are. */
async function byWorkers(n8n: QueueInstance, sandbox: Sandbox, kind: Kind): Promise<Sample[]> {
	const data = accounts(sandbox.url)[CREDENTIAL];
	const id = await n8n.api.createCredential({ name: 'KODA', type: CREDENTIAL, data });
	const credentials = { [CREDENTIAL]: { id, name: 'KODA' } };
	const caller = new Caller(n8n, IN_FLIGHT);
	const samples: Sample[] = [];
	for (const [way, nodesOf] of Object.entries(kind.ways)) {
		const nodes = nodesOf(sandbox.url).map((node) =>
			node.type === 'n8n-nodes-base.splitOut' ? node : { ...node, credentials },
		);
		const path = crypto.randomUUID();
		const listening = await listen(n8n, path, [webhook(path), ...nodes]);
		await sandbox.control('reset');
		const { chats } = await sandbox.state<{ chats: Array<{ platformUserId: string }> }>('koda');
		const people = chats.map(({ platformUserId }) => platformUserId);
		await caller.start(listening, WARM_UP, (index) => kind.bodyOf(index, people));
		const { until } = await caller.start(listening, kind.count, (index) =>
			kind.bodyOf(WARM_UP + index, people),
		);
		const effects = await effectsOf(sandbox, kind);
		const measures = {
			milliseconds: until,
			perSecond: (kind.count / until) * 1000,
			lost: WARM_UP + kind.count - effects.length,
			twice: effects.filter((times) => times > 1).length,
		};
		const workers = n8n.workers.length === 1 ? '1 worker' : `${n8n.workers.length} workers`;
		samples.push({ workload: kind.name, way: `${way}, ${workers}`, size: kind.count, measures });
	}
	return samples;
}

/** Measures kinds of jobs in a queue mode that gets more workers from one step to the next. */
export async function measureWorkers(n8n: N8nInstallation, kind: Kind): Promise<Sample[]> {
	const sandbox = await startSandbox();
	const instance = await startQueueInstance(n8n, ROOT, { workers: WORKERS[0] });
	const samples: Sample[] = [];
	try {
		for (const workers of WORKERS) {
			while (instance.workers.length < workers) await instance.addWorker();
			samples.push(...(await byWorkers(instance, sandbox, kind)));
		}
		return samples;
	} finally {
		await instance.stop();
		await sandbox.stop();
	}
}

/** Measures webhooks through one webhook process, and through two. */
export async function measureWebhooks(n8n: N8nInstallation): Promise<Sample[]> {
	const instance = await startQueueInstance(n8n, ROOT, { workers: 2 });
	const urls = [instance.webhookProcess.url];
	const samples: Sample[] = [];
	try {
		const known = await listeners(instance);
		for (const processes of ['1 webhook process', '2 webhook processes']) {
			if (processes.startsWith('2')) urls.push((await instance.addWebhookProcess()).url);
			const caller = new Caller(instance, IN_FLIGHT, urls);
			for (const [way, listening] of Object.entries(known)) {
				await caller.start(listening, WARM_UP, notification);
				const measures = await caller.start(listening, WEBHOOKS, notification);
				samples.push({
					workload: webhooks.name,
					way: `${way}, ${processes}`,
					size: WEBHOOKS,
					measures,
				});
			}
		}
		return samples;
	} finally {
		await instance.stop();
	}
}
