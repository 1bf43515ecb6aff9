import { BLOCK, BOT, byId } from '../../../engine/jobs';
import type { Workflow } from '../../../scripts/n8n/api';
import type { Playground } from '../../../scripts/n8n/playground';
import { chained, packNode, ROWS, webhook } from '../build';

export type Kind = 'campaign' | 'document' | 'reply' | 'message';

/** A piece of work: what one call of a workflow's webhook hands over. */
export interface Job {
	kind: Kind;
	/** Its campaign, document or message; no other job has it. */
	name: string;
	/** The person's chat, of replies and messages. */
	chat?: string;
	/** Of campaigns. */
	rows?: Array<{ phone: string }>;
}

/** People of a campaign's list. */
export const PER_LIST = 2;

const given = (field: string) => `={{ $('Webhook').first().json.body.${field} }}`;
const chat = byId(given('chat'));

const OPERATIONS: Record<Kind, Record<string, unknown>> = {
	campaign: {
		resource: 'callList',
		operation: 'createFromItems',
		name: given('name'),
		startBlock: byId(BLOCK),
		callerPhoneNumber: '+48222431496',
		phoneField: 'phone',
		rows: { callsPerList: PER_LIST },
		campaignStart: '2099-01-05T09:00:00',
		allowedHoursStart: '09:00',
		allowedHoursEnd: '17:30',
		campaignVars: ['answer'],
		maxAttempts: 1,
		attemptsDelay: 1,
	},
	document: {
		resource: 'document',
		operation: 'upsert',
		metadataKey: 'article',
		metadataValue: given('name'),
		title: given('name'),
		content: '=Text of {{ $json.body.name }}',
	},
	reply: {
		resource: 'chat',
		operation: 'replyAsModerator',
		chat,
		message: given('name'),
		takeOver: 'always',
		handBack: true,
		options: { quiet: true },
	},
	message: { resource: 'chat', operation: 'sendModeratorMessage', chat, message: given('name') },
};

export const KINDS = Object.keys(OPERATIONS) as Kind[];

/** Where jobs of a kind are sent to, below `/webhook/`. */
export const pathOf = (kind: Kind) => `queue-${kind}`;

/** A workflow that answers its webhook at once and then does the job with one node of KODA. */
export function workflowOf(kind: Kind, playground: Pick<Playground, 'credentials'>): Workflow {
	const koda = packNode(playground, {
		name: 'KODA',
		type: 'koda',
		parameters: { bot: byId(BOT), ...OPERATIONS[kind] },
		credential: 'kodaOAuth2Api',
		// As anybody should have it: nothing that had an effect is sent again.
		retryOnFail: true,
		maxTries: 3,
		waitBetweenTries: 1000,
	});
	const path = pathOf(kind);
	const workflow = chained(path, [webhook(path), ...(kind === 'campaign' ? [ROWS] : []), koda]);
	return { ...workflow, settings: { ...workflow.settings, timezone: 'UTC' } };
}

/** A campaign of so many lists; the people of no other campaign are in it. */
export function campaign(name: string, lists: number, number: number): Job {
	const rows = Array.from({ length: lists * PER_LIST }, (_, index) => ({
		phone: `+4860${String(number * 100 + index).padStart(7, '0')}`,
	}));
	return { kind: 'campaign', name, rows };
}

/** The names of a campaign's lists. */
export const listsOf = ({ name, rows = [] }: Job) =>
	Array.from({ length: rows.length / PER_LIST }, (_, index) => `${name} ${index + 1}`);
