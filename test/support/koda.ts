import type { IDataObject, INodeListSearchResult, INodeParameters } from 'n8n-workflow';

import type { Koda } from '../../nodes/Koda/Koda.node';
import type { LoggedRequest, Sandbox } from '../../scripts/sandbox';
import { searchList } from './contexts';
import { accounts } from '../../engine/credentials';
import { runNode, type Job, type Result } from '../../engine/runNode';
import { BOT, byId } from '../../engine/jobs';
import { useSandbox } from './sandbox';

/** An ID that the sandbox does not know. */
export const UNKNOWN = '00000000-0000-4000-8000-000000000000';

/** The parts of the sandbox's KODA state that the tests read; see sandbox/vendors/koda/state.ts. */
export interface KodaState {
	callLists: Array<{
		id: string;
		settings: { name: string };
		createdAt: number;
		paused: boolean;
		calls: unknown[];
	}>;
	chats: Array<{
		platformUserId: string;
		firstName: string;
		moderatorMode: boolean;
		userVariables: IDataObject;
		entries: Array<{ date: number; block: IDataObject }>;
		files: IDataObject[];
	}>;
	documents: Array<{ id: string; title: string; meta: IDataObject; published: boolean }>;
}

type JobRest = Partial<Omit<Job, 'node' | 'parameters'>>;

export interface KodaBench {
	sandbox: () => Sandbox;
	/** Runs the KODA node on the bot of the samples. */
	run: (parameters: INodeParameters, rest?: JobRest) => Promise<Result>;
	/** The same with On Error set to continue; one error item is expected. */
	runToError: (parameters: INodeParameters, rest?: JobRest) => Promise<ErrorItem>;
	/** What was sent for an operation of the contract, oldest first. */
	sent: (operationId: string) => Promise<LoggedRequest[]>;
	/** Asserts that KODA heard nothing, not even a token request. */
	expectSilence: () => Promise<void>;
	state: () => Promise<KodaState>;
	/** Calls a From List loader as the editor does while the node has `parameters`. */
	search: (
		method: keyof Koda['methods']['listSearch'],
		parameters: INodeParameters,
		filter?: string,
		paginationToken?: string,
	) => Promise<INodeListSearchResult>;
}

/** The error item's words, and what it is linked to. */
export interface ErrorItem {
	message: string;
	description: string;
	httpCode: string | null;
	cause: string | null;
	pairedItem: unknown;
}

/** The sandbox, and what the KODA suites do with it. */
export function useKoda(): KodaBench {
	const sandbox = useSandbox();
	const run = async (parameters: INodeParameters, rest: JobRest = {}) =>
		await runNode({
			node: 'koda',
			credentials: accounts(sandbox().url),
			parameters: { bot: byId(BOT), ...parameters },
			...rest,
		});
	return {
		sandbox,
		run,
		runToError: async (parameters, rest) => {
			const settings = { onError: 'continueRegularOutput' } as const;
			const { outputs, error } = await run(parameters, { ...rest, settings });
			if (error) throw error;
			expect(outputs[0]).toHaveLength(1);
			const [{ json, pairedItem }] = outputs[0];
			expect(Object.keys(json)).toEqual(['error', 'details']);
			const details = json.details as Omit<ErrorItem, 'message' | 'pairedItem'>;
			return { message: json.error as string, ...details, pairedItem };
		},
		sent: async (operationId) => await sandbox().requests('koda', operationId),
		expectSilence: async () => expect(await sandbox().requests('koda')).toEqual([]),
		state: async () => await sandbox().state<KodaState>('koda'),
		search: async (method, parameters, filter, paginationToken) => {
			const { kodaOAuth2Api } = accounts(sandbox().url);
			const setup = { node: 'koda', parameters, credentials: { kodaOAuth2Api } };
			return await searchList(setup, method, filter, paginationToken);
		},
	};
}
