import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { PAGES, ROWS, USERS } from '../answers';
import { BareClient } from '../bare';
import { BARE, HTTP_REQUEST, IN_FLIGHT, PACK, httpRequest, nodeRun } from '../ways';
import type { Workload } from '../workload';

/** Rows in their order, counted from 1. */
const inOrder = (rows: IDataObject[]) =>
	rows.filter(({ id }, index) => Number(id) === index + 1).length;

/** The same of pages. The HTTP Request node gives them; taking the rows out is another node's work, and not counted. */
const inOrderOfPages = (pages: IDataObject[]) =>
	inOrder(pages.flatMap(({ data }) => data as IDataObject[]));

/** The HTTP Request node's pagination, which reads on until `completeExpression` is true. */
const paginated = (
	parameters: INodeParameters,
	completeExpression: string,
	name: string,
	value: string,
): INodeParameters => ({
	...parameters,
	options: {
		pagination: {
			pagination: {
				paginationMode: 'updateAParameterInEachRequest',
				parameters: { parameters: [{ type: 'qs', name, value }] },
				paginationCompleteWhen: 'other',
				completeExpression,
				limitPagesFetched: false,
				requestInterval: 0,
			},
		},
	},
});

const all = { operation: 'getAll', returnAll: true };
const common = { behaviour: { latency: 20 }, sizes: [PAGES], unit: 'pages', rounds: 3 };
const expected = (rows: number) => (pages: number) => pages * rows;

const numbered: Workload = {
	...common,
	name: 'W2 numbered pages',
	what: `Return All over ${PAGES} pages of ${ROWS} rows, of which the first says how many there are; the service takes 20 ms. The HTTP Request node gives an item for each page, by its own pagination, or for ${PAGES} items with the page numbers made beforehand.`,
	expected: expected(ROWS),
	ways: {
		[PACK]: ({ url }) => {
			const parameters = { resource: 'conversation', ...all };
			const run = nodeRun('naxon', { url, credential: 'naxonApi', parameters });
			return async () => inOrder((await run()).json);
		},
		[HTTP_REQUEST]: ({ url }) => {
			const parameters = paginated(
				{
					url: `${url}/naxon/conversations`,
					sendQuery: true,
					queryParameters: { parameters: [{ name: 'per_page', value: String(ROWS) }] },
				},
				'={{ $response.body.page >= $response.body.total_pages }}',
				'page',
				'={{ $pageCount + 1 }}',
			);
			const run = httpRequest({ url, credential: 'naxonApi', parameters });
			return async () => inOrderOfPages((await run()).json);
		},
		[`${HTTP_REQUEST}, pages known`]: ({ url, size }) => {
			const parameters = {
				url: `=${url}/naxon/conversations?per_page=${ROWS}&page={{ $itemIndex + 1 }}`,
			};
			const items = Array.from({ length: size }, () => ({ json: {} }));
			const run = httpRequest({ url, credential: 'naxonApi', parameters, items });
			return async () => inOrderOfPages((await run()).json);
		},
		[BARE]:
			({ url }) =>
			async () => {
				const client = new BareClient(url, IN_FLIGHT);
				const pages = await client.each(
					PAGES,
					async (index) =>
						await client.get(`/naxon/conversations?page=${index + 1}&per_page=${ROWS}`),
				);
				return inOrderOfPages(pages);
			},
	},
};

const cursor: Workload = {
	...common,
	name: 'W2 cursor',
	what: `The worst case: Return All over ${PAGES} pages of ${USERS} rows, each found by the last row of the one before; the service takes 20 ms.`,
	expected: expected(USERS),
	ways: {
		[PACK]: ({ url }) => {
			const parameters = { resource: 'user', simplify: false, ...all };
			const run = nodeRun('chatBotCom', { url, credential: 'chatBotComApi', parameters });
			return async () => inOrder((await run()).json);
		},
		[HTTP_REQUEST]: ({ url }) => {
			const parameters = paginated(
				{
					url: `${url}/chatbot-com/users`,
					sendQuery: true,
					queryParameters: { parameters: [{ name: 'limit', value: String(USERS) }] },
				},
				`={{ $response.body.length < ${USERS} }}`,
				'after',
				"={{ $response.body?.at(-1)?.id ?? '' }}",
			);
			const run = httpRequest({ url, credential: 'chatBotComApi', parameters });
			return async () => inOrder((await run()).json);
		},
		[BARE]:
			({ url }) =>
			async () => {
				const client = new BareClient(url, 1);
				const rows: IDataObject[] = [];
				for (let last = USERS, after = ''; last === USERS; ) {
					const path = `/chatbot-com/users?limit=${USERS}&after=${after}`;
					const page = (await client.get(path)) as unknown as IDataObject[];
					rows.push(...page);
					last = page.length;
					after = String(rows.at(-1)?.id);
				}
				return inOrder(rows);
			},
	},
};

export const paging = [numbered, cursor];
