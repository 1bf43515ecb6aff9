import type { IDataObject, IN8nHttpFullResponse } from 'n8n-workflow';

import { decoded } from '../fields/decoded';
import { stoppedError, type Fail } from '../fields/nodeError';
import { isWebPage } from './answers';
import { NeverSent, withDeadline } from './deadline';
import { isRedirect, outcomeOfThrown, type Outcome } from './outcome';
import { reasonOf } from './phrases';
import { discard, isSuccessful, receive, type Received } from './receive';
import { send } from './send';
import type { Session } from './session';
import type { Route } from './vendor';

/** Largest file that is sent or fetched, in megabytes: one that is fetched is held in memory. */
export const MAX_FILE_MB = 100;

/** As many as browsers follow. */
const MOST_REDIRECTS = 20;

/** Reading a file has no effect. */
const FILE: Route = { method: 'GET', path: '', evidence: 'documented', safe: true, scopes: [] };

/** A file as it was fetched. */
export interface Downloaded {
	content: Uint8Array;
	/** What the address, or who answered there, calls it. */
	fileName: string;
	/** None where nothing more is said than that it is bytes. */
	mimeType?: string;
}

/** What is fetched, and on what terms: as of `Outgoing`. */
interface Wanted {
	address: string;
	/** What it is called, where that is known. */
	name?: string;
	maxRetryWait?: number;
	itemIndex?: number;
}

const AGAIN =
	"Such an address may be good for a while only: get a new one, or turn off 'Download File'.";

/**
 * The file at an address that an answer of the service gave, within the time that one call may take and by the one
 * retry policy. No host is sent the credential: the address itself is what opens it. Calls `fail` when it cannot be
 * had; its words name the host alone, as the rest of the address is as good as a secret.
 */
export async function download(
	session: Session<unknown>,
	{ address, name, ...terms }: Wanted,
	fail: Fail,
): Promise<Downloaded> {
	const { baseUrl, vendor, settings } = session;
	const from = URL.canParse(address, baseUrl) ? new URL(address, baseUrl) : undefined;
	if (!from || !isFollowed(from, baseUrl)) {
		const what = from ? `is not fetched by ${from.protocol}` : 'cannot be read';
		return fail(`The address that ${vendor.name} gave of the file ${what}`, AGAIN);
	}
	const { host } = from;
	const exchange = async () => await once(session, from, terms.itemIndex);
	const key = `file ${host}`;
	const { outcome } = await send(session, {
		...{ route: FILE, request: { url: '' }, key, exchange },
		...terms,
	});
	switch (outcome.kind) {
		case 'done': {
			const file = outcome.body as Downloaded;
			return name ? { ...file, fileName: lastOf(name) } : file;
		}
		case 'tooLarge':
			return fail(
				`The file has more than ${MAX_FILE_MB} MB`,
				"It is held in memory, so it is limited. Turn off 'Download File', and fetch it from its address.",
			);
		case 'unreadable':
			return fail(`${host} gave a web page in the place of the file`, AGAIN);
		case 'status':
			return isRedirect(outcome.status)
				? fail(`${host} leads to another address of the file, which is not followed`, AGAIN)
				: fail(`${host} answered ${outcome.status} in the place of the file`, AGAIN);
		default:
			return fail(
				`The file could not be fetched from ${host}${'code' in outcome ? `: ${reasonOf(outcome.code)}` : ''}`,
				`Each try took ${settings.timeout} seconds at most ('Timeout'). Is the host reachable from n8n?`,
			);
	}
}

/** No address of a service that is called safely is called otherwise. */
const isFollowed = ({ protocol }: URL, baseUrl: string) =>
	protocol === 'https:' || (protocol === 'http:' && new URL(baseUrl).protocol === 'http:');

/** Fetches it once. Throws when the run is stopped. */
async function once(session: Session<unknown>, from: URL, itemIndex?: number): Promise<Outcome> {
	const { pool, node, settings, cancelled } = session;
	if (pool.signal.aborted) throw stoppedError(node, itemIndex);
	try {
		const { timeout } = settings;
		const [answer, at] = await withDeadline(timeout * 1000, cancelled, async (signal) => {
			return await follow(session, from, signal);
		});
		return outcomeOf(answer, at);
	} catch (thrown) {
		if (cancelled?.aborted) throw stoppedError(node, itemIndex);
		if (thrown instanceof NeverSent) return { kind: 'lost', code: 'ETIMEDOUT' };
		return outcomeOfThrown(thrown);
	}
}

/** What is answered at an address, or where it leads to, and where that was. */
async function follow(
	{ caller, settings, baseUrl }: Session<unknown>,
	from: URL,
	abortSignal: AbortSignal,
): Promise<[answer: Received, at: URL]> {
	for (let at = from, redirects = 0; ; redirects++) {
		const response = (await caller.helpers.httpRequest({
			url: at.href,
			headers: { Accept: '*/*' },
			encoding: 'stream',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			timeout: settings.timeout * 1000,
			abortSignal,
		})) as IN8nHttpFullResponse;
		const { location } = response.headers as { location?: string };
		const leads = isRedirect(response.statusCode) && location && URL.canParse(location, at.href);
		const next = leads ? new URL(location, at) : undefined;
		if (!next || redirects === MOST_REDIRECTS || !isFollowed(next, baseUrl)) {
			return [await receive(response, MAX_FILE_MB), at];
		}
		discard(response);
		at = next;
	}
}

function outcomeOf({ statusCode, headers, body, isCut }: Received, at: URL): Outcome {
	const status = statusCode;
	if (status < 200) return { kind: 'lost', code: `HPE_STATUS_${status}` };
	const known = headers as IDataObject;
	if (!isSuccessful(status)) return { kind: 'status', status, headers: known, body: undefined };
	if (isCut) return { kind: 'tooLarge', status };
	const content = body as Buffer;
	const text = content.toString('latin1', 0, 2000);
	if (isWebPage(text)) return { kind: 'unreadable', status, text: '' };
	const file: Downloaded = { content, fileName: nameOf(known, at), mimeType: typeOf(known) };
	return { kind: 'done', status, body: file };
}

/** Types that say no more than that there are bytes. */
const ANY_TYPE = /^(application|binary)\/octet-stream$/;

function typeOf(headers: IDataObject): string | undefined {
	const [type] = String(headers['content-type'] ?? '').split(';');
	return type.trim() === '' || ANY_TYPE.test(type.trim()) ? undefined : type.trim();
}

/** By RFC 6266, plain or in UTF-8. */
const DISPOSITION =
	/filename\*\s*=\s*utf-8'[^']*'([^;\s]+)|filename\s*=\s*(?:"([^"]*)"|([^;\s]+))/i;

/** The name of the file without folders: as its answer says, else the end of its address. */
function nameOf(headers: IDataObject, { pathname }: URL): string {
	const [, encoded, quoted, plain] =
		DISPOSITION.exec(String(headers['content-disposition'] ?? '')) ?? [];
	const name = quoted ?? plain ?? decoded(encoded ?? pathname);
	return lastOf(name);
}

/** A name without folders. */
const lastOf = (path: string) => path.split(/[/\\]/).at(-1) || 'file';
