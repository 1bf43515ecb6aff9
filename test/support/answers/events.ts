import { set } from 'lodash';
import type { INodeParameters } from 'n8n-workflow';

import { BOT, byId } from '../../../engine/jobs';
import { BOT_APP } from '../koreAi';
import type { SampleVendor } from './vendor';

/** An event of a polling trigger, and what happens at the vendor so that it comes. */
export interface EventJob {
	node: string;
	event: string;
	parameters?: INodeParameters;
	/** Changes of the credential. */
	account?: object;
	/** Operations of the contract that it uses. */
	uses: string[];
	/** Changes by which nothing has happened: a chat without a message is a new one. */
	excused?: RegExp;
	/** Whether an empty answer may mean that nothing is there: what the vendor answers then is not published. */
	mayBeEmpty?: true;
	/** How rows, or a whole answer, are before it happens and after: the sample's, with changes at a time. */
	happen: Record<string, { before?: Changes; after: Changes }>;
}

/** What is set in a row or an answer, by path; undefined for no rows at all. */
type Changes = ((now: Date) => Record<string, unknown>) | 'none';

const seconds = (now: Date) => Math.floor(now.getTime() / 1000);
const iso = (now: Date) => now.toISOString();
/** In the form of KODA, and by the clock of UTC. */
const kodaTime = (now: Date) => iso(now).slice(0, 19).replace('T', ' ');
/** In the form of Naxon. */
const naxonTime = (now: Date) => `${iso(now).slice(0, 19)}+0000`;

const koda = (event: string, uses: string[], happen: EventJob['happen']): EventJob => ({
	node: 'kodaTrigger',
	event,
	parameters: { bot: byId(BOT) },
	uses,
	happen,
});

const naxon = (event: string, time: string, model?: number): EventJob => ({
	node: 'naxonConversationTrigger',
	event,
	parameters: model === undefined ? {} : { model: byId(model) },
	uses: [model === undefined ? 'conversation.getAll' : 'conversation.getAllOfModel'],
	happen: {
		[model === undefined ? 'conversation.getAll' : 'conversation.getAllOfModel']: {
			before: 'none',
			after: (now) => ({ [time]: naxonTime(now) }),
		},
	},
});

const kore = (event: string, operation: string, after: Changes, before: Changes): EventJob => ({
	node: 'koreAiTrigger',
	event,
	uses: [operation],
	happen: { [operation]: { before, after } },
});

