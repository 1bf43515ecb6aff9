// Generated from contracts/naxon.openapi.yaml by npm run contract:generate. Change that file, not this one.
import type { Route } from '../shared/call/vendor';

/** Where each operation is; `evidence` says how sure verb and path are. */
export const routes = {
	'model.getAll': { method: 'GET', path: '/models', evidence: 'guess', safe: true, scopes: [] },
	'model.get': {
		method: 'GET',
		path: '/models/{model_id}',
		evidence: 'guess',
		safe: true,
		scopes: [],
	},
	'conversation.getAllOfModel': {
		method: 'GET',
		path: '/models/{model_id}/conversations',
		evidence: 'guess',
		safe: true,
		scopes: [],
	},
	'conversation.getAll': {
		method: 'GET',
		path: '/conversations',
		evidence: 'guess',
		safe: true,
		scopes: [],
	},
	'conversation.get': {
		method: 'GET',
		path: '/conversations/{conversation_id}',
		evidence: 'guess',
		safe: true,
		scopes: [],
	},
	'message.getAll': {
		method: 'GET',
		path: '/conversations/{conversation_id}/messages',
		evidence: 'guess',
		safe: true,
		scopes: [],
	},
} as const satisfies Record<string, Route>;

/** Requests and answers by operation ID. */
export type Operations = Pick<operations, keyof typeof routes>;

export interface components {
	schemas: {
		PageInfo: {
			page: number;
			rows_per_page: number;
			total_pages: number;
			total_rows: number;
		};
		/** Format: date-time */
		Timestamp: string;
		Model: {
			id: number;
			name?: string;
			created_at?: components['schemas']['Timestamp'];
		};
		Message: {
			id: number;
			seq?: string;
			sender?: string;
			message?: string;
			created_at?: components['schemas']['Timestamp'];
		};
		ConversationBase: {
			id: number;
			model_id?: number;
			model_name?: string;
			created_at?: components['schemas']['Timestamp'];
			most_recent_message?: components['schemas']['Message'];
			recent_messages?: components['schemas']['Message'][];
			platform?: string;
			platform_user_id?: string;
		};
		Conversation: components['schemas']['ConversationBase'] & {
			updated_at?: components['schemas']['Timestamp'];
		};
		KeywordNotification: components['schemas']['ConversationBase'] & {
			keyword: string;
		};
		Error: {
			error?: string;
			message?: string;
		};
	};
	responses: {
		ConversationPage: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				'application/json': components['schemas']['PageInfo'] & {
					data: components['schemas']['Conversation'][];
				};
			};
		};
		Error: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				'application/json': components['schemas']['Error'];
			};
		};
	};
	parameters: {
		Page: number;
		PerPage: number;
		Since: string;
		Until: string;
		Sort: 'created_at' | 'updated_at';
		ModelId: number;
		ConversationId: number;
	};
	requestBodies: never;
	headers: never;
	pathItems: never;
}
export interface operations {
	'model.getAll': {
		parameters: {
			query?: {
				page?: components['parameters']['Page'];
				per_page?: components['parameters']['PerPage'];
				since?: components['parameters']['Since'];
				until?: components['parameters']['Until'];
			};
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
					'application/json': components['schemas']['PageInfo'] & {
						data: components['schemas']['Model'][];
					};
				};
			};
			default: components['responses']['Error'];
		};
	};
	'model.get': {
		parameters: {
			query?: never;
			header?: never;
			path: {
				model_id: components['parameters']['ModelId'];
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
					'application/json': components['schemas']['Model'];
				};
			};
			default: components['responses']['Error'];
		};
	};
	'conversation.getAllOfModel': {
		parameters: {
			query?: {
				page?: components['parameters']['Page'];
				per_page?: components['parameters']['PerPage'];
				since?: components['parameters']['Since'];
				until?: components['parameters']['Until'];
				sort?: components['parameters']['Sort'];
			};
			header?: never;
			path: {
				model_id: components['parameters']['ModelId'];
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: components['responses']['ConversationPage'];
			default: components['responses']['Error'];
		};
	};
	'conversation.getAll': {
		parameters: {
			query?: {
				page?: components['parameters']['Page'];
				per_page?: components['parameters']['PerPage'];
				since?: components['parameters']['Since'];
				until?: components['parameters']['Until'];
				sort?: components['parameters']['Sort'];
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: components['responses']['ConversationPage'];
			default: components['responses']['Error'];
		};
	};
	'conversation.get': {
		parameters: {
			query?: never;
			header?: never;
			path: {
				conversation_id: components['parameters']['ConversationId'];
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
					'application/json': components['schemas']['Conversation'];
				};
			};
			default: components['responses']['Error'];
		};
	};
	'message.getAll': {
		parameters: {
			query?: {
				page?: components['parameters']['Page'];
				per_page?: components['parameters']['PerPage'];
			};
			header?: never;
			path: {
				conversation_id: components['parameters']['ConversationId'];
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
					'application/json': components['schemas']['PageInfo'] & {
						data: components['schemas']['Message'][];
					};
				};
			};
			default: components['responses']['Error'];
		};
	};
	keywordNotification: {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				'application/json': {
					/** @constant */
					event: 'keyword-notification';
					payload: components['schemas']['KeywordNotification'];
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
		};
	};
}
