import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { parse } from 'yaml';

import type { Setup } from './contexts';
import { accounts } from '../../engine/credentials';
import { runNode } from '../../engine/runNode';
import { BOT, byId, createCallList, itemsOf } from '../../engine/jobs';
import type { LoggedRequest, Sandbox } from '../../scripts/sandbox';
import { resetSandbox, untilMorning, useSandbox } from './sandbox';

/** What makes a campaign begin at once. */
const begun = { campaignStart: '2026-01-12T09:00:00', schedule: { allowPastStart: true } };

/** The parts of the sandbox's KODA state that tell what happened; times in milliseconds, dates in Unix seconds. */
export interface KodaEvents {
	callLists: Array<{
		id: string;
		settings: { name: string };
		createdAt: number;
		calls: Array<{ phoneNumber: string; finishedAt?: number }>;
	}>;
	chats: Array<{
		platformUserId: string;
		moderatorMode: boolean;
		entries: Array<{ type: string; date: number; block: { text: string } }>;
	}>;
}

export interface KodaTriggerBench {
	sandbox: () => Sandbox;
	/** Begins anew within a test of many cases, as each test does. */
	begin: () => Promise<void>;
	/** KODA Trigger on the bot of the samples, with one credential for the whole test. */
	trigger: (event: string, parameters?: INodeParameters, changes?: Partial<Setup>) => Setup;
	state: () => Promise<KodaEvents>;
	seed: (what: object) => Promise<unknown>;
	fault: (what: object) => Promise<unknown>;
	/** What the service heard, oldest first. */
	sent: (operationId?: string) => Promise<LoggedRequest[]>;
	/** Lets time pass, here and in the sandbox. */
	pass: (seconds: number) => Promise<void>;
	/** Runs an operation of the node KODA once for each item. */
	act: (operationId: string, parameters: INodeParameters, items?: IDataObject[]) => Promise<void>;
	/** Creates a call list, to be called at once; answers its ID. */
	campaign: (name: string, phoneNumbers: string[]) => Promise<string>;
}

/** The sandbox, at 10:00 UTC of some day, when the sandbox's campaigns may call. */
export function useKodaTrigger(): KodaTriggerBench {
	const sandbox = useSandbox();
	const now = Date.now.bind(Date);
	let ahead = 0;
	let credentials: Setup['credentials'];

	const pass = async (seconds: number) => {
		ahead += seconds * 1000;
		await sandbox().control('clock', { advanceSeconds: seconds });
	};
	const begin = async () => {
		ahead = 0;
		jest.spyOn(Date, 'now').mockImplementation(() => now() + ahead);
		await pass(untilMorning(now()));
		const { kodaOAuth2Api } = accounts(sandbox().url);
		credentials = { kodaOAuth2Api };
	};
	beforeEach(begin);
	afterEach(() => {
		jest.restoreAllMocks();
	});

	const act: KodaTriggerBench['act'] = async (operationId, parameters, items = [{}]) => {
		const [resource, operation] = operationId.split('.');
		const { error } = await runNode({
			node: 'koda',
			parameters: { resource, operation, bot: byId(BOT), ...parameters },
			credentials,
			items: itemsOf(items),
		});
		if (error) throw error;
	};
	const state = async () => await sandbox().state<KodaEvents>('koda');

	return {
		sandbox,
		async begin() {
			await resetSandbox();
			await begin();
		},
		trigger: (event, parameters = {}, changes = {}) => ({
			node: 'kodaTrigger',
			parameters: { event, bot: byId(BOT), ...parameters },
			credentials,
			timezone: 'UTC',
			...changes,
		}),
		state,
		seed: async (what) => await sandbox().control('seed', { vendor: 'koda', ...what }),
		fault: async (what) => await sandbox().control('faults', { vendor: 'koda', ...what }),
		sent: async (operationId) => await sandbox().requests('koda', operationId),
		pass,
		act,
		campaign: async (name, phoneNumbers) => {
			const calls = phoneNumbers.map((phone_number) => ({ phone_number }));
			const callsJson = JSON.stringify(calls);
			await act('callList.create', { ...createCallList, ...begun, name, callsJson });
			return (await state()).callLists.at(-1)!.id;
		},
	};
}

const contract = parse(
	readFileSync(join(__dirname, '..', '..', 'contracts', 'koda.openapi.yaml'), 'utf8'),
) as {
	paths: Record<string, Record<string, Operation>>;
};

interface Operation {
	operationId: string;
	responses: Record<string, { content: Record<string, { example: Sample }> }>;
}

interface Sample {
	meta: IDataObject;
	response: unknown;
}

/** The vendor's sample of an answer. */
export function sampleOf(operationId: string): Sample {
	const operation = Object.values(contract.paths)
		.flatMap((verbs) => Object.values(verbs))
		.find((candidate) => candidate.operationId === operationId);
	return operation!.responses['200'].content['application/json'].example;
}

/** The sample as an answer that the sandbox gives instead of its own, with other content. */
export const answering = (operationId: string, response: unknown) => ({
	operationId,
	kind: 'status',
	status: 200,
	body: { ...sampleOf(operationId), response },
});

/** As `answering`, for each page of one reading of a list. */
export const pages = (operationId: string, ...rows: object[][]) =>
	rows.map((response, index) => {
		const page = { page: index + 1, pages: rows.length, is_last_page: index + 1 === rows.length };
		const meta = { ...sampleOf(operationId).meta, ...page };
		return { ...answering(operationId, response), body: { meta, response } };
	});

/** Some time ago, by the clock of the test, for Start From. */
export const minutesAgo = (minutes: number): string =>
	new Date(Date.now() - minutes * 60_000).toISOString();
