import type { IN8nHttpFullResponse } from 'n8n-workflow';

import { configurationError } from '../fields/nodeError';
import { withDeadline } from './deadline';
import { discard } from './receive';
import type { Session } from './session';

/** Statuses of a redirect that is followed with the body of the request. */
const WITH_BODY = [307, 308];

/**
 * Throws NodeOperationError when the token endpoint points to another host: n8n's OAuth2 client would follow, and with
 * Authentication 'Body' the client secret goes along. Asks once a run, without it.
 */
export async function checkTokenUrl(session: Session<unknown>): Promise<void> {
	const { caller, credentials, node, settings, cancelled } = session;
	const url = String(credentials.accessTokenUrl);
	if (session.isTokenUrlChecked || credentials.authentication !== 'body' || !URL.canParse(url))
		return;
	const timeout = settings.timeout * 1000;
	const asking = withDeadline(timeout, cancelled, async (abortSignal) => {
		return (await caller.helpers.httpRequest({
			method: 'POST',
			url,
			headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
			body: 'grant_type=client_credentials',
			encoding: 'stream',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			timeout,
			abortSignal,
		})) as IN8nHttpFullResponse;
	});
	// Where it does not answer, the request for the token says so.
	const response = await asking.catch(() => undefined);
	if (!response) return;
	discard(response);
	const target = String(response.headers.location ?? '');
	const isElsewhere = WITH_BODY.includes(response.statusCode) && URL.canParse(target, url);
	const { origin, pathname } = new URL(isElsewhere ? target : url, url);
	session.isTokenUrlChecked = origin === new URL(url).origin;
	if (session.isTokenUrlChecked) return;
	const what = `'Access Token URL' in the credential points to another host: ${origin}${pathname}`;
	throw configurationError(
		node,
		String(session.redact(what)),
		'Nothing was sent there: the client secret is for the host that the credential names. If you trust the other one, enter its address.',
	);
}
