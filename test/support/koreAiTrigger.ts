import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';

import type { KoreAiState, Session } from '../../sandbox/vendors/koreAi/state';
import type { Setup } from './contexts';
import { minutesAgo } from './events';
import { koreAccount, useKore, type KoreBench } from './koreAi';

export interface TriggerBench extends KoreBench {
	/** Kore.ai Trigger at the sandbox; `since` is Start From in minutes ago. */
	trigger: (
		event: string,
		parameters?: INodeParameters,
		more?: { since?: number; account?: ICredentialDataDecryptedObject },
	) => Setup;
	/** Lets something happen: see sandbox/vendors/koreAi/moments.ts. */
	seed: (what: object) => Promise<unknown>;
	/** The session that began last. */
	latest: () => Promise<Session>;
	/** Sessions that began since so many minutes ago, the first one first. */
	sessionsSince: (minutes: number) => Promise<Session[]>;
}

/** The sandbox, and Kore.ai Triggers at it. */
export function useKoreTrigger(): TriggerBench {
	const bench = useKore();
	const sessions = async () => (await bench.state()).sessions;
	return {
		...bench,
		trigger: (event, parameters = {}, { since, account } = {}) => ({
			node: 'koreAiTrigger',
			parameters: {
				event,
				...(since === undefined ? {} : { options: { startFrom: minutesAgo(since) } }),
				...parameters,
			},
			credentials: koreAccount(bench.sandbox().url, account),
		}),
		seed: async (what) => await bench.sandbox().control('seed', { vendor: 'kore-ai', ...what }),
		latest: async () => (await sessions())[0],
		sessionsSince: async (minutes) =>
			(await sessions()).filter(({ start }) => start >= Date.parse(minutesAgo(minutes))).reverse(),
	};
}

export const idsOf = (sessions: Array<Pick<Session, 'id'>>) => sessions.map(({ id }) => id);

/** The messages that the sandbox has of sessions, the first one first. */
export const saidIn = (sessions: KoreAiState['sessions']) =>
	sessions.flatMap(({ messages }) => messages).sort((a, b) => a.at - b.at);

/** The IDs of rows, of sessions or messages. */
export const shownIds = (rows: IDataObject[]) =>
	rows.map(({ messageId, sessionId }) => messageId ?? sessionId);
