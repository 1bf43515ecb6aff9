import { countBy } from 'lodash';

import { isFields } from '../../../sandbox/loose';
import type { Change } from './kinds';
import { WORDS, type Sample } from './samples';
import { isSentence, lacksSuccess } from './success';
import { Verbatim, type Heard } from './vendor';

/** What came of a run, or of a poll. */
export interface Outcome {
	items: unknown[];
	/** Message and description of the error. */
	error?: string;
	hints: string[];
}

/** What a run has to be judged by. */
export interface Case {
	/** The contract's file, and the service's name as users read it. */
	vendor: string;
	service: string;
	/** The operation whose answers are changed. */
	target: Sample;
	change: Change;
	/** What the same run gives when nothing is changed. */
	plain: Outcome;
	/** How often each call with an effect is sent when nothing is changed. */
	plainEffects: Map<string, number>;
	/** Operations that must not be called, whatever the answer. */
	never: string[];
	/** Whether the operation gives what it reads, and does nothing else with it. */
	reads: boolean;
	/** Whether it needs the whole list that it reads, in order to write. */
	needsAll: boolean;
	/** Whether it is called only after something was written. */
	isAfter: boolean;
	/** Whether a look tells what came of it when its answer is none. */
	isLookedUp: boolean;
	/** Whether each row of the list is an item. */
	isList: boolean;
}

/** Whether nothing of what was asked for came. */
const isRefused = ({ kind }: Change) => kind === 'nothing' || kind === 'error';

export const RAW =
	/TypeError|ReferenceError|RangeError|SyntaxError|Cannot read|is not a function|is not iterable|Maximum call stack|\bundefined\b|\[object Object]|\bNaN\b|Invalid (Date|time)|Unexpected token/;

/** A text whose characters were taken for fields. */
const TAKEN_APART = /"0":"[^"]?"?","1":"[^"]?"?","2":"/;

/** Every text and number inside a value, as text. */
export function leavesOf(value: unknown): string[] {
	if (value instanceof Verbatim) return [value.text];
	if (Array.isArray(value)) return value.flatMap(leavesOf);
	if (isFields(value)) return Object.values(value).flatMap(leavesOf);
	return value === undefined || value === null ? [] : [String(value)];
}

/** A date with a T in place of the blank, as the pack gives it. */
const dated = (leaf: string) => leaf.replace(/^(\d{4}-\d\d-\d\d) /, '$1T');

/** A date with a blank, as some vendors write it. */
const spaced = (leaf: string) => leaf.replace(/^(\d{4}-\d\d-\d\d)T/, '$1 ');

const isIn = (text: string, leaf: string) => [leaf, spaced(leaf)].some((one) => text.includes(one));

/** How often each text stands in some values. */
const countsOf = (values: unknown[]) =>
	new Map(Object.entries(countBy(values.flatMap(leavesOf), dated)));

/** Long enough not to be found by chance; a switch may be written in other ways. */
const tells = (leaf: string) => leaf.length >= 4 && !['true', 'false'].includes(leaf);

/** Whether a text shows something of an answer: a value or a key; of one that has none, nothing has to be shown. */
function shows(text: string, answer: unknown): boolean {
	if (answer instanceof Verbatim && answer.text.startsWith('<')) return true;
	const keys = isFields(answer) ? Object.keys(answer) : [];
	const parts = [...leavesOf(answer), ...keys].filter((part) => part.length > 2);
	// Texts stand there as they are, or as JSON.
	const forms = parts.flatMap((part) => [part, JSON.stringify(part).slice(1, -1)]);
	return parts.length === 0 || forms.some((part) => text.includes(part.slice(0, 40)));
}

/** What is wrong with an error: it is raw, names no service, or does not show what was answered. */
function faultsOfError(one: Case, error: string, answer: unknown): string[] {
	const faults: string[] = [];
	const raw = RAW.exec(error);
	if (raw) faults.push(`raw error: ${raw[0]}`);
	// What is made of several calls may have reasons of its own.
	if (!one.reads && !isRefused(one.change)) return faults;
	if (!error.includes(one.service)) faults.push('the error does not name the service');
	if (one.change.quoted) {
		if (!error.includes(WORDS)) faults.push("the error lacks the service's words");
	} else if (!shows(error, answer)) faults.push('the error does not show the answer');
	return faults;
}

