import { wordsOf, type Signature } from './signature';

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

function overlap(
	left: Iterable<string>,
	right: Iterable<string>,
	weight: (item: string) => number,
) {
	const a = new Set(left);
	const b = new Set(right);
	const sum = (items: Iterable<string>) =>
		[...items].reduce((total, item) => total + weight(item), 0);
	const all = sum(new Set([...a, ...b]));
	return all === 0 ? undefined : sum([...a].filter((item) => b.has(item))) / all;
}

/** Names compared without regard to camelCase, snake_case or where the parameter stands. */
const plain = (name: string) => wordsOf(name).join('');

function parameterNames(operation: Signature, inPath: boolean): string[] {
	return [...operation.parameters.keys()]
		.map((key) => key.split(' '))
		.filter(([place]) => (place === 'path') === inPath)
		.map(([, name]) => plain(name));
}

/** How rare a word is among all operations: `list` in every summary tells less than `resume`. */
function rarity(operations: Signature[]): (word: string) => number {
	const counts = new Map<string, number>();
	for (const word of operations.flatMap(({ words }) => words)) {
		counts.set(word, (counts.get(word) ?? 0) + 1);
	}
	return (word) => Math.log(1 + operations.length / (counts.get(word) ?? 1));
}

function scoreOf(ours: Signature, theirs: Signature, rare: (word: string) => number) {
	if (ours.id === theirs.id) return 1;
	const same = () => 1;
	const parts = {
		words: overlap(ours.words, theirs.words, rare),
		pathParameters: overlap(parameterNames(ours, true), parameterNames(theirs, true), same),
		otherParameters: overlap(parameterNames(ours, false), parameterNames(theirs, false), same),
		body: overlap(ours.body.keys(), theirs.body.keys(), same),
		answer: overlap(ours.answer.keys(), theirs.answer.keys(), same),
	};
	let total = 0;
	let reached = 0;
	for (const [part, share] of Object.entries(parts)) {
		const weight = weights[part as keyof typeof weights] * (share === undefined ? bothEmpty : 1);
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
	const rare = rarity([...ours, ...theirs]);
	const score = (a: Signature, b: Signature) => {
		const wanted = told.get(a.id);
		if (wanted !== undefined) return wanted === `${b.method} ${b.path}` ? 2 : 0;
		return scoreOf(a, b, rare);
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
