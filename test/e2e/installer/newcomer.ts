import type { Page } from 'playwright-core';
import { BLOCK, BOT } from '../../../engine/jobs';
import { startEditor, type Editor } from '../../../scripts/n8n/editor';
import type { Instance } from '../../../scripts/n8n/instance';
import { sandboxCredentials } from '../../../scripts/n8n/playground';
import { startSandbox, type OwnSandbox } from '../../../scripts/sandbox';
import { startOddServer, type OddServer } from '../../support/oddServer';
import { closePanel, expectTexts, shoot } from '../editor/browser';
import { Hands } from '../editor/hands';

/** As Excel saves it: with a byte order mark before the first header. */
const CUSTOMERS = `\uFEFFphone,first_name,last_name
600100200,Ewa,Nowak
600 100 201,Jan,Mazur
ask his office,Zofia,Wójcik
`;

const BOT_PAGE = `https://app.kodabots.com/bot/${BOT}`;

/** A site that offers the customers as a file. */
const startSite = async () =>
	await startOddServer((_, response) =>
		response
			.writeHead(200, {
				'Content-Type': 'application/octet-stream',
				'Content-Disposition': 'attachment; filename="customers.csv"',
			})
			.end(CUSTOMERS),
	);

/** Somebody with an empty n8n, the name of the pack and a list of customers: by mouse and keyboard only. */
export function newcomerTests(running: () => Instance, packName: string): void {
	let sandbox: OwnSandbox | undefined;
	let site: OddServer | undefined;
	let editor: Editor | undefined;
	let page: Page;
	let hands: Hands;

	beforeAll(async () => {
		sandbox = await startSandbox();
		site = await startSite();
		editor = await startEditor(running());
		page = await editor.newPage();
		hands = new Hands(page);
	});

	afterAll(async () => {
		await editor?.close();
		await site?.close();
		await sandbox?.stop();
	});

	it('installs the pack in Settings → Community nodes', async () => {
		await page.goto(`${running().url}/settings/community-nodes`);
		await page.getByRole('button', { name: 'Install a community node' }).click();
		const dialog = page.getByRole('dialog');
		await dialog.getByRole('textbox').fill(packName);
		await dialog.getByRole('checkbox').click();
		await dialog.locator('[data-test-id="install-community-package-button"]').click();
		const card = page.locator('[data-test-id="community-package-card"]');
		await card.getByText(packName).waitFor();
		await shoot(page, 'newcomer-installed');
	});

	it('finds the campaign by typing, and has the rows as its input', async () => {
		await page.goto(`${running().url}/workflow/new`);
		await hands.add('manual', 'Manual Trigger');
		await hands.add('http request', 'HTTP Request');
		await hands.type('url', `${site?.url}/customers.csv`);
		await hands.execute();
		await closePanel(page);
		await hands.add('extract from file', 'Extract from File', 'Extract from CSV');
		await hands.execute();
		await closePanel(page);
		await hands.add('call campaign', 'KODA', 'Create call list from items');
		await hands.panel.getByText('last_name').waitFor();
	});

	it('makes a credential from the panel', async () => {
		const { data } = (await sandboxCredentials(sandbox?.url ?? ''))[0];
		await hands.panel.getByText('Connect to KODA').click();
		const dialog = page.locator('[data-test-id="editCredential-modal"]');
		await dialog.getByText('KODA publishes the address for tokens only').waitFor();
		for (const name of ['accessTokenUrl', 'clientId', 'clientSecret', 'baseUrl']) {
			await hands.type(name, data[name], dialog);
		}
		await dialog.locator('[data-test-id="credential-save-button"]').click();
		await dialog.waitFor({ state: 'hidden' });
		await hands.panel.locator('[data-test-id="node-credentials-select"]').waitFor();
	});

	it('fills in the campaign, and is shown every field that is still empty', async () => {
		const marks = hands.panel.locator('[data-test-id="parameter-issues"]');
		await hands.type('bot', BOT_PAGE);
		await hands.type('name', 'My first campaign');
		await hands.type('startBlock', BLOCK);
		await hands.type('callerPhoneNumber', '+48222431496');
		await hands.drag('phone', 'phoneField');
		await hands.choose('country', 'Poland');
		await hands.field('campaignStart').locator('input').click();
		await page.getByRole('button', { name: 'Now', exact: true }).click();
		await hands.type('allowedHoursStart', '09:00');
		await hands.type('allowedHoursEnd', '17:30');
		await shoot(page, 'newcomer-one-left');
		await marks.nth(1).waitFor({ state: 'hidden' });
		expect(await marks.count()).toBe(1);
		await hands.type('campaignVars', 'answer');
		await marks.waitFor({ state: 'hidden' });
	});

	it('reads which row cannot be called, and that nothing was sent', async () => {
		await hands.execute();
		await expectTexts(hands.panel.locator('[data-test-id="output-panel"]'), [
			"'Phone Number Field' has rows that cannot be called",
			'ask his office',
		]);
		await shoot(page, 'newcomer-stopped');
		expect(await sandbox?.requests('koda', 'callList.create')).toEqual([]);
	});

	it('leaves the row out, calls the others, and reads it in Rejected', async () => {
		await hands.choose('unusable', 'Leave Out');
		await hands.execute();
		await hands.panel.getByText('Rejected').last().click();
		await hands.panel.getByText('Wójcik').waitFor();
		await shoot(page, 'newcomer-rejected');
		const [created, ...more] = (await sandbox?.requests('koda', 'callList.create')) ?? [];
		expect(more).toEqual([]);
		expect(created.body).toMatchObject({
			name: 'My first campaign',
			start_block_id: BLOCK,
			campaign_vars: ['answer'],
			calls: [
				{ phone_number: '+48600100200', first_name: 'Ewa', last_name: 'Nowak' },
				{ phone_number: '+48600100201', first_name: 'Jan', last_name: 'Mazur' },
			],
		});
	});
}
