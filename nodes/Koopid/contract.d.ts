// Generated from contracts/koopid.openapi.yaml by npm run contract:generate. Change that file, not this one.

export type Operations = {
	'agent.getAccessStats': {
		body?: Range;
	};
	'agent.getQueueStats': {
		body?: Range;
	};
	'agent.getSessionStats': {
		body?: Range;
	};
	'bot.getAccessStats': {
		body?: Range;
	};
	'customer.getEndpoints': {
		body?: Range;
	};
	'database.getStats': {
		body?: Range;
	};
	'conversation.getIntents': {
		body?: Range;
	};
	'conversation.getInteractionTypes': {
		body?: Range;
	};
	'conversation.getInteractions': {
		body?: Range;
	};
	'message.getMessages': {
		body?: Range;
	};
	'conversation.getSummary': {
		body?: Range;
	};
	'message.getTopWords': {
		body?: Range;
	};
	'conversation.getChatStats': Record<string, never>;
	'customer.getActivity': {
		query?: {
			for?: number;
		};
	};
	'conversation.getStats': {
		path: {
			providerId: string;
		};
		query?: {
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
			start?: number;
			end?: number;
		};
	};
	'message.getRedactedWithPlot': {
		path: {
			providerId: string;
		};
		query?: {
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
