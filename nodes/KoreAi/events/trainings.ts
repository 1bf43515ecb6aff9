import type { IDataObject, NodeApiError } from 'n8n-workflow';

import { texts } from '../../shared/fields/commonFields';
import { fieldList } from '../../shared/fields/field';
import { aText, listOf, orNone, thingOf, type StateForm } from '../../shared/trigger/form';
import { idOf } from '../../shared/trigger/newRows';
import { eventsOf } from '../../shared/trigger/poll';
import { botLanguage } from '../botLanguage';
import type { Operations } from '../contract';
import { hasSucceeded, isUnderWay } from '../job';
import { bot, botOf } from '../locators';
import { simplify as simplifySearch } from '../searchAi/training';
import type { BotPoll } from './events';
import { isSince, overIn, type Watched } from './watched';

/** Of FAQs the last training that was over; of Search AI each that was looked at. */
type Trainings = Partial<Watched> & { last?: string };

const FORM: StateForm<Trainings> = {
	number: 1,
	fits: thingOf<Trainings>({
		running: orNone(listOf(aText)),
		over: orNone(listOf(aText)),
		last: orNone(aText),
	}),
};

type Calling = Pick<BotPoll<unknown>, 'api'>['api'];

const fields = fieldList([
	bot,
	{
		displayName: 'Training Of',
		name: 'trainingOf',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'FAQs', value: 'faq', description: 'The last training of a language' },
			{ name: 'Search AI', value: 'search', description: 'Trainings by their IDs' },
		],
		default: 'faq',
	},
	{
		...botLanguage,
		default: 'en',
		required: true,
		displayOptions: { show: { trainingOf: ['faq'] } },
		description: 'Code of the language whose training is watched',
	},
	{
		...texts(
			'Training IDs',
			'trainingIds',
			'Training ID',
			'ids',
			"The trainingId that 'Train' returned, for each training to wait for. Kore.ai has no list of them.",
		),
		required: true,
		narrows: true,
		displayOptions: { show: { trainingOf: ['search'] } },
	},
]);

/** The running or last training of FAQs; undefined when there was none. */
async function lastOf(
	api: Calling,
	input: Operations['faq.getTrainingStatus'],
): Promise<IDataObject | undefined> {
	return await api.call('faq.getTrainingStatus', input).catch((reason: unknown) => {
		// What Kore.ai answers when nothing was ever trained is not published.
		const { httpCode } = reason as NodeApiError;
		if (httpCode === '400' || httpCode === '404') return undefined;
		throw reason;
	});
}

export const trainingFinished = eventsOf<Operations, Trainings>(FORM)({
	name: 'Training Finished',
	value: 'trainingFinished',
	description: 'A training of FAQs or Search AI is over, successful or not',
	fields,
	scope: (chosen) => {
		const trainingOf = chosen.get('trainingOf');
		// Each training of Search AI stands for itself.
		const language = trainingOf === 'faq' ? chosen.get('language') : undefined;
		return { ...botOf(chosen), trainingOf, language };
	},
	poll: async ({ api, fields: chosen, state, start, isTest }) => {
		const path = botOf(chosen);
		const about = (row: IDataObject) => ({
			...path,
			trainingOf: chosen.get('trainingOf'),
			...row,
			succeeded: hasSucceeded(row.status),
		});
		if (chosen.get('trainingOf') === 'search') {
			const { running = [], over = [] } = state ?? {};
			const watching = {
				ids: chosen.get('trainingIds'),
				nameOf: (trainingId: string) => `Training ${trainingId}`,
				read: async (trainingId: string) =>
					await api.call('searchTraining.getStatus', { path: { ...path, trainingId } }),
				isDone: ({ status }: IDataObject) => !isUnderWay(status),
				begunAt: ({ createdOn }: IDataObject) => createdOn,
			};
			const seen = await overIn(api, watching, { running, over }, start);
			return { items: seen.rows.map((row) => about(simplifySearch(row))), state: seen.state };
		}
		const language = chosen.get('language');
		const last = await lastOf(api, { path, query: { language } });
		if (!last && isTest) {
			api.fail(
				'Kore.ai knows no training of these FAQs',
				"Check 'Bot' and 'Language'. If they were never trained, train them once, and fetch again.",
			);
		}
		if (!last || isUnderWay(last.status)) return { items: [], state: state ?? {} };
		const { modifiedOn, status, message } = last;
		// Kore.ai names one training and the one before alike (docs/evidence/kore-ai.md §9.3.1).
		const identity = idOf(api, last, '_id', 'modifiedOn');
		const isNew = state ? state.last !== identity : isSince(modifiedOn, start);
		const row = about({ language, trainingId: last._id, status, message, modifiedOn });
		return { items: isNew ? [row] : [], state: { last: identity } };
	},
});
