/** Mounts a vendor: its contract's operations and its token endpoint, with log, faults and checks. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readBody, type ReadBody } from './body';
import type { Contract, ContractOperation } from './contract';
import { breakConnection, holdBack, needsAnswer, spoil, type Answer } from './faults';
import { loosened } from './looseModes';
import { createOAuth, type OAuth } from './oauth';
import type { Entry } from './recorder';
import type { Sandbox } from './sandbox';
import {
	ApiError,
	TextAnswer,
	type ApiRequest,
	type Headers,
	type Presented,
	type Vendor,
} from './types';

const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8' };

/** A vendor together with what its routes need. */
interface Mounted {
	vendor: Vendor;
	contract: Contract;
	oauth?: OAuth;
	sandbox: Sandbox;
}

/** One request on its way. */
interface Call {
	request: FastifyRequest;
	body: ReadBody;
	entry: Entry;
	/** Percent-encoded, below the base URL, with the query. */
	relativeUrl: string;
}

async function begin(mounted: Mounted, operationId: string | null, request: FastifyRequest) {
	const rawUrl = request.raw.url ?? '/';
	const relativeUrl = rawUrl.slice(mounted.vendor.name.length + 1) || '/';
	const entry: Entry = {
		vendor: mounted.vendor.name,
		operationId,
		method: request.method,
		path: relativeUrl.split('?')[0],
		rawUrl,
		query: request.query as Record<string, string>,
		headers: request.headers as Record<string, string>,
		contentType: request.headers['content-type'] ?? null,
		body: null,
		status: 0,
		responseText: null,
		startedAt: Date.now(),
		endedAt: null,
		contractErrors: [],
		fault: null,
	};
	mounted.sandbox.recorder.begin(entry);
	const body = await readBody(request);
	entry.body = body.logged;
	// Nobody has said the whole of it, and nobody hears the answer.
	if (!request.raw.complete) entry.fault = 'broken off';
	return { request, body, entry, relativeUrl } satisfies Call;
}

function refusal(vendor: Vendor, error: ApiError): Answer {
	return {
		status: error.status,
		headers: { ...JSON_HEADERS, ...error.headers },
		text: JSON.stringify(vendor.errorBody(error.status, error.message, error.code)),
	};
}

/** The scopes that the request's credential has; undefined for all. Throws the refusal. */
async function grantedScopes(
	{ vendor, oauth, sandbox }: Mounted,
	{ operationId }: ContractOperation,
	{ headers, query, params }: FastifyRequest,
): Promise<ReadonlySet<string> | undefined> {
	if (oauth === undefined) {
		const { authorize } = sandbox.instance(vendor.name);
		const presented = { operationId, headers, query, params } as Presented;
		return await authorize?.(presented);
	}
	const grant = await oauth.authorize(headers);
	if (!('refusal' in grant)) return grant.scopes;
	throw new ApiError(401, grant.refusal, { 'www-authenticate': 'Bearer error="invalid_token"' });
}

async function checkAccess(mounted: Mounted, operation: ContractOperation, call: Call) {
	const { scopes } = operation;
	if (scopes.length === 0) return;
	const granted = await grantedScopes(mounted, operation, call.request);
	if (granted === undefined) return;
	const missing = scopes.map((alternative) => alternative.filter((scope) => !granted.has(scope)));
	if (missing.some((lacking) => lacking.length === 0)) return;
	throw new ApiError(403, `The credential lacks ${missing[0].join(' ')}`, {
		'www-authenticate': 'Bearer error="insufficient_scope"',
	});
}

function checkedRequest(mounted: Mounted, operation: ContractOperation, call: Call): ApiRequest {
	const { body, entry, relativeUrl, request } = call;
	const { errors, query } = mounted.contract.checkRequest(operation.operationId, {
		method: request.method,
		path: relativeUrl,
		headers: request.headers as Record<string, string>,
		body: body.value,
	});
	if (body.error !== undefined) errors.push(`body: ${body.error}`);
	const { contentTypes } = operation;
	const hasBody = body.value !== undefined && contentTypes.length > 0;
	if (hasBody && !contentTypes.includes(body.mediaType)) {
		errors.push(`content type ${body.mediaType || '(none)'} is not ${contentTypes.join(' or ')}`);
	}
	if (errors.length > 0) {
		entry.contractErrors.push(...errors.map((error) => `request ${error}`));
		throw new ApiError(400, errors.join('; '));
	}
	const params = request.params as Record<string, string>;
	const headers = request.headers as Headers;
	return { params, query, body: body.value, files: body.files, headers, path: entry.path };
}

function runHandler(mounted: Mounted, operation: ContractOperation, request: ApiRequest): unknown {
	const { handlers } = mounted.sandbox.instance(mounted.vendor.name);
	const handler = handlers[operation.operationId];
	if (handler === undefined) throw new ApiError(501, `${operation.operationId} has no handler`);
	return handler(request);
}

