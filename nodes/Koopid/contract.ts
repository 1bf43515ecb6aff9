// Generated from contracts/koopid.openapi.yaml by npm run contract:generate. Change that file, not this one.
import type { Route } from '../shared/call/vendor';

/** Where each operation is; `evidence` says how sure verb and path are. */
export const routes = {
	'agent.getAccessStats': {
		method: 'POST',
		path: '/Dashboard/AgentAccessStats',
		evidence: 'documented',
		safe: true,
		scopes: [],
		untyped: true,
	},
	'agent.getQueueStats': {
		method: 'POST',
		path: '/Dashboard/AgentQueueStats',
		evidence: 'inferred',
		safe: true,
		scopes: [],
		untyped: true,
	},
	'agent.getSessionStats': {
		method: 'POST',
		path: '/Dashboard/AgentSessionStats',
		evidence: 'documented',
		safe: true,
		scopes: [],
		untyped: true,
	},
	'bot.getAccessStats': {
		method: 'POST',
		path: '/Dashboard/BotAccessStats',
		evidence: 'documented',
		safe: true,
		scopes: [],
		untyped: true,
	},
	'customer.getEndpoints': {
		method: 'POST',
		path: '/Dashboard/CustomerEndpoint',
		evidence: 'documented',
		safe: true,
		scopes: [],
		untyped: true,
	},
	'database.getStats': {
		method: 'POST',
		path: '/Dashboard/DBStats',
		evidence: 'documented',
		safe: true,
		scopes: [],
		untyped: true,
	},
	'conversation.getIntents': {
		method: 'POST',
		path: '/Dashboard/Intents',
		evidence: 'documented',
		safe: true,
		scopes: [],
		untyped: true,
	},
	'conversation.getInteractionTypes': {
		method: 'POST',
		path: '/Dashboard/InteractionType',
		evidence: 'documented',
		safe: true,
		scopes: [],
		untyped: true,
	},
	'conversation.getInteractions': {
		method: 'POST',
		path: '/Dashboard/Interactions',
		evidence: 'documented',
		safe: true,
		scopes: [],
		untyped: true,
	},
	'message.getMessages': {
		method: 'POST',
		path: '/Dashboard/Messages',
		evidence: 'documented',
		safe: true,
		scopes: [],
		untyped: true,
	},
	'conversation.getSummary': {
		method: 'POST',
		path: '/Dashboard/Summary',
		evidence: 'documented',
		safe: true,
		scopes: [],
		untyped: true,
	},
	'message.getTopWords': {
		method: 'POST',
		path: '/Dashboard/TopWords',
		evidence: 'inferred',
		safe: true,
		scopes: [],
		untyped: true,
	},
	'conversation.getChatStats': {
		method: 'GET',
		path: '/Dashboard/ChatStats',
		evidence: 'documented',
		safe: true,
		scopes: [],
		untyped: true,
	},
	'customer.getActivity': {
		method: 'GET',
		path: '/Dashboard/UserActivity',
		evidence: 'documented',
		safe: true,
		scopes: [],
		untyped: true,
	},
	'conversation.getStats': {
		method: 'GET',
		path: '/Dashboard/{providerId}/ConversationStats',
		evidence: 'documented',
		safe: true,
		scopes: ['Provider Admin'],
		untyped: true,
	},
	'message.getRedacted': {
		method: 'GET',
		path: '/Dashboard/{providerId}/RedactedMessages',
		evidence: 'documented',
		safe: true,
		scopes: ['Provider Admin'],
	},
	'message.getRedactedWithPlot': {
		method: 'GET',
		path: '/Dashboard/{providerId}/RedactedMessagesWithPlot',
		evidence: 'documented',
		safe: true,
		scopes: ['Provider Admin'],
	},
	'analytics.get': {
		method: 'GET',
		path: '/Dashboard/Analytics/{analysisType}/{providerId}',
		evidence: 'documented',
		safe: true,
		scopes: [],
		untyped: true,
	},
	'analytics.post': {
		method: 'POST',
		path: '/Dashboard/Analytics/{analysisType}/{providerId}',
		evidence: 'documented',
		safe: false,
		scopes: [],
		untyped: true,
	},
} as const satisfies Record<string, Route>;

/** Requests and answers by operation ID. */
export type Operations = Pick<operations, keyof typeof routes>;

