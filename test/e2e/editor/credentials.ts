import type { Page } from 'playwright-core';
import type { Playground } from '../../../scripts/n8n/playground';
import { expectTexts, fileName, shoot } from './browser';

const TESTED = 'Connection tested successfully';

/** The playground's credentials, and what the editor says of them when they are opened. */
const CREDENTIALS = [
	{
		type: 'kodaOAuth2Api',
		texts: ['KODA publishes the address for tokens only', 'Base URL', 'Client ID', TESTED],
	},
	{
		type: 'naxonApi',
		texts: ['Naxon publishes neither its host', 'Base URL', 'API Token', TESTED],
	},
	{ type: 'koreAiApi', texts: ['Host', 'Client ID', 'App Created In', 'Algorithm', TESTED] },
	{ type: 'chatBotComApi', texts: ['Access Token', 'Base URL', TESTED] },
	{ type: 'koopidApi', texts: ['Base URL', 'API Key', 'Provider ID', 'Partner ID', TESTED] },
];

/** The same with a secret that the service does not know. */
const WRONG = [
	{ type: 'koreAiApi', secret: 'clientSecret', says: "'Client Secret'" },
	{ type: 'chatBotComApi', secret: 'accessToken', says: "'Access Token'" },
	{ type: 'koopidApi', secret: 'apiKey', says: "'API Key'" },
	{ type: 'naxonApi', secret: 'apiToken', says: "'API Token'" },
	// In n8n's words: it asks for a token by itself first.
	{ type: 'kodaOAuth2Api', secret: 'clientSecret', says: 'Client authentication failed' },
];

export function credentialTests(playground: () => Playground, page: () => Page): void {
	async function open(id: string) {
		await page().goto(`${playground().n8n.url}/home/credentials/${id}`);
		const dialog = page().locator('[data-test-id="editCredential-modal"]');
		await dialog.waitFor();
		return dialog;
	}

	it.each(CREDENTIALS)('opens and tests $type', async ({ type, texts }) => {
		const { id, name } = playground().credentials[type];
		const dialog = await open(id);
		await dialog.getByText(TESTED).waitFor();
		await expectTexts(dialog, texts);
		await shoot(page(), `credential-${fileName(name)}`);
	});

	it.each(WRONG)(
		'says in red that $type was refused, and what to check',
		async ({ type, secret, says }) => {
			const { n8n, credentials } = playground();
			const { data } = credentials[type];
			const wrong = { name: `Wrong ${type}`, type, data: { ...data, [secret]: 'nobody-knows-it' } };
			const dialog = await open(await n8n.api.createCredential(wrong));
			await dialog.getByText('Couldn’t connect with these settings').waitFor();
			await dialog.getByText('More details').click();
			await dialog.getByText(says).waitFor();
			await shoot(page(), `credential-refused-${fileName(type)}`);
			expect(await dialog.innerText()).not.toContain('nobody-knows-it');
		},
	);
}