async function regularAnswer(
	mounted: Mounted,
	operation: ContractOperation,
	call: Call,
): Promise<Answer> {
	const { contract, sandbox, vendor } = mounted;
	let answer: Answer;
	try {
		const limit = sandbox.rateLimits.refuse(vendor.name);
		if (limit) {
			const { retryAfterSeconds: wait } = limit;
			const headers = wait === undefined ? undefined : { 'retry-after': String(wait) };
			throw new ApiError(429, 'Too Many Requests', headers);
		}
		await checkAccess(mounted, operation, call);
		const request = checkedRequest(mounted, operation, call);
		const body = await runHandler(mounted, operation, request);
		const isText = body instanceof TextAnswer;
		answer = {
			status: operation.successStatus,
			headers: isText ? { 'content-type': body.contentType } : JSON_HEADERS,
			text: isText ? body.text : JSON.stringify(body),
		};
	} catch (error) {
		if (!(error instanceof ApiError)) console.error(error);
		answer = refusal(vendor, error instanceof ApiError ? error : new ApiError(500, String(error)));
	}
	const isJson = answer.headers['content-type'] === JSON_HEADERS['content-type'];
	const breaches = isJson
		? contract.checkResponse(operation.operationId, answer.status, JSON.parse(answer.text))
		: [];
	call.entry.contractErrors.push(...breaches.map((breach) => `response ${breach}`));
	return answer;
}

async function send(mounted: Mounted, call: Call, answer: Answer, reply: FastifyReply) {
	call.entry.status = answer.status;
	call.entry.responseText = answer.text;
	mounted.sandbox.recorder.end(call.entry);
	return await reply.code(answer.status).headers(answer.headers).send(answer.text);
}

/** Answers a call, through whatever fault is waiting for its operation. */
async function respond(
	mounted: Mounted,
	call: Call,
	operationId: string,
	regular: () => Promise<Answer>,
	reply: FastifyReply,
) {
	const { sandbox, vendor } = mounted;
	const fault = sandbox.faults.take(vendor.name, operationId);
	if (fault === undefined) {
		const answer = await regular();
		if (sandbox.latencyMs > 0) await sleep(sandbox.latencyMs);
		return await send(mounted, call, answer, reply);
	}
	call.entry.fault = fault.kind;
	const { resets } = sandbox;
	if (fault.kind === 'meet') {
		// A caller who gave up and asks again is not met by itself.
		const leave = () => {
			if (sandbox.faults.leave(fault)) call.entry.fault = 'left';
		};
		if (reply.raw.destroyed) leave();
		else reply.raw.once('close', leave);
	}
	if (!fault.applyFirst) await holdBack(fault, sandbox.latencyMs);
	if (sandbox.resets !== resets) return reply.code(410).send();
	const nothing = { status: 500, headers: JSON_HEADERS, text: '' };
	const answer = spoil(fault, needsAnswer(fault) ? await regular() : nothing, vendor.errorBody);
	if (fault.applyFirst) await holdBack(fault, sandbox.latencyMs);
	if (fault.kind !== 'reset' && fault.kind !== 'truncate') {
		return await send(mounted, call, answer, reply);
	}
	call.entry.status = fault.kind === 'reset' ? 0 : answer.status;
	call.entry.responseText = fault.kind === 'reset' ? null : answer.text;
	sandbox.recorder.end(call.entry);
	breakConnection(fault, answer, reply);
	return reply;
}

function isForm(call: Call): boolean {
	return call.body.mediaType === 'application/x-www-form-urlencoded';
}

/**
 * Registers every route of one vendor below `/<vendor>`.
 *
 * @param app a Fastify instance whose body types were registered
 */
export async function mountVendor(
	app: FastifyInstance,
	vendor: Vendor,
	contract: Contract,
	sandbox: Sandbox,
): Promise<void> {
	const mounted: Mounted = { vendor, contract, sandbox };
	if (vendor.oauth !== undefined) {
		const { tokenPath, clients, tokenSeconds } = vendor.oauth;
		const { scopes } = contract;
		const { clock } = sandbox;
		const oauth = await createOAuth({ clients, scopes, tokenSeconds, clock });
		mounted.oauth = oauth;
		app.post(`/${vendor.name}${tokenPath}`, async (request, reply) => {
			const call = await begin(mounted, 'token', request);
			const form = isForm(call) ? (call.body.value as Record<string, string>) : undefined;
			const regular = async () => await oauth.token(request.headers, form);
			return await respond(mounted, call, 'token', regular, reply);
		});
	}
	for (const operation of contract.operations) {
		app.route({
			method: operation.method,
			url: `/${vendor.name}${operation.path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
			handler: async (request, reply) => {
				const call = await begin(mounted, operation.operationId, request);
				const regular = async () => {
					const answer = await regularAnswer(mounted, operation, call);
					const form = sandbox.loose.formOf(vendor.name, operation.operationId);
					if (form === undefined) return answer;
					// Like a fault, it is no answer that the contract has to cover.
					call.entry.fault ??= `loose: ${form}`;
					return loosened(answer, form, vendor);
				};
				return await respond(mounted, call, operation.operationId, regular, reply);
			},
		});
	}
	app.all(`/${vendor.name}/*`, async (request, reply) => {
		const call = await begin(mounted, null, request);
		const unknown = new ApiError(404, `No route ${request.method} ${call.entry.path}`);
		call.entry.contractErrors.push('request matches no operation of the contract');
		return await send(mounted, call, refusal(vendor, unknown), reply);
	});
}
