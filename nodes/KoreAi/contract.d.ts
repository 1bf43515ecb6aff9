// Generated from contracts/kore-ai.openapi.yaml by npm run contract:generate. Change that file, not this one.

export type Operations = {
	'customerData.delete': {
		body?: {
			userIds: string[];
			botIds?: string[];
			RemoveDataFromAllBots?: boolean;
		};
	};
	'customerData.getDeletionStatus': {
		path: {
			requestId: string;
		};
	};
	'session.getAll': {
		path: {
			botId: string;
		};
		query?: {
			containmentType?: 'dropOff' | 'selfService' | 'agent';
			callId?: string;
		};
		body?: SessionQuery;
	};
	'session.getAllOfAccount': {
		query?: {
			containmentType?: 'dropOff' | 'selfService' | 'agent';
		};
		body?: SessionQuery;
	};
	'message.getAll': {
		path: {
			botId: string;
		};
		query?: {
			callId?: string;
		};
		body?: MessageQuery & {
			limit?: number;
		};
	};
	'message.getAllV2': {
		path: {
			botId: string;
		};
		query?: {
			callId?: string;
			includeSecureForm?: boolean;
		};
		body?: MessageQuery & {
			limit?: number;
		};
	};
	'message.getAllOfAccount': {
		query?: {
			callId?: string;
		};
		body?: MessageQuery & {
			limit?: number;
		};
	};
	'debugLog.getAll': {
		path: {
			botId: string;
		};
		query?: {
			identity: string;
			channelType?: string;
			minimumInfo?: boolean;
			limit?: number;
			offset?: number;
			timezone?: string;
			fromDate?: string;
			toDate?: string;
		};
	};
	'user.getAll': {
		query?: {
			limit?: number;
			offset?: number;
		};
	};
	'bot.getAll': {
		query?: {
			offset?: number;
			limit?: number;
		};
	};
	'bot.publish': {
		path: {
			botId: string;
		};
		body?: {
			versionComment: string;
			initiateTraining?: boolean;
		};
	};
	'bot.getPublishStatus': {
		path: {
			botId: string;
		};
	};
	'bot.import': {
		path: {
			botId: string;
		};
		body?: {
			botDefinition: FileId;
			configInfo: FileId;
			botFunctions?: FileId[];
			importOptions?: ImportOptions;
		};
	};
	'bot.getImportStatus': {
		path: {
			importId: string;
		};
	};
	'bot.uploadFile': {
		body?: FormData;
	};
};

export type DateOrTime = string;

export type FileId = string;

export type SessionType = 'interactive' | 'non-interactive';

export type TagFilter = {
	and?: {
		name: string;
		values: string[];
		type?: string;
	}[];
};

export type Window = {
	dateFrom?: DateOrTime;
	dateTo?: DateOrTime;
};

export type SessionQuery = Window & {
	userId?: string;
	skip?: number;
	offset?: number;
	limit?: number;
	tags?: TagFilter;
	sessionType?: SessionType;
	sessionId?: string[];
	includeMeta?: boolean;
};

export type MessageQuery = Window & {
	userId?: string;
	skip?: number;
	offset?: number;
	channelType?: string;
	sessionId?: string[];
	getAgentsInfo?: boolean;
	includeTraceId?: boolean;
	includeLatency?: boolean;
	forward?: boolean;
	msgId?: string;
	direction?: number;
	tags?: TagFilter;
};

export type ImportOptions = {
	tasks?: string[];
	nlpData?: string[];
	settings?: string[];
	AgentAssist?: string[];
	qualityAI?: string[];
	storyBoardScenes?: {
		includeComments?: boolean;
	};
	customDashboard?: boolean;
	options?: {
		utterances?: Incremental;
		patterns?: Incremental;
		botVariables?: {
			ignore?: string[];
		};
	} & {
		[key: string]: unknown;
	};
} & {
	[key: string]: unknown;
};

export type Incremental = {
	append?: boolean;
	replace?: boolean;
};
