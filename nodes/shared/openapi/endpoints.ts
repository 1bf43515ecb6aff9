import { attempt, isError } from 'lodash';

import { operationsOf } from './document';
import { isDoubtful, matchOperations, type Match } from './match';
import { openApiDocument } from './read';
import { plain, signatureOf, type Signature } from './signature';

/** Verb and path of an operation, with the placeholders of ours. */
export interface Endpoint {
	method: string;
	path: string;
}

const placeholdersOf = (path: string) => [...path.matchAll(/{([^{}]+)}/g)].map(([, name]) => name);

/**
 * The vendor's path with our names in its braces: of the same words, else in the order in which they stand there. A
 * placeholder more than ours is what we send elsewhere. Undefined where one of either side is left.
 */
function pathOf({ ours, theirs }: Match): string | undefined {
	const names = new Map<string, string>();
	const left = placeholdersOf(ours.path);
	const take = (theirName: string, at: number) => {
		if (at >= 0) names.set(theirName, left.splice(at, 1)[0]);
	};
	const theirNames = placeholdersOf(theirs.path);
	for (const name of theirNames) {
		take(
			name,
			left.findIndex((own) => plain(own) === plain(name)),
		);
	}
	const elsewhere = [
		...[...ours.parameters.keys()].map((key) => key.split(' ')[1]),
		...ours.body.keys(),
	];
	for (const name of theirNames.filter((theirName) => !names.has(theirName))) {
		const sent = elsewhere.find((own) => plain(own) === plain(name));
		if (sent !== undefined) names.set(name, sent);
		else take(name, left.length > 0 ? 0 : -1);
	}
	if (left.length > 0 || names.size < theirNames.length) return undefined;
	return theirs.path.replace(/{([^{}]+)}/g, (_, name: string) => `{${names.get(name)}}`);
}

const VERBS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Where matched operations are at the vendor, by our IDs: only those of which it is clear. */
export function endpointsOf(matches: Match[]): Record<string, Endpoint> {
	const clear = matches.filter(
		(match) => !isDoubtful(match) && VERBS.includes(match.theirs.method),
	);
	return Object.fromEntries(
		clear.flatMap((match) => {
			const path = pathOf(match);
			return path === undefined ? [] : [[match.ours.id, { method: match.theirs.method, path }]];
		}),
	);
}

/** What an operation of ours is recognized by, beside verb and path; generated from the contract. */
export type Marks = Readonly<Record<'words' | 'parameters' | 'body' | 'answer', readonly string[]>>;

/** Where our operations are by the user's word, and those of which a pasted file does not show it clearly. */
export interface Overrides {
	endpoints: Readonly<Record<string, Endpoint>>;
	missing: readonly string[];
}

/** Where an OpenAPI file of the vendor's own says that our operations are; undefined when it is none of version 3. */
export function endpointsIn(
	file: object,
	routes: Readonly<Record<string, Endpoint>>,
	marks: Readonly<Record<string, Marks>>,
): Overrides | undefined {
	const ours = Object.entries(marks).map(
		([id, { words, parameters, body, answer }]): Signature => ({
			id,
			...routes[id],
			words,
			parameters: new Set(parameters),
			body: new Set(body),
			answer: new Set(answer),
		}),
	);
	// Whatever stands where OpenAPI has something else makes it none.
	const endpoints = attempt(() => {
		const theirs = operationsOf(openApiDocument(file)).map(signatureOf);
		return endpointsOf(matchOperations(ours, theirs).matches);
	});
	if (isError(endpoints)) return undefined;
	return { endpoints, missing: Object.keys(routes).filter((id) => !(id in endpoints)) };
}
