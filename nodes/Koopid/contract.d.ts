// Generated from contracts/koopid.openapi.yaml by npm run contract:generate. Change that file, not this one.

export type Operations = {
	'agent.getAccessStats': {
		query?: {
			providerId: string;
		};
		body?: Range;
	};
	'agent.getQueueStats': {
		query?: {
			providerId: string;
		};
		body?: Range;
	};
	'agent.getSessionStats': {
		query?: {
			providerId: string;
		};
		body?: Range;
	};
	'bot.getAccessStats': {
		query?: {
			providerId: string;
		};
		body?: Range;
	};
	'customer.getEndpoints': {
		query?: {
			providerId: string;
		};
		body?: Range;
	};
	'database.getStats': {
		query?: {
			providerId: string;
		};
		body?: Range;
	};
	'conversation.getIntents': {
		query?: {
			providerId: string;
		};
		body?: Range;
	};
	'conversation.getInteractionTypes': {
		query?: {
			providerId: string;
		};
		body?: Range;
	};
	'conversation.getInteractions': {
		query?: {
			providerId: string;
		};
		body?: Range;
	};
	'message.getMessages': {
		query?: {
			providerId: string;
		};
		body?: Range;
	};
	'conversation.getSummary': {
		query?: {
			providerId: string;
		};
		body?: Range;
	};
	'message.getTopWords': {
		query?: {
			providerId: string;
		};
		body?: Range;
	};
	'conversation.getChatStats': {
		query?: {
			providerId: string;
		};
	};
	'customer.getActivity': {
		query?: {
			providerId: string;
			for?: number;
		};
	};
	'conversation.getStats': {
		path: {
			providerId: string;
		};
		query?: {
			providerId: string;
			start?: number;
			end?: number;
			tz?: string;
		};
	};
	'message.getRedacted': {
		path: {
			providerId: string;
		};
		query?: {
			providerId: string;
			start?: number;
			end?: number;
		};
	};
	'message.getRedactedWithPlot': {
		path: {
			providerId: string;
		};
		query?: {
			providerId: string;
			start?: number;
			end?: number;
			viewtype?: string;
		};
	};
	'analytics.get': {
		path: {
			analysisType: string;
			providerId: string;
		};
		query?: {
			providerId: string;
			data?: string;
			start?: number;
			end?: number;
		};
	};
	'analytics.post': {
		path: {
			analysisType: string;
			providerId: string;
		};
		query?: {
			providerId: string;
		};
		body?: Range;
	};
};

export type Range = {
	start?: number;
	end?: number;
	interval?: unknown;
} & {
	[key: string]: unknown;
};