/** The polling events of each contract. */
export const EVENTS: Record<string, EventJob[]> = {
	koda: [
		{
			...koda('newChatMessage', ['chat.getAll', 'chat.get'], {
				'chat.getAll': {
					before: () => ({ 'last_inbox_message.date': 1578440306 }),
					after: (now) => ({ 'last_inbox_message.date': seconds(now) }),
				},
				'chat.get': { after: (now) => ({ date: seconds(now), type: 'user' }) },
			}),
			excused: /^response\.\*\.last_inbox_message null/,
		},
		koda('moderatorModeSwitchedOn', ['chat.getAll'], {
			'chat.getAll': {
				before: () => ({ moderator_mode: false }),
				after: () => ({ moderator_mode: true }),
			},
		}),
		{
			...koda('callFinished', ['callList.getAll', 'callList.get'], {
				'callList.getAll': {
					before: () => ({
						status: 'in progress',
						finished_calls: 0,
						max_call_at: '2099-01-01 00:00:00',
					}),
					after: () => ({ finished_calls: 1, max_call_at: '2099-01-01 00:00:00' }),
				},
				'callList.get': {
					before: () => ({ 'response.calls.0.finish_calling': null }),
					after: (now) => ({ 'response.calls.0.finish_calling': kodaTime(now) }),
				},
			}),
			// A call without it is not finished.
			excused: /finish_calling (null|missing|empty text)/,
		},
		koda('callListFinished', ['callList.getAll'], {
			'callList.getAll': {
				before: () => ({ status: 'in progress', finished_calls: 0 }),
				after: () => ({}),
			},
		}),
	],
	naxon: [
		naxon('newConversation', 'created_at'),
		naxon('updatedConversation', 'updated_at'),
		naxon('newConversation', 'created_at', 123),
		{
			...naxon('newMessage', 'updated_at'),
			uses: ['conversation.getAll', 'message.getAll'],
			happen: {
				...naxon('newMessage', 'updated_at').happen,
				'message.getAll': { after: (now) => ({ created_at: naxonTime(now) }) },
			},
		},
	],
	'kore-ai': [
		kore('sessionStarted', 'session.getAll', (now) => ({ start_time: iso(now) }), 'none'),
		kore(
			'sessionClosed',
			'session.getAll',
			(now) => ({ start_time: iso(now), end_time: iso(now), sessionStatus: 'closed' }),
			'none',
		),
		{
			...kore(
				'interactionFinished',
				'interaction.getAll',
				(now) => ({
					sessionStartTime: iso(now).slice(0, 19),
					sessionEndTime: iso(now).slice(0, 19),
					finalStatus: 'CLOSED',
				}),
				'none',
			),
			// One without it is not over.
			excused: /finalStatus (null|missing|empty text)/,
		},
		kore('feedbackGiven', 'feedback.getAll', (now) => ({ timestamp: iso(now) }), 'none'),
		kore('unhandledUtterance', 'analytics.getAll', (now) => ({ timestamp: iso(now) }), 'none'),
		kore('auditLogEntry', 'auditLog.getAll', (now) => ({ 'Date/Time': iso(now) }), 'none'),
		kore('changeLogEntry', 'changeLog.getAll', (now) => ({ createdOn: iso(now) }), 'none'),
		kore('newMessage', 'message.getAllV2', (now) => ({ createdOn: iso(now) }), 'none'),
		{
			...kore(
				'publishFinished',
				'bot.getPublishStatus',
				() => ({}),
				() => ({ _id: 'ds-before', requestedTime: '2020-01-01T00:00:00.000Z' }),
			),
			mayBeEmpty: true,
			// By this status nothing is there.
			excused: /404|status as text|title, detail/,
		},
		{
			...kore(
				'importFinished',
				'bot.getImportStatus',
				() => ({}),
				() => ({ status: 'pending' }),
			),
			parameters: { importIds: ['bir-1'] },
		},
		{
			...kore(
				'testRunFinished',
				'conversationTest.getRunStatus',
				() => ({}),
				() => ({ status: 'inprogress' }),
			),
			parameters: { testSuiteName: 'Order Flow', testRunIds: ['ctr-1'] },
		},
		{
			...kore(
				'testRunFinished',
				'batchTest.getRunStatus',
				() => ({}),
				() => ({ status: 'running' }),
			),
			parameters: { kind: 'batchTest', testSuiteName: 'Regression', testRunIds: ['tr-1'] },
			account: BOT_APP,
		},
		{
			...kore(
				'trainingFinished',
				'searchTraining.getStatus',
				() => ({ status: 'success' }),
				() => ({ status: 'running' }),
			),
			parameters: { trainingOf: 'search', trainingIds: ['fjg-1'] },
		},
		{
			...kore(
				'trainingFinished',
				'faq.getTrainingStatus',
				() => ({}),
				() => ({ modifiedOn: '2020-01-01T00:00:00.000Z' }),
			),
			mayBeEmpty: true,
			// By this status nothing is there.
			excused: /404|status as text|title, detail/,
		},
		kore(
			'campaignFinished',
			'campaign.getAll',
			() => ({ status: 'Completed' }),
			() => ({ status: 'Active' }),
		),
		{
			node: 'koreAiTrigger',
			event: 'contactCalled',
			uses: ['campaign.getAll', 'campaign.getStatus'],
			// A contact without it is still to be called.
			excused: /dialerOutcome (null|missing|empty text)/,
			happen: {
				'campaign.getAll': { after: () => ({ status: 'Active' }) },
				'campaign.getStatus': {
					before: () => ({ dialerOutcome: '' }),
					after: () => ({ dialerOutcome: 'completed' }),
				},
			},
		},
	],
	'chatbot-com': [],
	koopid: [],
};

/** Lets the vendor be as it is before an event, or after. */
export function play(vendor: SampleVendor, { happen }: EventJob, when: 'before' | 'after'): void {
	vendor.rows.clear();
	vendor.answers.clear();
	// By then it has happened.
	const now = new Date(Date.now() - 1000);
	for (const [id, moments] of Object.entries(happen)) {
		const changes = moments[when] ?? moments.after;
		const changed = (value: unknown) => {
			const copy = structuredClone(value) as object;
			if (changes === 'none') return copy;
			for (const [path, to] of Object.entries(changes(now))) set(copy, path, to);
			return copy;
		};
		if (id in vendor.lists) {
			vendor.rows.set(id, changes === 'none' ? [] : vendor.rowsOf(id).map(changed));
		} else vendor.answers.set(id, changed(vendor.samples.get(id)!.answer));
	}
}
