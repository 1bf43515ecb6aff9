import type { IDataObject, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { stoppedError, unreadFile } from '../fields/nodeError';
import { NeverSent, withDeadline } from './deadline';
import { bodiesIn, outcomeOfAnswer, outcomeOfThrown, type Outcome } from './outcome';
import { beginningOfBody, discard, receive, type Received } from './receive';
import type { Session } from './session';
import { brokenFileIn, closeFiles } from './storedFile';
import { checkTokenUrl } from './tokenUrl';
import type { Route } from './vendor';

/** One call as it goes out. */
interface Sent {
	route: Route;
	request: IHttpRequestOptions;
	itemIndex?: number;
}

/** Sends a call once, within the time that one may take. Throws when the run is stopped, or a file cannot be read. */
export async function exchange(
	session: Session<unknown>,
	{ route, request, itemIndex }: Sent,
): Promise<Outcome> {
	const { pool, node, vendor, credentials, settings, cancelled } = session;
	if (pool.signal.aborted) throw stoppedError(node, itemIndex);
	if (vendor.oauth2) await checkTokenUrl(session);
	try {
		const answer = await withDeadline(settings.timeout * 1000, cancelled, async (signal) => {
			return await answerOf(session, request, signal);
		});
		session.note(answer.headers as IDataObject);
		return outcomeOfAnswer(answer, vendor, route);
	} catch (thrown) {
		const file = brokenFileIn(request.body);
		if (file) {
			const sent = `${vendor.name} got a part of it at most, which it cannot take.`;
			const { name, failure } = file;
			throw unreadFile(node, { name, reason: failure!.message, sent }, itemIndex);
		}
		if (!(thrown instanceof NeverSent)) return outcomeOfThrown(thrown, credentials.accessTokenUrl);
		if (cancelled?.aborted) throw stoppedError(node, itemIndex);
		// n8n's OAuth2 client fetches the token without a deadline of its own.
		const code = 'ETIMEDOUT';
		return vendor.oauth2
			? { kind: 'token', refused: false, status: 0, code, body: undefined }
			: { kind: 'unreached', code };
	} finally {
		closeFiles(request.body);
	}
}

async function answerOf(
	session: Session<unknown>,
	request: IHttpRequestOptions,
	signal: AbortSignal,
): Promise<Received> {
	const ask = async (more: IHttpRequestOptions) =>
		await throughN8n(session, { ...more, abortSignal: signal }).catch(readThrown);
	if (!session.vendor.oauth2) {
		return await receive(await ask({ ...request, ignoreHttpStatusErrors: true }));
	}
	// Every status is an answer, but for the one that makes the engine renew the token.
	const statuses = { ignore: true as const, except: [401] };
	const response = await ask({ ...request, ignoreHttpStatusErrors: statuses });
	if (response.statusCode !== 401) return await receive(response);
	// n8n 1.x knows no exceptions, so the refused call goes out again for it.
	discard(response);
	return await receive(await ask(request));
}

/** Throws it again, with the body read of the answer that it is about. */
async function readThrown(thrown: unknown): Promise<never> {
	for (const holder of bodiesIn(thrown)) holder.data = await beginningOfBody(holder.data);
	throw thrown;
}

async function throughN8n(
	{ caller, vendor, credentials: data }: Session<unknown>,
	request: IHttpRequestOptions,
): Promise<IN8nHttpFullResponse> {
	// n8n puts the execution's signal in the place of ours, which is aborted when that one is.
	const withSignal = Object.create(caller, {
		getExecutionCancelSignal: { value: () => request.abortSignal },
	}) as typeof caller;
	return (await caller.helpers.httpRequestWithAuthentication.call(
		withSignal,
		vendor.credential,
		{ ...request },
		// Spares a database read per call; OAuth2 credentials are read by the engine all the same.
		{ credentialsDecrypted: { id: '', name: '', type: vendor.credential, data } },
	)) as IN8nHttpFullResponse;
}
