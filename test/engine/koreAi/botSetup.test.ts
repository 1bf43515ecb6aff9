import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId } from '../../../engine/jobs';
import {
	bodyOf,
	BOT,
	BOT_APP,
	OTHER_BOT,
	SILENT_BOT,
	shownFields,
	useKore,
} from '../../support/koreAi';
import { BUILDING_MINIMAL } from '../../support/koreAiBuilding';
import { done, textFile } from '../../support/koreAiKnowledge';
import { testEach } from '../../support/sandbox';

/** Bot Variable, Channel and Language. */
const kore = useKore();
const { runToError, sent, onlySent, answerWith, fault, state } = kore;

const account = BOT_APP;
const B = `/api/1.1/public/builder/bot/${BOT}/variables`;

describe('Bot Variable', () => {
	const row = (key: string, value: string, more: INodeParameters = {}) => ({ key, value, ...more });
	const rows = (...variable: INodeParameters[]) => ({ variables: { variable } });

	test('Export: a row per variable', async () => {
		const variables = await done(kore, 'botVariable.export', {}, { account });
		expect(await onlySent()).toMatchObject({
			method: 'POST',
			path: `${B}/export`,
			contractErrors: [],
		});
		expect(variables).toMatchObject([
			{ key: 'host_url', variableType: 'env' },
			{ key: 'greeting', variableType: 'locale', localeData: { en: { value: 'Hello!' } } },
		]);
	});

	test('Import: rows of one content variable are its languages', async () => {
		const content = { variableType: 'locale', scope: 'hidden' };
		const own = rows(
			row('host_url', 'https://new.example.com', { hint: 'New' }),
			row('bye', 'Bye!', content),
			row('bye', 'Tschüs!', { ...content, language: 'de', hint: 'Informal' }),
		);
		const [output] = await done(kore, 'botVariable.import', own, { account });
		const request = await onlySent();
		expect(request).toMatchObject({ path: `${B}/import`, contractErrors: [] });
		expect(request.body).toEqual([
			{
				key: 'host_url',
				scope: 'prePopulated',
				variableType: 'env',
				value: 'https://new.example.com',
				hint: 'New',
			},
			{
				key: 'bye',
				scope: 'hidden',
				variableType: 'locale',
				localeData: {
					en: { value: 'Bye!', hint: '' },
					de: { value: 'Tschüs!', hint: 'Informal' },
				},
			},
		]);
		expect(output).toEqual({ message: '2 Variables imported/updated successfully.' });
	});

	test('Import: what Export gave, as JSON', async () => {
		const variables = await done(kore, 'botVariable.export', {}, { account });
		for (const given of [variables, { botVariables: variables }]) {
			const own = { specifyVariables: 'json', variablesJson: JSON.stringify(given) };
			await done(kore, 'botVariable.import', own, { account });
			const [request] = (await sent('botVariable.import')).slice(-1);
			expect(request).toMatchObject({ body: given, contractErrors: [] });
		}
	});

	const refused: Array<[string, INodeParameters, string]> = [
		['no row', rows(), "'Variables' is empty"],
		['a key twice', rows(row('a', '1'), row('a', '2')), "'Variables' 2: 'Key' 'a' is there twice"],
		[
			'a key of both kinds',
			rows(row('a', '1'), row('a', '2', { variableType: 'locale' })),
			"'Variables' 2: 'Key' 'a' is there twice",
		],
		['a key without one', rows(row(' ', '1')), "'Variables' 1: 'Key' is empty"],
		...['{}', '[{ "value": "1" }]', '{ "botVariables": 7 }'].map(
			(variablesJson): [string, INodeParameters, string] => [
				variablesJson,
				{ specifyVariables: 'json', variablesJson },
				"'Variables (JSON)' is no list of variables",
			],
		),
	];

	testEach('Import refuses', refused, async ([, own, message]) => {
		const error = await runToError('botVariable.import', own, { account });
		expect(error.message).toBe(`${message} [item 0]`);
		expect(await sent()).toEqual([]);
	});

	test('takes an app of the bot', async () => {
		for (const id of ['botVariable.export', 'botVariable.import']) {
			const error = await runToError(id, BUILDING_MINIMAL[id]);
			expect(error.message).toContain('that was created in the bot');
		}
		expect(await sent()).toEqual([]);
	});
});

