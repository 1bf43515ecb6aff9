import type { IDataObject, IExecuteFunctions, INode } from 'n8n-workflow';

import { Client } from '../../nodes/shared/call/client';
import { Session } from '../../nodes/shared/call/session';
import type { Vendor } from '../../nodes/shared/call/vendor';
import { field, propertyOf } from '../../nodes/shared/fields/field';
import { Fields } from '../../nodes/shared/fields/fields';
import { expectRefused, refusalOf, source } from '../support/fields';

/** What the credential has a say in: the value of a field that is blank, and which calls are for it. */
const WAY_OUT = "Choose a bot, or fill in 'Default Bot' in the credential.";
const bot = field({
	displayName: 'Bot',
	name: 'bot',
	type: 'resourceLocator',
	default: { mode: 'id', value: '' },
	narrows: true,
	orCredential: { name: 'defaultBot', displayName: 'Default Bot', wayOut: WAY_OUT },
});
const botOf = (value: unknown, credentials?: IDataObject, entered?: IDataObject): string =>
	new Fields<{ bot: string }>({ ...source, credentials }, [bot], () => value, entered).get('bot');

describe('a field that falls back on the credential', () => {
	test('has its own value where it has one', () => {
		expect(botOf({ mode: 'id', value: 'own' }, { defaultBot: 'other' })).toBe('own');
	});

	test.each([[undefined], [''], [{ mode: 'id', value: ' ' }]])(
		"blank as %j, has the credential's",
		(blank) => {
			expect(botOf(blank, { defaultBot: ' other ' })).toBe('other');
		},
	);

	test.each([[undefined], [{}], [{ defaultBot: ' ' }]])(
		'is refused where the credential has none: %j',
		(credentials) => {
			expectRefused(() => botOf('', credentials), 'is empty', WAY_OUT, 'Bot');
		},
	);

	test("is refused where the credential's value makes no sense", () => {
		expectRefused(() => botOf('', { defaultBot: '..' }), 'holds no ID', 'By ID', 'Bot');
	});

	test('is refused where an expression gives nothing', () => {
		const entered = { bot: { mode: 'id', value: '={{ $json.bot }}' } };
		const act = () => botOf({ mode: 'id', value: '' }, { defaultBot: 'other' }, entered);
		expectRefused(act, 'is empty', 'without it more would be meant', 'Bot');
	});

	test('says so in the panel, and in the description has no more of it', () => {
		expect(propertyOf(bot)).toMatchObject({ hint: "If empty: the credential's Default Bot" });
		expect(propertyOf(bot)).not.toHaveProperty('orCredential');
		const { options } = propertyOf({
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			default: {},
			options: [bot],
		});
		expect(options?.[0]).not.toHaveProperty('orCredential');
	});
});

describe('a call that is not for the credential', () => {
	interface Operations {
		'thing.get': object;
		'thing.delete': object;
	}
	const route = { path: '/', evidence: 'documented', safe: true } as const;
	const vendor: Vendor<Operations> = {
		name: 'Vendor',
		credential: 'vendorApi',
		credentialFields: "'Kind'",
		oauth2: false,
		routes: {
			'thing.get': { ...route, method: 'GET', scopes: [] },
			'thing.delete': { ...route, method: 'DELETE', scopes: ['admin'] },
		},
		misfit: ({ scopes }, { kind }) =>
			scopes.every((scope) => scope === kind)
				? undefined
				: [`This takes ${scopes.join()}`, `Not the key ${String(kind)}`],
		unwrap: (body) => body,
		paging: { size: 10, ask: () => ({}), read: () => ({ rows: [], last: true }) },
	};
	const client = async (kind: string) => {
		const caller = {
			getTimezone: () => source.timezone,
			getNode: () => ({ ...source.node, parameters: {} }) as INode,
			getCredentials: async () => await Promise.resolve({ baseUrl: 'https://api.example', kind }),
			getInputData: () => [{ json: {} }],
			getNodeParameter: (): IDataObject => ({}),
			getExecuteData: () => ({ node: source.node, data: {}, source: null }),
			getExecutionCancelSignal: () => undefined,
		};
		const session = await Session.open(caller as unknown as IExecuteFunctions, vendor);
		return new Client(session, { itemIndex: 7 });
	};

	test('is refused in the words of the vendor, for the item', async () => {
		const api = await client('reader');
		const { message, description, context } = refusalOf(() => api.checkCredential('thing.delete'));
		expect(message).toContain('This takes admin');
		expect(description).toContain('Not the key reader');
		expect(context.itemIndex).toBe(7);
	});

	test.each([
		['admin', 'thing.delete'],
		['reader', 'thing.get'],
		['reader', 'thing.composed'],
	])('as %s, %s is', async (kind, id) => {
		const api = await client(kind);
		expect(() => api.checkCredential(id)).not.toThrow();
	});
});
