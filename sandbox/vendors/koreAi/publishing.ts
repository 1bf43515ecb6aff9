/** Publish Bot API and Bot Publish Status API. */
import type { Clock } from '../../clock';
import { ApiError, type Handler } from '../../types';
import {
	find,
	idOf,
	isoText,
	lookAt,
	newJob,
	OWNER_ID,
	type Bot,
	type KoreAiState,
	type Publishing,
} from './state';

const DIALOGS = ['Find Order', 'Cancel Order', 'Talk to Agent'];
const NODES = 12;

interface Resource {
	resourceType: string;
	resourceId?: string;
	sbResourceId?: string;
	status: string;
	result: { name: string; [field: string]: unknown };
}

/** A version comment with this word in it lets the publishing fail. */
const fails = ({ input }: Publishing) => input.versionComment.includes('fail');
/** … and with this one it waits for an admin of the account. */
const needsApproval = ({ input }: Publishing) => input.versionComment.includes('approval');

/** Whether something that was changed by then is published. */
export const isPublishedSince = ({ publishings }: KoreAiState, bot: string, at: number): boolean =>
	publishings.some(
		(job) => job.botId === bot && job.startedAt >= at && !fails(job) && !needsApproval(job),
	);

/** A graph as it makes the vendor's answers large. */
function dialogNodes(dialog: string) {
	return Array.from({ length: NODES }, (_, index) => ({
		nodeId: `message${index}`,
		type: 'message',
		componentId: idOf('dc', `${dialog} ${index}`),
		nodeOptions: {
			customTags: { session: [], message: [], user: [] },
			transitionType: 'auto',
			interruptOptions: { priority: 'task' },
			message: [],
			errorMessage: [],
		},
		transitions: [{ default: index + 1 < NODES ? `message${index + 1}` : 'end' }],
		metadata: { left: 8 * index, top: 121 },
	}));
}

function dialogResource(job: Publishing, name: string): Resource {
	const id = idOf('dg', `${job.botId} ${name}`);
	return {
		resourceType: 'dialog',
		resourceId: id,
		sbResourceId: id,
		status: 'SUCCESS',
		result: {
			state: needsApproval(job) ? 'awaitingApproval' : 'published',
			approvalRequestedLanguages: ['en'],
			versionComment: job.input.versionComment,
			publishedOn: isoText(job.startedAt),
			name,
			nodes: dialogNodes(name),
		},
	};
}

const moduleResource = (id: string, name: string, modules: unknown): Resource => ({
	resourceType: id,
	status: 'SUCCESS',
	result: { resourceId: id, resourceType: id, modules, name },
});

/** What is published, one row per resource. */
const resourcesOf = (job: Publishing, { channels }: Bot): Resource[] => [
	...DIALOGS.map((name) => dialogResource(job, name)),
	moduleResource('NL', 'Natural Language', ['nl_model', 'settings']),
	moduleResource('CHANNELS', 'Channels', channels),
	moduleResource('EXTENSIONS', 'Extensions', ['botkit', 'agent_transfer', 'websdk', 'events']),
	moduleResource('SETTINGS', 'Settings', ['general', 'bot_variables', 'pii', 'ivr', 'advanced']),
];

/** The same in the form of the status, which tells of the languages, too. */
function summaryOf(job: Publishing, bot: Bot) {
	const languages = moduleResource('BOTLANGUAGES', 'BotLanguages', { enabledLanguages: ['en'] });
	return [...resourcesOf(job, bot), languages].map((resource) => {
		const { resourceType, resourceId = resourceType, status, result } = resource;
		const { name, modules } = result;
		const hasFailed = fails(job) && resourceType === 'NL';
		return {
			resourceId,
			resourceType,
			name,
			...(modules === undefined ? {} : { modules }),
			result,
			status: hasFailed ? 'FAILURE' : status,
		};
	});
}

/** Guesses: every word but `successful`, and the summary of what is not. */
function statusView(job: Publishing, bot: Bot, isDone: boolean) {
	const ended = fails(job) ? 'failed' : 'successful';
	return {
		_id: job.id,
		action: 'RUN',
		jobType: 'PUBLISH_BOT',
		streamId: bot.id,
		__v: 0,
		countOfDockStatuses: 1,
		createdBy: OWNER_ID,
		percentageComplete: isDone ? 100 : 50,
		requestedTime: isoText(job.startedAt),
		status: isDone ? ended : 'in_progress',
		lastModifiedOn: isoText(job.startedAt + 1352),
		initiatedOn: isoText(job.startedAt + 97),
		statusSummary: isDone ? summaryOf(job, bot) : [],
	};
}

/** Handlers of publishing and its status. */
export function publishHandlers(state: KoreAiState, clock: Clock): Record<string, Handler> {
	return {
		'bot.publish': ({ params, body }) => {
			const bot = find(state.bots, params.botId, 'Bot');
			// Documented is that a channel has to be enabled; status and words are inferred.
			if (bot.channels.length === 0) {
				throw new ApiError(400, 'Enable at least one channel before publishing the bot');
			}
			const job: Publishing = {
				...newJob(idOf('ds', String(state.publishings.length)), clock),
				botId: bot.id,
				input: body as Publishing['input'],
			};
			state.publishings.push(job);
			return resourcesOf(job, bot);
		},
		'bot.getPublishStatus': ({ params }) => {
			const bot = find(state.bots, params.botId, 'Bot');
			const job = state.publishings.filter(({ botId }) => botId === bot.id).at(-1);
			// Guess: a bot that was never published has no status.
			if (job === undefined) throw new ApiError(400, 'No publish request found');
			const isDone = lookAt(job, clock);
			if (isDone && !fails(job) && !needsApproval(job)) bot.isPublished = true;
			return statusView(job, bot, isDone);
		},
	};
}
