import type { IDataObject, NodeApiError } from 'n8n-workflow';

import { waitForCompletion } from '../../shared/node/completion';
import { input, operation } from '../api';
import { success } from '../job';
import { bot, BOT_VERSIONS, botOf } from '../locators';
import { language } from './fields';

/** What tells one training from the one before: Kore.ai names both alike (docs/evidence/kore-ai.md §9.3.1). */
const momentOf = ({ modifiedOn }: IDataObject): string | undefined =>
	modifiedOn === undefined ? undefined : String(modifiedOn);

export const train = operation('faq.train', {
	name: 'Train',
	action: 'Train FAQ entries',
	description: 'Make what was added to the knowledge graph known to the bot',
	check: "To find out, run 'Get Training Status' for FAQs.",
	inTurn: (fields) => fields.get('bot'),
	fields: [bot, language, ...waitForCompletion],
	run: async ({ api, fields }) => {
		const path = botOf(fields);
		const wait = fields.get('wait');
		const state = { path, query: { language: fields.get('language') } };
		// The status is of the running or last training, so ours has to differ from it.
		const before = wait
			? await api.once('training before', async () => {
					const last = await api.call('faq.getTrainingStatus', state).catch((reason: unknown) => {
						// What Kore.ai answers when nothing was ever trained is not published.
						const { httpCode } = reason as NodeApiError;
						if (httpCode === '400' || httpCode === '404') return {};
						throw reason;
					});
					return momentOf(last);
				})
			: undefined;
		const body = { language: fields.get('language') };
		const begun = await api.call('faq.train', { path, body });
		if (!wait) return begun;
		return await success(api, fields, {
			what: 'training',
			lookLater: "Look later with 'Get Training Status'.",
			read: async (patient) => await patient.call('faq.getTrainingStatus', state),
			isOurs: (now) => before === undefined || momentOf(now) !== before,
			// Repeats the status.
			reasonOf: () => [],
		});
	},
});

export const getTrainingStatus = operation('faq.getTrainingStatus', {
	name: 'Get Training Status',
	action: 'Get training status of FAQ entries',
	description: 'Retrieve how far the running or last training of FAQs is',
	fields: [
		bot,
		language,
		input('faq.getTrainingStatus', 'state', {
			displayName: 'Version of Bot',
			options: [...BOT_VERSIONS],
			description: undefined,
		}),
	],
});
