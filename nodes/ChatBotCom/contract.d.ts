// Generated from contracts/chatbot-com.openapi.yaml by npm run contract:generate. Change that file, not this one.

export type Operations = {
	'user.getAll': {
		query?: {
			limit?: number;
			after?: string;
			'sort[field]'?: 'createdAt' | 'lastSeen';
			'sort[order]'?: 'asc' | 'desc';
			match?: 'all' | 'any';
			filters?: string;
		};
	};
	'user.create': {
		body?: {
			userId?: string;
			segments?: Id | Id[];
			attributes: AttributeInput;
		};
	};
	'user.export': Record<string, never>;
	'user.get': {
		path: {
			id: string;
		};
	};
	'user.update': {
		path: {
			id: string;
		};
		body?: {
			attributes: AttributeInput;
		};
	};
	'user.ban': {
		path: {
			id: string;
		};
		body?: {
			banned: boolean;
		};
	};
	'user.addToSegments': {
		path: {
			id: string;
		};
		body?:
			| Id[]
			| {
					segmentIds: Id[];
			  };
	};
	'user.replaceSegments': {
		path: {
			id: string;
		};
		body?:
			| Id[]
			| {
					segmentIds: Id[];
			  };
	};
	'segment.getAll': Record<string, never>;
	'segment.create': {
		body?: {
			name: string;
		};
	};
	'segment.addUsers': {
		body?: {
			segments: string[];
			users: string[];
		};
	};
	'segment.update': {
		path: {
			id: string;
		};
		body?: {
			name: string;
		};
	};
	'segment.delete': {
		path: {
			id: string;
		};
	};
	'session.updateAttributes': {
		body?: {
			sessionId: SessionId;
			attributes: AttributeInput;
		};
	};
	'conversation.sendQuery': {
		body?: {
			sessionId: SessionId;
			query?: string;
			trigger?: string;
			goto?: Id;
			storyId?: Id;
			confidence?: number;
			lifespan?: number;
			reset?: boolean;
			parameters?: ParameterInput;
			debug?: boolean;
		};
	};
	'story.getAll': Record<string, never>;
	'story.get': {
		path: {
			storyId: string;
		};
	};
	'interaction.getAll': {
		path: {
			storyId: string;
		};
	};
	'interaction.get': {
		path: {
			storyId: string;
			interactionId: string;
		};
	};
	'interaction.getWelcome': {
		path: {
			storyId: string;
		};
	};
	'interaction.updateWelcome': {
		path: {
			storyId: string;
		};
		body?: {
			enabled: boolean;
			responses?: Record<string, never>[];
		};
	};
	'interaction.getFallback': {
		path: {
			storyId: string;
		};
	};
	'entity.getAll': Record<string, never>;
	'entity.create': {
		body?: {
			name: string;
			entries: EntityEntry[];
		};
	};
	'entity.get': {
		path: {
			id: string;
		};
	};
	'entity.update': {
		path: {
			id: string;
		};
		body?: {
			name: string;
			entries: EntityEntry[];
		};
	};
	'chat.getAll': {
		query?: {
			after?: number;
		};
	};
	'chat.get': {
		path: {
			chatId: string;
		};
	};
	'training.getAll': {
		query?: {
			page?: number;
			'sort[field]'?: 'date' | 'unmatched';
			'sort[order]'?: 'asc' | 'desc';
			'filter[ignored]'?: boolean;
			'filter[stories]'?: string;
			'filter[text]'?: string;
			'filter[from]'?: string;
			'filter[to]'?: string;
			'filter[period]'?: string;
		};
	};
	'training.delete': {
		body?: string[];
	};
	'training.train': {
		body?: {
			storyId: string;
			targetId: string;
			items: string[];
		};
	};
	'report.getConversations': {
		query?: {
			from?: string;
			to?: string;
			period?:
				| 'today'
				| 'yesterday'
				| 'last7days'
				| 'last30days'
				| 'thisMonth'
				| 'lastMonth'
				| 'last3Months'
				| 'thisYear'
				| 'lastYear';
			dimension?: 'auto' | 'year' | 'month' | 'day' | 'hour';
			group?: 'storyId' | 'source';
			source?: 'messenger' | 'livechat' | 'livechat3' | 'slack' | 'widget' | 'app' | 'custom';
			storyId?: string;
		};
	};
	'report.getPaidConversations': {
		query?: {
			from?: string;
			to?: string;
			period?:
				| 'today'
				| 'yesterday'
				| 'last7days'
				| 'last30days'
				| 'thisMonth'
				| 'lastMonth'
				| 'last3Months'
				| 'thisYear'
				| 'lastYear';
			dimension?: 'auto' | 'year' | 'month' | 'day' | 'hour';
			group?: 'storyId' | 'source';
			source?: 'messenger' | 'livechat' | 'livechat3' | 'slack' | 'widget' | 'app' | 'custom';
			storyId?: string;
		};
	};
	'webhook.getAll': Record<string, never>;
	'webhook.create': {
		body?: WebhookInput;
	};
	'webhook.get': {
		path: {
			id: string;
		};
	};
	'webhook.update': {
		path: {
			id: string;
		};
		body?: WebhookInput;
	};
	'webhook.delete': {
		path: {
			id: string;
		};
	};
};

export type Id = string;

export type SessionId = string;

export type AttributeInput = {
	default_name?: string;
} & {
	[key: string]: string;
};

export type ParameterInput = {
	[key: string]: string;
};

export type Attributes = {
	default_email?: string | null;
	default_name?: string | null;
} & {
	[key: string]: string | null;
};

export type Status = {
	code: number;
	type: string;
};

export type QueryResult = {
	source?: string;
	resolvedQuery?: string;
	confidence?: number;
	score?: number;
	lifespan?: number;
	incomplete?: boolean;
	storyId?: string;
	interaction?: MatchedInteraction;
	parameters?: Record<string, never>;
	sessionParameters?: Attributes;
	contexts?: (MatchedInteraction & {
		parameters?: Record<string, never>;
	})[];
	fulfillment?: Fulfillment[];
};

export type MatchedInteraction = {
	id?: string;
	name?: string;
	action?: string;
};

export type Fulfillment = {
	type?: string;
	delay?: number;
	message?: string;
};

export type WebhookInput = {
	name: string;
	url: string;
	token?: string;
	headers?: Record<string, never>[];
	auth?: {
		username?: string;
		password?: string;
	};
};

export type WebhookPayload = {
	chatId: string;
	messageId?: string;
	userId?: string;
	externalId?: string;
	node: {
		id?: string;
		name?: string;
		type?: string;
		webhookId?: string;
		webhookName?: string;
	};
	userAttributes?: Attributes;
	attributes?: Attributes;
};

export type WebhookPayloadV1 = {
	result: QueryResult;
	sessionId?: string;
	timestamp?: string;
	status?: Status;
};

export type EntityEntry = {
	value: string;
	synonyms?: {
		value: string;
	}[];
};
