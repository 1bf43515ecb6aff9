import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { accounts } from '../../engine/credentials';
import { BOT, byId } from '../../engine/jobs';
import { UNKNOWN, type KodaBench } from './koda';
import { contractOf, expectFitsSchema, expectSent, type Expected } from './kodaContract';
import { testEach } from './sandbox';

/** One operation that goes well: what the user chose, what KODA has to hear, and what comes out. */
export interface KodaCase {
	/** Of the contract; its halves are Resource and Operation. */
	operationId: string;
	parameters?: INodeParameters;
	/** The item that comes in; an empty one when left out. */
	item?: INodeExecutionData;
	/** Placeholders of the path besides the bot. */
	path?: Record<string, string>;
	query?: Record<string, string>;
	body?: unknown;
	/** The items expected, from the body that KODA answered. */
	output: (answer: IDataObject) => IDataObject[];
}

type Answer = { response: IDataObject | IDataObject[] };

/** What stands inside KODA's envelope. */
export const response = (answer: IDataObject) => [(answer as Answer).response].flat();

/** Most writing operations answer `true` or nothing. */
export const success = () => [{ success: true }];

const job = ({ item }: KodaCase) => (item ? { items: [item] } : {});

const choice = (operationId: string): INodeParameters => {
	const [resource, operation] = operationId.split('.');
	return { resource, operation };
};

/** A test that each case is sent as the contract says, and comes out as its schema file says. */
export function describeCases(bench: KodaBench, cases: KodaCase[]): void {
	testEach('each operation is sent, and comes out', cases, async (one) => {
		const { operationId, parameters, path, query, body } = one;
		const result = await bench.run({ ...choice(operationId), ...parameters }, job(one));
		expect(result.error).toBeUndefined();
		const [request, ...more] = await bench.sent(operationId);
		expect(more).toEqual([]);
		expectSent(request, operationId, {
			path: { botId: BOT, ...path },
			query,
			body,
		} satisfies Expected);
		const expected = one.output(request.responseBody as IDataObject);
		expect(expected.length).toBeGreaterThan(0);
		expect(result.outputs).toEqual([expected.map((json) => ({ json, pairedItem: { item: 0 } }))]);
		// The fields that the editor shows before the first run.
		expectFitsSchema(operationId, result.json[0]);
	});
}

/** A test of each case with a token that lacks its scope, and one with an ID that KODA does not know. */
export function describeRefusals(bench: KodaBench, cases: KodaCase[]): void {
	testEach('a missing scope is named', cases, async (one) => {
		const { operationId } = one;
		const { scopes } = contractOf(operationId);
		const credentials = accounts(bench.sandbox().url);
		const granted = String(credentials.kodaOAuth2Api.scope).split(' ');
		credentials.kodaOAuth2Api.scope = granted.filter((scope) => !scopes.includes(scope)).join(' ');
		const error = await bench.runToError(
			{ ...choice(operationId), ...one.parameters },
			{ ...job(one), credentials },
		);
		expect(error).toMatchObject({
			httpCode: '403',
			cause: 'configuration-invalid',
			pairedItem: { item: 0 },
		});
		expect(error.message).toBe('KODA does not allow this with the credential [item 0]');
		expect(error.description).toContain(
			`scope ${scopes.join(' and ')}: add it to 'Scope' in the credential`,
		);
		expect(error.description).toContain('KODA said: "The credential lacks');
		expect(await bench.sent(operationId)).toHaveLength(1);
	});

	testEach(
		'what KODA does not know is a 404 that tells of the guessed address',
		cases,
		async (one) => {
			const { operationId } = one;
			const { method, path } = contractOf(operationId);
			const parameters = { ...choice(operationId), ...one.parameters, bot: byId(UNKNOWN) };
			const error = await bench.runToError(parameters, job(one));
			expect(error).toMatchObject({
				httpCode: '404',
				cause: 'configuration-invalid',
				pairedItem: { item: 0 },
			});
			expect(error.message).toMatch(/^KODA answered 404: .*\[item 0]$/);
			expect(error.description).toContain('KODA said: "Bot not found"');
			expect(error.description).toContain('Check the ID and');
			expect(error.description).toContain(`${path}' is a guess`);
			expect(error.description).toContain(`'${method} http`);
			expect(error.description).toContain(
				`'Endpoint Overrides' in the credential: {"${operationId}"`,
			);
			expect(await bench.sent(operationId)).toHaveLength(1);
		},
	);
}

/**
 * A value that makes no sense: what it is, the message without its item, the way out, what the user chose,
 * and the JSON of the item that expressions read.
 */
export type BadInput = readonly [
	name: string,
	message: string,
	wayOut: RegExp,
	parameters: INodeParameters,
	json?: IDataObject,
];

/** A test that each has this message and way out, and that KODA heard nothing. */
export function describeBadInput(
	bench: KodaBench,
	operationId: string,
	inputs: readonly BadInput[],
): void {
	testEach(`${operationId} refuses what makes no sense`, inputs, async (input) => {
		const [, message, wayOut, parameters, json = {}] = input;
		const items = [{ json }];
		const error = await bench.runToError({ ...choice(operationId), ...parameters }, { items });
		expect(error).toEqual({
			message: `${message} [item 0]`,
			description: expect.stringMatching(wayOut) as unknown,
			httpCode: null,
			cause: 'configuration-invalid',
			pairedItem: { item: 0 },
		});
		await bench.expectSilence();
	});
}
