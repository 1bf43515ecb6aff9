import { partition } from 'lodash';

import { plain, type Signature } from './signature';

/** One of our operations beside the vendor's. `score` is 0 to 1; `runnerUp` that of the next best candidate. */
export interface Match<Ours extends Signature = Signature, Theirs extends Signature = Signature> {
	ours: Ours;
	theirs: Theirs;
	score: number;
	runnerUp: number;
}

export interface Matching<
	Ours extends Signature = Signature,
	Theirs extends Signature = Signature,
> {
	matches: Array<Match<Ours, Theirs>>;
	onlyOurs: Ours[];
	onlyTheirs: Theirs[];
}

/** Below this two operations are not taken for the same one. */
export const acceptedScore = 0.5;
/** A match whose runner-up is nearer than this is doubtful: it is shown but not adopted. */
const clearMargin = 0.05;

const weights = { words: 4, pathParameters: 2, otherParameters: 1, body: 2, answer: 2 };
/** Having nothing in common because both have nothing says little, but not nothing. */
const bothEmpty = 0.25;

/** What of two operations is common to both, as a part of what either has; undefined where neither has anything. */
function overlap(a: Set<string>, b: Set<string>, weight: (item: string) => number) {
	let common = 0;
	let all = 0;
	for (const item of a) {
		const own = weight(item);
		all += own;
		if (b.has(item)) common += own;
	}
	for (const item of b) if (!a.has(item)) all += weight(item);
	return all === 0 ? undefined : common / all;
}

/** What of an operation is compared. */
type Traits = Record<keyof typeof weights, Set<string>>;

/** The traits of an operation; parameters without regard to where they stand, but for the path. */
function traitsOf({ words, parameters, body, answer }: Signature): Traits {
	const [inPath, others] = partition(
		[...parameters.keys()].map((key) => key.split(' ')),
		([place]) => place === 'path',
	);
	const namesOf = (keys: string[][]) => new Set(keys.map(([, name]) => plain(name)));
	return {
		words: new Set(words),
		pathParameters: namesOf(inPath),
		otherParameters: namesOf(others),
		body: new Set(body.keys()),
		answer: new Set(answer.keys()),
	};
}

/** How rare a word is among all operations: `list` in every summary tells less than `resume`. */
function rarity(operations: Signature[]): (word: string) => number {
	const counts = new Map<string, number>();
	for (const word of operations.flatMap(({ words }) => words)) {
		counts.set(word, (counts.get(word) ?? 0) + 1);
	}
	return (word) => Math.log(1 + operations.length / (counts.get(word) ?? 1));
}

const PARTS = Object.keys(weights) as Array<keyof typeof weights>;

const same = () => 1;

function scoreOf(ours: Traits, theirs: Traits, rare: (word: string) => number) {
	let total = 0;
	let reached = 0;
	for (const part of PARTS) {
		const share = overlap(ours[part], theirs[part], part === 'words' ? rare : same);
		const weight = weights[part] * (share === undefined ? bothEmpty : 1);
		total += weight;
		reached += weight * (share ?? 1);
	}
	return reached / total;
}

/** Whether another candidate fits nearly as well, so that a person has to decide. */
export function isDoubtful({ score, runnerUp }: Match): boolean {
	return score - runnerUp < clearMargin;
}

/**
 * Pairs our operations with the vendor's: those `told` (ours' operationId to `METHOD /path`) first, then
 * equal operationIds, then the best scores first, each operation once.
 */
export function matchOperations<Ours extends Signature, Theirs extends Signature>(
	ours: Ours[],
	theirs: Theirs[],
	told: ReadonlyMap<string, string> = new Map(),
): Matching<Ours, Theirs> {
	const all = [...ours, ...theirs];
	const rare = rarity(all);
	const traits = new Map(
		all.map((operation): [Signature, Traits] => [operation, traitsOf(operation)]),
	);
	const score = (a: Signature, b: Signature) => {
		const wanted = told.get(a.id);
		if (wanted !== undefined) return wanted === `${b.method} ${b.path}` ? 2 : 0;
		return a.id === b.id ? 1 : scoreOf(traits.get(a)!, traits.get(b)!, rare);
	};
	const pairs = ours
		.flatMap((a) => theirs.map((b) => ({ ours: a, theirs: b, score: score(a, b) })))
		.filter((pair) => pair.score >= acceptedScore)
		.sort((left, right) => right.score - left.score);

	const taken = new Set<Signature>();
	const chosen = pairs.filter((pair) => {
		if (taken.has(pair.ours) || taken.has(pair.theirs)) return false;
		taken.add(pair.ours).add(pair.theirs);
		return true;
	});
	const matches = chosen.map((pair) => {
		const rivals = pairs.filter(
			(other) => other !== pair && (other.ours === pair.ours || other.theirs === pair.theirs),
		);
		const runnerUp = Math.max(0, ...rivals.map((rival) => rival.score));
		return { ...pair, score: Math.min(1, pair.score), runnerUp: Math.min(1, runnerUp) };
	});
	const order = new Map<Signature, number>(ours.map((operation, index) => [operation, index]));
	matches.sort((left, right) => (order.get(left.ours) ?? 0) - (order.get(right.ours) ?? 0));
	return {
		matches: matches.map((match) => (told.has(match.ours.id) ? { ...match, runnerUp: 0 } : match)),
		onlyOurs: ours.filter((operation) => !taken.has(operation)),
		onlyTheirs: theirs.filter((operation) => !taken.has(operation)),
	};
}

/** How much of `ours` a matching covers, 0 to 1: what decides which contract a file belongs to. */
export function coverage({ matches, onlyOurs }: Matching): number {
	const all = matches.length + onlyOurs.length;
	return all === 0 ? 0 : matches.reduce((sum, { score }) => sum + score, 0) / all;
}
