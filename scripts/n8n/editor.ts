import { existsSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';
import type { Instance } from './instance';
import { PATIENCE_MS } from './patience';

const CHROMIUM = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** n8n takes a browser without a window for a robot that looks at links, whose approval does not count. */
export const PERSON =
	'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

/** n8n's editor in a headless browser, signed in as the owner. */
export interface Editor {
	newPage(): Promise<Page>;
	close(): Promise<void>;
}

/** Starts Chromium. Throws with advice when there is none. */
export async function startEditor({ url, api }: Instance): Promise<Editor> {
	const executablePath = CHROMIUM.find((path) => existsSync(path));
	if (executablePath === undefined) {
		throw new Error('No Chromium was found. On Debian or Ubuntu: sudo apt-get install chromium');
	}
	const browser = await chromium.launch({ executablePath, args: FLAGS });
	const context = await browser.newContext({
		userAgent: PERSON,
		viewport: { width: 1600, height: 1000 },
	});
	context.setDefaultTimeout(PATIENCE_MS);
	const [name, ...value] = api.cookie.split('=');
	await context.addCookies([{ name, value: value.join('='), url }]);
	return { newPage: async () => await context.newPage(), close: async () => await browser.close() };
}
