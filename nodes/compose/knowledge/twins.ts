import type { Client } from '../../shared/call/client';
import { lookAfter } from '../../shared/call/twins';
import { withContext } from '../../shared/fields/nodeError';
import { namesOf, type KnowledgeBase, type Thing, type Wanted } from './knowledge';

/** A thing that was made, and the clients of `Place` in put.ts. */
interface Made<Operations, W extends Wanted> {
	api: Client<Operations>;
	own: Client<Operations>;
	base: KnowledgeBase<Operations, W>;
	wanted: W;
	/** Undefined when the service does not show it. */
	thing?: Thing;
	/** What was there before. */
	before: Thing[];
}

/** What the look after creating found. */
export interface Aftermath {
	/** What another process made and stays, after this run's own was deleted. */
	first?: Thing;
	/** Set where it could not be told whether another one is there. */
	isUnknown?: true;
}

/**
 * Looks whether another process made the same at the same moment, and deletes this run's own if that was the later one.
 * A look that fails leaves it unknown. Throws NodeApiError when the own one cannot be deleted.
 */
export async function takeBackTwin<Operations, W extends Wanted>(
	made: Made<Operations, W>,
): Promise<Aftermath> {
	const { api, base, wanted, thing, before } = made;
	const { service, one, leftOver } = base.words;
	const known = new Set(before.map(({ id }) => id));
	const look = async (): Promise<Thing[]> => {
		const { things, more } = await base.findSame(wanted);
		if (more) throw new Error(`${service} has more ${base.words.many} than it gives at once`);
		return things.filter(({ id }) => !known.has(id));
	};
	const wait = async (seconds: number) => await api.wait(seconds);
	const verdict = thing
		? await lookAfter({ own: thing.id, look, wait }).catch(({ message }: Error) => {
				api.hint(
					`Whether another n8n created a ${one} twice at the same moment is unknown, since it could not be looked up: ${message}`,
				);
			})
		: ({ kind: 'unseen' } as const);
	if (verdict?.kind === 'unseen') {
		api.hint(
			`Whether another n8n created a ${one} twice at the same moment is unknown, since ${service} does not show yet what this run has created.`,
		);
	}
	if (!verdict || verdict.kind === 'unseen') return { isUnknown: true };
	if (verdict.kind === 'first' && verdict.left.length > 0) {
		const others = namesOf(verdict.left);
		api.hint(
			`Another n8n created ${nameOf(base, wanted)} at the same moment, and has not taken it back: ${others}. ${leftOver('it')}`,
		);
	}
	if (verdict.kind !== 'later') return {};
	return { first: await takeBack(made, thing!, verdict.first, look) };
}

/** Deletes what this run made; answers the other one. Throws when that is gone, too. */
async function takeBack<Operations, W extends Wanted>(
	{ api, own, base, wanted }: Made<Operations, W>,
	thing: Thing,
	other: Thing,
	look: () => Promise<Thing[]>,
): Promise<Thing> {
	const name = nameOf(base, wanted);
	await base.remove(own.about(thing.id), thing).catch((reason: Error) => {
		throw withContext(reason, {
			before: `Another n8n created ${name} at the same moment (${namesOf([other])}), and this run's own (${thing.id}) could not be taken back: `,
			first: base.words.leftOver(thing.id),
		});
	});
	const first = (await look()).find(({ id }) => id === other.id);
	if (first) return first;
	return api.fail(
		`This run and another n8n created ${name} at the same moment, and both took it back`,
		'Run it again.',
	);
}

/** A thing in messages. */
export const nameOf = <Operations, W extends Wanted>(
	{ words }: KnowledgeBase<Operations, W>,
	{ key, value }: Pick<W, 'key' | 'value'>,
): string => `the ${words.one} with ${key} '${value}'`;
