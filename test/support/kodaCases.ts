import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { accounts } from '../../engine/credentials';
import { BOT, byId } from '../../engine/jobs';
import { UNKNOWN, type KodaBench } from './koda';
import { contractOf, expectFitsSchema, expectSent, type Expected } from './kodaContract';

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

/** For each case a test that it is sent as the contract says, and comes out as its schema file says. */
export function describeCases(bench: KodaBench, cases: KodaCase[]): void {
	test.each(cases.map((one) => [one.operationId, one] as const))('%s', async (operationId, one) => {
		const result = await bench.run({ ...choice(operationId), ...one.parameters }, job(one));
		expect(result.error).toBeUndefined();
		const [request, ...more] = await bench.sent(operationId);
		expect(more).toEqual([]);
		const { path, query, body } = one;
		expectSent(request, operationId, {
			path: { botId: BOT, ...path },
			query,
			body,
		} satisfies Expected);
		const expected = one.output(request.responseBody as IDataObject);
		expect(expected.length).toBeGreaterThan(0);
		expect(result.outputs).toEqual([expected.map((json) => ({ json, pairedItem: { item: 0 } }))]);
	});

	test.each(cases.map((one) => [one.operationId, one] as const))(
		'%s: the fields shown before the first run are those of its items',
		async (operationId, one) => {
			const { json } = await bench.run({ ...choice(operationId), ...one.parameters }, job(one));
			expect(json.length).toBeGreaterThan(0);
			expectFitsSchema(operationId, json[0]);
		},
	);
}

/** For each case a test with a token that lacks its scope, and one with an ID that KODA does not know. */
export function describeRefusals(bench: KodaBench, cases: KodaCase[]): void {
	test.each(cases.map((one) => [one.operationId, one] as const))(
		'%s: a missing scope is named',
		async (operationId, one) => {
			const { scopes } = contractOf(operationId);
			const credentials = accounts(bench.sandbox().url);
			const granted = String(credentials.kodaOAuth2Api.scope).split(' ');
			credentials.kodaOAuth2Api.scope = granted
				.filter((scope) => !scopes.includes(scope))
				.join(' ');
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
		},
	);

	test.each(cases.map((one) => [one.operationId, one] as const))(
		'%s: what KODA does not know is a 404 that tells of the guessed address',
		async (operationId, one) => {
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

/** For each a test that message and way out are these, and that KODA heard nothing. */
export function describeBadInput(
	bench: KodaBench,
	operationId: string,
	inputs: readonly BadInput[],
): void {
	const table = inputs.map((input) => [input[0], input] as const);
	test.each(table)('%s', async (_, [, message, wayOut, parameters, json = {}]) => {
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
