/** What the Kore.ai stand-in remembers of how bots are built and tested. */
import type { Job } from './jobs';

export interface BotExport extends Job {
	botId: string;
	exportType: string;
	input: object;
	fails: boolean;
}

/** A file of bot functions that a bot was given. */
export interface BotFunctions {
	botId: string;
	fileId: string;
	fileName: string;
}

/** A change of how a bot understands people. */
export interface NlpChange {
	botId: string;
	language: string;
	groupName?: string;
	configuration: object;
}

export interface BotVariable {
	key: string;
	variableType: string;
	scope: string;
	value?: string;
	hint?: string;
	localeData?: Record<string, { value: string; hint?: string }>;
}

export interface Language {
	code: string;
	isEnabled: boolean;
	isDefault: boolean;
	settings: object;
}

/** A channel that was enabled. */
export interface Channel {
	botId: string;
	type: string;
	details: Record<string, unknown>;
}

export interface TestSuite {
	id: string;
	kind: 'batch' | 'conversation';
	name: string;
	description: string;
	/** Utterances, or steps. */
	cases: number;
	/** Those of them that never pass. */
	failing: number;
	createdAt: number;
}

export interface TestRun extends Job {
	botId: string;
	suiteId: string;
	/** The version that is tested, as its status has it. */
	runType: string;
	cases: number;
	failing: number;
}

/** A conversation test that is there when the job is done. */
export interface TestCreation extends Job {
	botId: string;
	suite: TestSuite;
}

/** A device that gets push notifications. */
export interface PushDevice {
	deviceId: string;
	osType: string;
}

export interface Building {
	exports: BotExport[];
	functions: BotFunctions[];
	nlpChanges: NlpChange[];
	channels: Channel[];
	/** By bot; one that is not here has those that every bot begins with. */
	variables: Record<string, BotVariable[]>;
	/** By bot; one that is not here has English. */
	languages: Record<string, Language[]>;
	/** By bot; one that is not here has those that every bot begins with. */
	testSuites: Record<string, TestSuite[]>;
	testRuns: TestRun[];
	creations: TestCreation[];
	/** By bot: integration by channel, where it was changed. */
	channelMappings: Record<string, Record<string, string>>;
	/** Configurations by bot and name, such as `custom`. */
	integrations: Record<string, Record<string, object>>;
	/** By bot and person. */
	pushDevices: Record<string, PushDevice[]>;
}

export const emptyBuilding = (): Building => ({
	exports: [],
	functions: [],
	nlpChanges: [],
	channels: [],
	variables: {},
	languages: {},
	testSuites: {},
	testRuns: [],
	creations: [],
	channelMappings: {},
	integrations: {},
	pushDevices: {},
});
