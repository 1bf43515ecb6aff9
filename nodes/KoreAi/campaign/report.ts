import type { IDataObject } from 'n8n-workflow';

import {
	answeredIn,
	reportFields,
	reportOf,
	type ReportWords,
} from '../../compose/campaign/report';
import {
	cellOf,
	cellsOf,
	numberIn,
	resultsOf,
	textOf,
	type Result,
} from '../../compose/campaign/results';
import { textKey } from '../../shared/fields/sameText';
import { operation, resultPaging } from '../api';
import { bot, campaign, campaignOf } from '../locators';
import { forResults, statusOf } from './state';

/** What the bot and agents noted of a call. */
const COLLECTED = [
	'uniqueId',
	'botSessionId',
	'agentDispositionCodes',
	'botOutboundStatus',
	'botOutboundStatusDetail',
];

/**
 * Reads results per contact (docs/evidence/kore-ai.md §9.2). Kore.ai gives no times, and of outcomes only `completed` is known,
 * so that whether a call was answered is known by the user's statuses alone.
 */
function resultOf(contact: IDataObject, answeredStatuses?: Set<string>): Result {
	const status = textOf(cellOf(contact.dialerOutcome));
	const collected = COLLECTED.filter((name) => !isEmptyList(contact[name]));
	return {
		number: cellOf(contact.phoneNumber),
		status,
		answered: answeredStatuses ? answeredStatuses.has(textKey(status ?? '')) : null,
		seconds: null,
		attempts: numberIn(contact.numberOfAttemptsSoFar),
		attemptsLeft: null,
		begun: null,
		ended: null,
		variables: new Map(),
		collected: cellsOf(Object.fromEntries(collected.map((name) => [name, contact[name]]))),
	};
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;

const words: ReportWords = {
	statuses: 'outcomes',
	answered: 'Kore.ai publishes no list of outcomes, so it is not told how many answered.',
	times: 'Kore.ai gives no times of calls.',
	instead: "'Get Results' for the campaign",
};

/** `campaign.getReport`: the results of all contacts, counted. */
export const getReport = operation('campaign.getReport', {
	name: 'Get Report',
	action: 'Get report of campaign',
	description:
		'Count the results of a voice campaign: calls by outcome, answered share, attempts and what was noted',
	fields: [bot, campaign, ...reportFields(words)],
	run: async (context) => {
		const { api, fields } = context;
		const path = campaignOf(fields);
		const answered = answeredIn(fields);
		const { name } = await statusOf(api, path);
		const rows = await api.list('campaign.getStatus', forResults(path), {}, resultPaging);
		const statuses = answered && new Set(answered.map(textKey));
		const results = resultsOf(rows.map((row) => resultOf(row, statuses)));
		return await reportOf(context, { id: path.campaignId, name, results }, words);
	},
});