/** What is wrong with an output: rows or values of the sample are not in it. */
function faultsOfData(
	{ change, plain, isList }: Case,
	came: Outcome,
	answers: unknown[],
	regular: unknown[],
): string[] {
	const faults: string[] = [];
	const text = leavesOf(came.items).join('\n');
	const raw = RAW.exec(text) ?? TAKEN_APART.exec(JSON.stringify(came.items));
	if (raw) faults.push(`raw value in the output: ${raw[0]}`);
	const hinted = came.hints.length > 0;
	if (change.kind === 'short' && !hinted) faults.push('fewer rows than announced, without a word');
	if (change.kind === 'empty' || hinted) return faults;
	if (isList && came.items.length < plain.items.length) {
		faults.push(`${came.items.length} of ${plain.items.length} rows, without a word`);
	}
	// Of a change that leaves something out, what stands there less often than it should.
	const [there, before] = [countsOf(answers), countsOf(regular)];
	const isLeftOut = (leaf: string) =>
		change.kind === 'less' && (there.get(dated(leaf)) ?? 0) < (before.get(dated(leaf)) ?? 0);
	const served = leavesOf(answers).join('\n');
	const spoilt = new Set(
		answers.flatMap((answer) => change.spoils?.(answer) ?? []).flatMap(leavesOf),
	);
	const lost = leavesOf(plain.items).filter(
		(leaf) =>
			tells(leaf) &&
			!spoilt.has(leaf) &&
			!isLeftOut(leaf) &&
			isIn(served, leaf) &&
			!isIn(text, leaf),
	);
	if (lost.length > 0) faults.push(`lost: ${[...new Set(lost)].slice(0, 3).join(', ')}`);
	return faults;
}

/** What is wrong with the calls that were made. */
function faultsOfCalls(one: Case, effects: Map<string, number>): string[] {
	const faults = one.never
		.filter((id) => effects.has(id))
		.map((id) => `${id} was called, which must not be`);
	for (const [id, count] of effects) {
		const most = Math.max(1, one.plainEffects.get(id) ?? 0);
		if (count > most) faults.push(`${id} was sent ${count} times`);
	}
	// What reads in order to write has to stop when it cannot read, or not all of it.
	const mustStop = isRefused(one.change) || (one.change.kind === 'short' && one.needsAll);
	const isBefore = one.target.safe && !one.isAfter;
	if (!one.reads && isBefore && mustStop && effects.size > 0) {
		faults.push(`wrote on the strength of it: ${[...effects.keys()].join(', ')}`);
	}
	return faults;
}

/**
 * Where what came of a run breaks the rule: the data of the sample or a clear error, never fewer rows without a word,
 * never an invented success, never a raw error.
 */
export function faultsOf(
	one: Case,
	came: Outcome,
	heard: Heard[],
	effects: Map<string, number>,
): string[] {
	const { vendor, target, change } = one;
	const answers = heard.filter(({ id }) => id === target.id).map(({ answer }) => answer);
	const faults = faultsOfCalls(one, effects);
	if (came.error !== undefined) {
		if (change.kind === 'keep' && one.reads) faults.push('an error, although nothing is wrong');
		return [...faults, ...faultsOfError(one, came.error, answers[0])];
	}
	// It did not have to ask.
	if (answers.length === 0) return faults;
	const invented = isRefused(change) && !target.untyped;
	const hinted = came.hints.length > 0;
	const gone =
		change.kind === 'less' &&
		answers.every((answer) => lacksSuccess(`${vendor} ${target.id}`, answer));
	if ((invented || gone) && !(one.isLookedUp && change.kind !== 'error')) {
		// Of an answer that is a sentence, another one can only be shown.
		const isShown = change.quoted && leavesOf(came.items).some((leaf) => leaf === WORDS);
		if (isShown && isSentence(`${vendor} ${target.id}`)) return faults;
		return hinted && (one.reads || one.isAfter)
			? faults
			: [...faults, `no error: gave ${JSON.stringify(came.items).slice(0, 120)}`];
	}
	if (!one.reads) return faults;
	if (target.untyped && isRefused(change)) {
		const shown = !change.quoted || leavesOf(came.items).some((leaf) => leaf.includes(WORDS));
		return shown ? faults : [...faults, "the output lacks the service's words"];
	}
	const regular = heard.filter(({ id }) => id === target.id).map((call) => call.regular);
	return [...faults, ...faultsOfData(one, came, answers, regular)];
}