describe('Channel: Enable', () => {
	const app = { clientId: 'cs-1', appName: 'Order Desk' };
	const kinds: Array<[string, INodeParameters, IDataObject, IDataObject]> = [
		[
			'rtm',
			app,
			{ displayName: 'Web / Mobile Client', app },
			{ name: 'Web / Mobile Client', chatUrl: expect.stringContaining('/webclient/') as string },
		],
		[
			'ivr',
			{ ...app, displayName: 'webhook1', options: { isAsync: true, createInstance: true } },
			{ displayName: 'webhook1', app, isAsync: true, createInstance: true },
			{ name: 'webhook1' },
		],
		[
			'msteams',
			{ botName: 'Banking Bot', appId: 'app-1', appPassword: 'very-secret' },
			{ botName: 'Banking Bot', appId: 'app-1', appPassword: 'very-secret' },
			{ name: 'Banking Bot' },
		],
		[
			'slack',
			{
				displayName: 'slack',
				botName: 'Banking Bot',
				accessToken: 'xoxb-very-secret',
				clientId: '1.2',
				clientSecret: 'very-secret',
				verificationToken: 'very-secret-too',
			},
			{
				displayName: 'slack',
				botName: 'Banking Bot',
				accessToken: 'xoxb-very-secret',
				clientId: '1.2',
				clientSecret: 'very-secret',
				verificationToken: 'very-secret-too',
			},
			{ name: 'Slack' },
		],
	];

	testEach('sends what a channel takes, and gives no secret back', kinds, async (one) => {
		const [type, own, details, expected] = one;
		const bot = byId(SILENT_BOT);
		const [output] = await done(kore, 'channel.enable', { bot, type, ...own });
		expect(await onlySent()).toMatchObject({
			path: '/api/public/channels',
			body: { streamId: SILENT_BOT, type, channelDetails: { type, enable: true, ...details } },
			contractErrors: [],
		});
		expect(output).toMatchObject({ botId: SILENT_BOT, type, enabled: true, ...expected });
		expect(Object.keys(output).every((name) => shownFields('channel.enable').includes(name))).toBe(
			true,
		);
		expect(JSON.stringify(output)).not.toContain('very-secret');
		expect((await state()).bots.find(({ id }) => id === SILENT_BOT)?.channels).toContain(type);
	});

	test('one that is off all the same is none', async () => {
		await answerWith('channel.enable', { type: 'rtm', enable: false });
		const error = await runToError('channel.enable', app);
		expect(error.message).toBe('Kore.ai did not enable the channel [item 0]');
	});

	test('without an app nothing is sent', async () => {
		const error = await runToError('channel.enable', { ...app, appName: '={{ $json.none }}' });
		expect(error.message).toBe("'App Name' is empty [item 0]");
		expect(await sent()).toEqual([]);
	});
});