export interface components {
	schemas: {
		Range: {
			/** Format: int64 */
			start?: number;
			/** Format: int64 */
			end?: number;
			interval?: unknown;
		} & {
			[key: string]: unknown;
		};
		Message: {
			[key: string]: unknown;
		};
		MessagesWithPlot: {
			extractedMessages?: components['schemas']['Message'][];
			redactedMessages?: components['schemas']['Message'][];
			htmlView?: string;
			/** @enum {string} */
			status?: 'success' | 'No redacted messages' | 'Failed to get plot';
		} & {
			[key: string]: unknown;
		};
	};
	responses: {
		Json: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				'application/json': unknown;
			};
		};
		Created: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				'application/json': unknown;
			};
		};
		Error: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				'application/json': unknown;
			};
		};
	};
	parameters: {
		ProviderId: string;
		Start: number;
		End: number;
	};
	requestBodies: {
		Range: {
			content: {
				'application/json': components['schemas']['Range'];
			};
		};
	};
	headers: never;
	pathItems: never;
}
export interface operations {
	'agent.getAccessStats': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: components['requestBodies']['Range'];
		responses: {
			201: components['responses']['Created'];
			default: components['responses']['Error'];
		};
	};
	'agent.getQueueStats': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: components['requestBodies']['Range'];
		responses: {
			201: components['responses']['Created'];
			default: components['responses']['Error'];
		};
	};
	'agent.getSessionStats': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: components['requestBodies']['Range'];
		responses: {
			201: components['responses']['Created'];
			default: components['responses']['Error'];
		};
	};
	'bot.getAccessStats': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: components['requestBodies']['Range'];
		responses: {
			201: components['responses']['Created'];
			default: components['responses']['Error'];
		};
	};
	'customer.getEndpoints': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: components['requestBodies']['Range'];
		responses: {
			201: components['responses']['Created'];
			default: components['responses']['Error'];
		};
	};
	'database.getStats': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: components['requestBodies']['Range'];
		responses: {
			201: components['responses']['Created'];
			default: components['responses']['Error'];
		};
	};
	'conversation.getIntents': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: components['requestBodies']['Range'];
		responses: {
			201: components['responses']['Created'];
			default: components['responses']['Error'];
		};
	};
	'conversation.getInteractionTypes': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: components['requestBodies']['Range'];
		responses: {
			201: components['responses']['Created'];
			default: components['responses']['Error'];
		};
	};
	'conversation.getInteractions': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: components['requestBodies']['Range'];
		responses: {
			201: components['responses']['Created'];
			default: components['responses']['Error'];
		};
	};
	'message.getMessages': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: components['requestBodies']['Range'];
		responses: {
			201: components['responses']['Created'];
			default: components['responses']['Error'];
		};
	};
	'conversation.getSummary': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: components['requestBodies']['Range'];
		responses: {
			201: components['responses']['Created'];
			default: components['responses']['Error'];
		};
	};
	'message.getTopWords': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: components['requestBodies']['Range'];
		responses: {
			201: components['responses']['Created'];
			default: components['responses']['Error'];
		};
	};
	'conversation.getChatStats': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': unknown;
					'text/plain': string;
				};
			};
			default: components['responses']['Error'];
		};
	};
	'customer.getActivity': {
		parameters: {
			query?: {
				for?: number;
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: components['responses']['Json'];
			default: components['responses']['Error'];
		};
	};
	'conversation.getStats': {
		parameters: {
			query?: {
				start?: components['parameters']['Start'];
				end?: components['parameters']['End'];
				tz?: string;
			};
			header?: never;
			path: {
				providerId: components['parameters']['ProviderId'];
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: components['responses']['Json'];
			default: components['responses']['Error'];
		};
	};
	'message.getRedacted': {
		parameters: {
			query?: {
				start?: components['parameters']['Start'];
				end?: components['parameters']['End'];
			};
			header?: never;
			path: {
				providerId: components['parameters']['ProviderId'];
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['Message'][];
				};
			};
			default: components['responses']['Error'];
		};
	};
	'message.getRedactedWithPlot': {
		parameters: {
			query?: {
				start?: components['parameters']['Start'];
				end?: components['parameters']['End'];
				viewtype?: string;
			};
			header?: never;
			path: {
				providerId: components['parameters']['ProviderId'];
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['MessagesWithPlot'];
				};
			};
			default: components['responses']['Error'];
		};
	};
	'analytics.get': {
		parameters: {
			query?: {
				data?: string;
				start?: components['parameters']['Start'];
				end?: components['parameters']['End'];
			};
			header?: never;
			path: {
				analysisType: string;
				providerId: components['parameters']['ProviderId'];
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: components['responses']['Json'];
			default: components['responses']['Error'];
		};
	};
	'analytics.post': {
		parameters: {
			query?: never;
			header?: never;
			path: {
				analysisType: string;
				providerId: components['parameters']['ProviderId'];
			};
			cookie?: never;
		};
		requestBody?: components['requestBodies']['Range'];
		responses: {
			201: components['responses']['Created'];
			default: components['responses']['Error'];
		};
	};
}
