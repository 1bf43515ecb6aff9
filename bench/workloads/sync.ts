import type { INodeParameters } from 'n8n-workflow';

import { itemsOf } from '../../engine/jobs';
import { BareClient } from '../bare';
import type { Shelves } from '../knowledge';
import { BARE, HTTP_REQUEST, PACK, httpRequest, nodeRun } from '../ways';
import type { Contestant, Workload } from '../workload';
import { kinds, type Article, type Kind } from './syncKinds';

/** How much of what is wanted the service has before. */
type State = 'first' | 'unchanged' | '1 % changed';

const CHANGED = 0.01;

const textOf = (index: number, edition: string) =>
	`Article ${index}, ${edition}. ${'The parcel arrives the day after tomorrow. '.repeat(5)}`;

const articlesOf = (size: number, from = 0, edition = 'as it is'): Article[] =>
	Array.from({ length: size }, (_, index) => ({
		id: `a-${from + index}`,
		text: textOf(from + index, edition),
	}));

const countOf = (size: number, state: State) =>
	state === '1 % changed' ? Math.ceil(size * CHANGED) : 0;

/** What is there before: of what was changed an older edition and, where it can be deleted, as much that is gone. */
function before(size: number, state: State, isDeleted: boolean): Article[] {
	if (state === 'first') return [];
	const changed = countOf(size, state);
	return [
		...articlesOf(changed, 0, 'as it was'),
		...articlesOf(size - changed, changed),
		...(isDeleted ? articlesOf(changed, size) : []),
	];
}

async function seed(url: string, shelves: Partial<Shelves>): Promise<void> {
	await fetch(`${url}/knowledge`, { method: 'POST', body: JSON.stringify(shelves) });
}

/** Our Sync; counts the things that it says the right of. */
const ours =
	(kind: Kind, state: State, more: INodeParameters = {}): Contestant =>
	async ({ url, size }) => {
		const isDeleted = more.deleteMissing === true;
		await seed(url, kind.shelves(before(size, state, isDeleted)));
		const run = nodeRun(kind.node, {
			...{ url, credential: kind.credential, items: itemsOf(articlesOf(size)) },
			parameters: { ...kind.parameters, ...more },
		});
		const changed = countOf(size, state);
		return async () => {
			const statuses = (await run()).json.map(({ status }) => status);
			const rest = state === 'first' ? 'created' : 'unchanged';
			const right = statuses
				.slice(0, size)
				.filter((status, index) => status === (index < changed ? kind.changed : rest));
			const deleted = statuses.slice(size).filter((status) => status === 'deleted').length;
			return right.length - (isDeleted ? Math.abs(changed - deleted) : 0);
		};
	};

const BATCH = 50;

/** The least that somebody has to wire: a search for each, whose answers a further node compares. */
const looks =
	(kind: Kind, state: State): Contestant =>
	async ({ url, size }) => {
		await seed(url, kind.shelves(before(size, state, false)));
		const { method, body } = kind.look;
		const parameters = {
			method,
			url: `=${url}${kind.look.url}`,
			...(body && {
				...{ sendBody: true, specifyBody: 'json' },
				jsonBody: `=${body.replaceAll('}}}', '}} }')}`,
			}),
			options: { batching: { batch: { batchSize: BATCH, batchInterval: 1 } } },
		};
		const run = httpRequest({
			...{ url, credential: kind.credential, parameters },
			items: itemsOf(articlesOf(size)),
		});
		return async () => (await run()).json.filter(({ error }) => error === undefined).length;
	};

const IN_FLIGHT = 8;

/** The limit: what is there, read in the largest pages that there are. */
const bare =
	(kind: Kind, state: State): Contestant =>
	async ({ url, size }) => {
		await seed(url, kind.shelves(before(size, state, false)));
		return async () => await kind.readAll(new BareClient(url, IN_FLIGHT), articlesOf(size));
	};

const WHAT: Record<State, string> = {
	first: 'None of them is there',
	unchanged: 'All of them are there as they are wanted',
	'1 % changed':
		'Of one in a hundred another text is there; with Delete Missing, as many that are wanted no more are there besides',
};

const workload = (name: string, kind: Kind, state: State, rest: Partial<Workload>): Workload => ({
	name: `W11 ${name}, ${state}`,
	what: `Sync of so many ${name}. ${WHAT[state]}; the service takes 20 ms. The HTTP Request node does a part of the work: a search for each, in batches of ${BATCH}.${state === 'first' ? '' : ' The bare client reads what is there in the largest pages that there are, and does nothing else.'}`,
	behaviour: { latency: 20 },
	sizes: [1_000, 10_000, 50_000],
	unit: name,
	rounds: 1,
	ways: {
		[PACK]: ours(kind, state),
		[HTTP_REQUEST]: looks(kind, state),
		...(kind.deletes && {
			[`${PACK}, Delete Missing`]: ours(kind, state, { deleteMissing: true, deleteAtMost: 1e6 }),
		}),
		...(state !== 'first' && { [BARE]: bare(kind, state) }),
	},
	...rest,
});

export const sync: Workload[] = Object.entries(kinds).flatMap(([name, kind]) => [
	workload(name, kind, 'first', { sizes: [1_000, 10_000] }),
	workload(name, kind, 'unchanged', {}),
	workload(name, kind, '1 % changed', {}),
]);
