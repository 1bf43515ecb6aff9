/** How bots are set up: their variables, channels and languages. */
import { ApiError, type Handler } from '../../types';
import type { BotVariable, Language } from './buildingState';
import { find, hexOf, idOf, type KoreAiState } from './state';

/** What every bot begins with. */
const VARIABLES: BotVariable[] = [
	{
		key: 'host_url',
		value: 'https://shop.example.com',
		hint: 'Where orders are looked up',
		variableType: 'env',
		scope: 'prePopulated',
	},
	{
		key: 'greeting',
		variableType: 'locale',
		scope: 'prePopulated',
		localeData: { en: { value: 'Hello!', hint: '' } },
	},
];

const ENGLISH: Language = { code: 'en', isEnabled: true, isDefault: true, settings: {} };

/** Fields of a channel's details that have to be there, by its samples; that Kore.ai refuses others is inferred. */
const NEEDED: Record<string, string[]> = {
	rtm: ['displayName', 'app'],
	ivr: ['displayName', 'app'],
	msteams: ['botName', 'appId', 'appPassword'],
	slack: ['displayName', 'botName', 'accessToken', 'clientId', 'clientSecret', 'verificationToken'],
};

const nameOf = (code: string) => new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code;

const COUNTS = {
	dialogs: 3,
	alerts: 0,
	actions: 0,
	knowledgetTasks: 0,
	smallTalk: 1,
	panels: 0,
	widgets: 0,
};

/** A code that can be one. Throws as documented. */
function checkCode(code: string): void {
	if (!/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/.test(code)) {
		throw new ApiError(400, 'Please provide the valid language code');
	}
}

interface Added {
	enableLanguage: string;
	langDefinitionMode: { type?: string; fileId?: string };
	multiLingualConfigurations: object;
}

/** Handlers of variables, channels and languages. */
export function setupHandlers(state: KoreAiState): Record<string, Handler> {
	const { building } = state;
	const variablesOf = (botId: string) => (building.variables[botId] ??= structuredClone(VARIABLES));
	const languagesOf = (botId: string) => (building.languages[botId] ??= [{ ...ENGLISH }]);
	const languageOf = (botId: string, code: string) => {
		checkCode(code);
		const found = languagesOf(botId).find((one) => one.code === code);
		// Documented for the default language.
		if (found === undefined) {
			throw new ApiError(400, `The language '${code}' isn't currently configured.`);
		}
		return found;
	};

	return {
		'botVariable.export': ({ params }) =>
			variablesOf(params.botId).map((variable) => ({
				...variable,
				group: '',
				propagateValue: false,
				vNameSpace: [],
				isSecured: false,
			})),
		'botVariable.import': ({ params, body }) => {
			const given = (
				Array.isArray(body) ? body : (body as { botVariables: unknown }).botVariables
			) as BotVariable[];
			const variables = variablesOf(params.botId);
			for (const variable of given) {
				const { key, variableType, value, localeData } = variable;
				const isWhole = variableType === 'env' ? value !== undefined : localeData !== undefined;
				// Guess: the words.
				if (!isWhole) throw new ApiError(400, `Variable ${key} has no value`);
				const old = variables.find((one) => one.key === key);
				if (old) Object.assign(old, variable, { localeData: { ...old.localeData, ...localeData } });
				else variables.push(variable);
			}
			return { message: `${given.length} Variables imported/updated successfully.` };
		},
		'channel.enable': ({ body }) => {
			const { streamId, type, channelDetails } = body as {
				streamId: string;
				type: string;
				channelDetails: Record<string, unknown>;
			};
			const bot = find(state.bots, streamId, 'Bot');
			const missing = NEEDED[type].filter((name) => !channelDetails[name]);
			if (missing.length > 0) throw new ApiError(400, `${missing.join(', ')} required`);
			building.channels.push({ botId: bot.id, type, details: channelDetails });
			if (!bot.channels.includes(type)) bot.channels.push(type);
			const { displayName } = channelDetails;
			if (type === 'rtm') {
				const apiKey = hexOf(`web client ${bot.id}`);
				const chatURL = `https://platform.kore.ai/webclient/${apiKey}`;
				const embedWebClientDetails = { apiKey, chatURL, isURLEnabled: true };
				return { displayName, type, enable: true, embedWebClientDetails };
			}
			if (type === 'slack') {
				const { verificationToken } = channelDetails;
				const streamUserAccountId = idOf('su', bot.id);
				return { streamUserAccountId, type, enable: true, verificationToken, name: 'Slack' };
			}
			return { streamId, channelDetails, type };
		},
		'language.add': ({ params, body }) => {
			const { enableLanguage: code, ...settings } = body as Added;
			checkCode(code);
			const { type, fileId } = settings.langDefinitionMode;
			if (type === 'fileUpload') find(state.files, String(fileId), 'File');
			const languages = languagesOf(params.botId);
			// Guess: one that is there is refused.
			if (languages.some((one) => one.code === code)) {
				throw new ApiError(400, `The language '${code}' is already configured.`);
			}
			languages.push({ code, isEnabled: true, isDefault: false, settings });
			return [{ message: 'Enabled language successfully', configurationDetails: COUNTS }];
		},
		'language.update': ({ params, body }) => {
			const { updateLanguage, ...settings } = body as { updateLanguage: string };
			Object.assign(languageOf(params.botId, updateLanguage).settings, settings);
			return [{ message: 'Updated language successfully', configurationDetails: COUNTS }];
		},
		'language.setStatus': ({ params, body }) => {
			const { language: code, enable } = body as { language: string; enable: boolean };
			const language = languageOf(params.botId, code);
			// Guess: the default language is always enabled.
			if (language.isDefault && !enable) {
				throw new ApiError(400, `The default language '${code}' can't be disabled.`);
			}
			language.isEnabled = enable;
			return `${enable ? 'Enabled' : 'Disabled'} ${nameOf(code)} language successfully`;
		},
		'language.setDefault': ({ params, body }) => {
			const { Language: code } = body as { Language: string };
			const language = languageOf(params.botId, code);
			if (language.isDefault) {
				throw new ApiError(
					400,
					`Permission denied. The language '${code}' is already set as the default language.`,
				);
			}
			if (!language.isEnabled) {
				throw new ApiError(
					400,
					`Unable to change the default language. The language '${code}' is currently disabled.`,
				);
			}
			const bot = find(state.bots, params.botId, 'Bot');
			// Documented with this body; under which HTTP status is a guess.
			if (!bot.isPublished) {
				return {
					status: 'Error',
					message: `Unable to set default language. Please perform a full publish of the app, including all content for ${code}, before setting it as the default language.`,
				};
			}
			for (const one of languagesOf(bot.id)) one.isDefault = one === language;
			return {
				status: 'success',
				message: 'Default language has been updated successfully.',
				'language code': code,
			};
		},
	};
}
