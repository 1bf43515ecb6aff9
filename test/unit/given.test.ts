import type { IDataObject } from 'n8n-workflow';

import { requestOf, sentOf } from '../../nodes/shared/call/request';
import type { Session } from '../../nodes/shared/call/session';
import type { Route } from '../../nodes/shared/call/vendor';

/** What no field gives: it comes from the credential or the address, for the routes that carry it. */
const route: Route = {
	method: 'POST',
	path: '/accounts/{account}/things/{thing}',
	evidence: 'documented',
	safe: true,
	scopes: [],
	body: 'json',
	given: { path: ['account'], query: ['account'], header: ['account', 'X-Thing'] },
};

class Refused extends Error {
	constructor(
		what: string,
		readonly wayOut: string,
	) {
		super(what);
	}
}

const fail = (what: string, wayOut: string): never => {
	throw new Refused(what, wayOut);
};

function request(
	credentials: IDataObject,
	thing = 'th-1',
	own: Partial<Route> = {},
	misfit?: () => [string, string],
) {
	const session = {
		settings: { timeout: 1 },
		baseUrl: 'https://api.example',
		credentials,
		vendor: {
			given: ({ account }: IDataObject, path: IDataObject) => ({ account, 'X-Thing': path.thing }),
			misfit,
		},
	} as unknown as Session<unknown>;
	const input = { path: { thing }, query: { size: 1 }, body: {} };
	return requestOf(session, { ...route, ...own }, input, sentOf(input.body), fail);
}

test('goes where the contract says, without blanks around it', () => {
	expect(request({ account: ' a-1 ' })).toMatchObject({
		url: 'https://api.example/accounts/a-1/things/th-1',
		qs: { size: 1, account: 'a-1' },
		headers: { account: 'a-1', 'X-Thing': 'th-1', 'Content-Type': 'application/json' },
	});
});

test('does not go anywhere else', () => {
	const { url, qs, headers } = request({ account: 'a-1' }, 'th-1', {
		given: undefined,
		path: '/x',
	});
	expect(url).toBe('https://api.example/x');
	expect(qs).toEqual({ size: 1 });
	expect(headers).toEqual({ 'Content-Type': 'application/json' });
});

test('in a header is nothing that a header cannot carry', () => {
	const { headers } = request({ account: 'a\r\nHost: evil' }, 'ł');
	expect(headers).toMatchObject({ account: 'a%0D%0AHost%3A%20evil', 'X-Thing': '%C5%82' });
});

test.each([[undefined], [''], [' ']])(
	"missing as %j is refused in the vendor's words",
	(account) => {
		const misfit = (): [string, string] => ['The account is empty', 'Fill it in'];
		expect(() => request({ account }, 'th-1', {}, misfit)).toThrow(
			expect.objectContaining({ message: 'The account is empty', wayOut: 'Fill it in' }),
		);
		expect(() => request({ account })).toThrow("'account' is empty");
	},
);
