import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import {
	chatBotAccount,
	contractOf,
	expectFitsSchema,
	type ChatBotBench,
	type ErrorItem,
} from './chatBotCom';
import { testEach } from './sandbox';

/** One operation that goes well: what the user chose, what ChatBot.com has to hear, and what comes out. */
export interface ChatBotCase {
	/** Of the contract; its halves are Resource and Operation. */
	operationId: string;
	parameters?: INodeParameters;
	/** Placeholders of the path. */
	path?: Record<string, string>;
	query?: Record<string, string>;
	/** Left out: there is none. */
	body?: unknown;
	/** The items expected, from the body that was answered. */
	output: (answer: IDataObject) => IDataObject[];
	/** Asserts what it did to the sandbox's state. */
	effect?: () => Promise<void>;
}

/** The answer is the item. */
export const same = (answer: IDataObject) => [answer];

/** The answer is a list, of which each row is an item. */
export const each = (answer: IDataObject) => answer as unknown as IDataObject[];

/** A test that each case is sent as the contract says, comes out as it should, and has its effect. */
export function describeCases(bench: ChatBotBench, cases: ChatBotCase[]): void {
	testEach('each operation is sent, comes out and has its effect', cases, async (one) => {
		const { operationId, path: values = {}, query = {}, body = null, output } = one;
		const { error, outputs, json } = await bench.run(operationId, one.parameters);
		expect(error).toBeUndefined();
		const request = await bench.onlySent();
		const { method, path } = contractOf(operationId);
		expect(request).toMatchObject({
			operationId,
			method,
			path: path.replace(/{(\w+)}/g, (_, name: string) => values[name]),
			status: 200,
			contractErrors: [],
		});
		expect(request.query).toEqual(query);
		expect(request.body).toEqual(body);
		expect(request.contentType).toBe(body === null ? null : 'application/json');
		expect(request.headers.authorization).toBe('Bearer chatbot-developer-token');

		const expected = output(request.responseBody as IDataObject);
		expect(expected.length).toBeGreaterThan(0);
		expect(outputs).toEqual([expected.map((row) => ({ json: row, pairedItem: { item: 0 } }))]);
		expectFitsSchema(operationId, json[0]);
		await one.effect?.();
	});
}

/** A test of each case with the client access token, which is good for one operation only. */
export function describeClientToken(bench: ChatBotBench, cases: ChatBotCase[]): void {
	testEach('no operation is for the client token', cases, async (one) => {
		const { operationId } = one;
		const credentials = chatBotAccount(bench.sandbox().url, {
			accessToken: 'chatbot-client-token',
		});
		const before = await bench.state();
		const error = await bench.runToError(operationId, one.parameters, { credentials });
		expect(error).toEqual({
			message: 'ChatBot.com did not accept the credential [item 0]',
			description: expect.stringContaining("Check 'Access Token' in the credential.") as string,
			httpCode: '401',
			cause: 'credential-invalid',
			pairedItem: { item: 0 },
		});
		expect(error.description).toContain('ChatBot.com said: "Invalid token".');
		expect(JSON.stringify(error)).not.toContain('chatbot-client-token');
		const requests = await bench.sent(operationId);
		expect(new Set(requests.map(({ status }) => status))).toEqual(new Set([401]));
		expect(await bench.state()).toEqual(before);
	});
}

/** How a message tells where an address is from, by the evidence of the contract. */
const ORIGIN: Record<string, string> = {
	indexed: "is from a catalogue that names ChatBot.com's page for it.",
	inferred: 'is inferred.',
	guess: 'is a guess.',
};

/** Asserts the words of a 404: of a documented address the ID is wrong, of any other the address may be, too. */
export function expectNotFound(error: ErrorItem, operationId: string, said: string): void {
	const { method, path, evidence } = contractOf(operationId);
	expect(error).toMatchObject({
		httpCode: '404',
		cause: 'configuration-invalid',
		pairedItem: { item: 0 },
	});
	expect(error.description).toContain(`ChatBot.com said: "${said}".`);
	const sent = method === 'GET' ? '' : 'the IDs that were sent, if any, and ';
	const what = path.includes('{') ? 'the ID and ' : sent;
	expect(error.description).toContain(`Check ${what}'Base URL' in the credential.`);
	if (evidence === 'documented') {
		expect(error.message).toBe('ChatBot.com does not know what was asked for [item 0]');
		expect(error.description).not.toContain('Endpoint Overrides');
		return;
	}
	expect(error.message).toMatch(/^ChatBot\.com answered 404: .*not at this address \[item 0]$/);
	expect(error.description).toMatch(new RegExp(`'${method} http\\S+/chatbot-com/`));
	expect(error.description).toContain(`${path}' ${ORIGIN[evidence]}`);
	expect(error.description).toContain(
		`'Endpoint Overrides' in the credential: {"${operationId}": "${method} /…"}`,
	);
}

/** What ChatBot.com does not know: the operation, what the sandbox says, and what the user chose. */
export type NotFound = readonly [operationId: string, said: string, parameters: INodeParameters];

/** A test that each is a 404 in the right words, and changed nothing. */
export function describeNotFound(bench: ChatBotBench, cases: readonly NotFound[]): void {
	testEach('what is not known is a 404', cases, async ([operationId, said, parameters]) => {
		const before = await bench.state();
		const error = await bench.runToError(operationId, parameters);
		expectNotFound(error, operationId, said);
		expect(await bench.onlySent()).toMatchObject({ operationId, status: 404, contractErrors: [] });
		expect(await bench.state()).toEqual(before);
	});
}

/**
 * A value that makes no sense: the operation, the message without its item, a part of the way out,
 * what the user chose, and the JSON of the item that expressions read.
 */
export type BadInput = readonly [
	operationId: string,
	message: string,
	wayOut: string,
	parameters: INodeParameters,
	json?: IDataObject,
];

/** A test that each has this message and way out, and that ChatBot.com heard nothing. */
export function describeBadInput(bench: ChatBotBench, inputs: readonly BadInput[]): void {
	testEach('what makes no sense is refused before any call', inputs, async (input) => {
		const [operationId, message, wayOut, parameters, json = {}] = input;
		const items: INodeExecutionData[] = [{ json }];
		const error = await bench.runToError(operationId, parameters, { items });
		expect(error).toEqual({
			message: `${message} [item 0]`,
			description: expect.stringContaining(wayOut) as string,
			httpCode: null,
			cause: 'configuration-invalid',
			pairedItem: { item: 0 },
		});
		expect(await bench.sent()).toEqual([]);
	});
}