describe('Language', () => {
	const L = `/api/1.1/public/bot/${BOT}/language`;
	const spanish = { language: 'es', nluLanguage: 'en', inputTranslation: true };
	const languages = async () => (await state()).building.languages[BOT];

	test('Add: what it is made of', async () => {
		const [output] = await done(kore, 'language.add', spanish);
		const data = { mode: 'advancedConfig', preferredData: ['faqs', 'traits'] };
		const additionalFields = { baseLanguage: 'en' };
		await done(kore, 'language.add', { ...spanish, language: 'fr', ...data, additionalFields });
		const multiLingualConfigurations = {
			nluLanguage: 'en',
			inputTranslation: true,
			responseTranslation: false,
		};
		const requests = await sent();
		expect(requests.map(bodyOf)).toEqual([
			{ enableLanguage: 'es', langDefinitionMode: { type: 'Basic' }, multiLingualConfigurations },
			{
				enableLanguage: 'fr',
				langDefinitionMode: {
					baseLanguage: 'en',
					type: 'advancedConfig',
					preferredData: {
						training: false,
						faqs: true,
						ontology: false,
						smalltalk: false,
						traits: true,
					},
				},
				multiLingualConfigurations,
			},
		]);
		expect(requests[0]).toMatchObject({ method: 'POST', path: L, contractErrors: [] });
		expect(Object.keys(output).sort()).toEqual(shownFields('language.add'));
		expect(output).toMatchObject({ language: 'es', message: 'Enabled language successfully' });
	});

	test('Add: from a file, which is uploaded first', async () => {
		const items = [textFile('{}', 'spanish.json')];
		await done(kore, 'language.add', { ...spanish, mode: 'fileUpload' }, { items });
		const [upload, request] = await sent();
		const { fileId } = upload.responseBody as IDataObject;
		expect(bodyOf(request).langDefinitionMode).toEqual({ type: 'fileUpload', fileId });
	});

	test('Update, of one that is there', async () => {
		await done(kore, 'language.add', spanish);
		const own = { language: 'es', nluLanguage: 'es', additionalFields: { fileId: 'file-1' } };
		const [output] = await done(kore, 'language.update', own);
		expect((await sent('language.update'))[0]).toMatchObject({
			method: 'PUT',
			path: L,
			body: {
				updateLanguage: 'es',
				fileId: 'file-1',
				multiLingualConfigurations: {
					nluLanguage: 'es',
					inputTranslation: false,
					responseTranslation: false,
				},
			},
			contractErrors: [],
		});
		expect(output).toMatchObject({ language: 'es', message: 'Updated language successfully' });
	});

	test('Disable and Enable', async () => {
		await done(kore, 'language.add', spanish);
		const [off] = await done(kore, 'language.disable', { language: 'es' });
		expect(off).toEqual({
			language: 'es',
			enabled: false,
			message: 'Disabled Spanish language successfully',
		});
		expect((await languages()).map(({ isEnabled }) => isEnabled)).toEqual([true, false]);
		const [on] = await done(kore, 'language.enable', { language: 'es' });
		expect(on).toMatchObject({ enabled: true });
		const requests = await sent('language.setStatus');
		expect(requests.map(({ body, path }) => [path, body])).toEqual([
			[`${L}/status`, { language: 'es', enable: false }],
			[`${L}/status`, { language: 'es', enable: true }],
		]);
	});

	test.each([
		['another sentence', '"Language is being prepared"'],
		['the other state', '"Disabled Spanish language successfully"'],
		['nothing', '{}'],
	])('Enable: %s leaves open what became of it', async (_, answer) => {
		await answerWith('language.setStatus', JSON.parse(answer));
		const error = await runToError('language.enable', { language: 'es' });
		expect(error.message).toContain('whether the operation took effect is unknown');
		expect(error.description).toContain('look at the languages of the bot');
	});

	test('Enable: what an answer of no known form repeats of the account is not kept for Retry', async () => {
		const secret = 'admin-secret-of-kore-ai';
		const token = 'eyJhbGciOiJIUzI1NiJ9.eyJhcHBJZCI6ImNzLWFkbWluIn0.c2lnbmF0dXJl';
		await answerWith('language.setStatus', { request: { headers: [token, secret] } });
		const { error, run } = await kore.run('language.enable', { language: 'es' });
		expect(error?.message).toContain('whether the operation took effect is unknown');
		const kept = JSON.stringify(run.data);
		expect(kept).toContain('sentBefore');
		expect([token, secret].filter((one) => kept.includes(one))).toEqual([]);
	});

	test('one that the bot does not have', async () => {
		for (const id of ['language.update', 'language.enable', 'language.setDefault']) {
			const error = await runToError(id, { language: 'pl', nluLanguage: 'pl' });
			expect(error.description).toContain("The language 'pl' isn't currently configured.");
		}
	});

	test('Set Default', async () => {
		await done(kore, 'language.add', spanish);
		const [output] = await done(kore, 'language.setDefault', { language: 'es' });
		expect((await sent('language.setDefault'))[0]).toMatchObject({
			path: `/api/1.1/public/bot/${BOT}/defaultLanguage`,
			body: { Language: 'es' },
			contractErrors: [],
		});
		expect(output).toMatchObject({ language: 'es', status: 'success' });
		expect((await languages()).map(({ isDefault }) => isDefault)).toEqual([false, true]);
	});

	test('Set Default: a status Error is no success', async () => {
		const bot = byId(SILENT_BOT);
		await done(kore, 'language.add', { ...spanish, bot });
		const error = await runToError('language.setDefault', { bot, language: 'es' });
		expect(error.message).toMatch(
			/^Kore.ai did not change the default language: Unable to set default language\./,
		);
	});

	test('a lost answer: what was added is not added again', async () => {
		await fault('language.add', { kind: 'reset', applyFirst: true });
		const bot = byId(OTHER_BOT);
		const error = await runToError('language.add', { ...spanish, bot });
		expect(error.message).toContain('unknown');
		expect(await sent('language.add')).toHaveLength(1);
	});
});
