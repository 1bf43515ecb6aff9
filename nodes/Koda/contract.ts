// Generated from contracts/koda.openapi.yaml by npm run contract:generate. Change that file, not this one.
import type { Route } from '../shared/call/vendor';

/** Where each operation is; `evidence` says how sure verb and path are. */
export const routes = {
	'callList.getAll': {
		method: 'GET',
		path: '/v1/bots/{botId}/call-lists',
		evidence: 'guess',
		safe: true,
		scopes: ['outbound:read'],
	},
	'callList.create': {
		method: 'POST',
		path: '/v1/bots/{botId}/call-lists',
		evidence: 'guess',
		safe: false,
		scopes: ['outbound:create'],
	},
	'callList.get': {
		method: 'GET',
		path: '/v1/bots/{botId}/call-lists/{listId}',
		evidence: 'guess',
		safe: true,
		scopes: ['outbound:read'],
	},
	'callList.resume': {
		method: 'POST',
		path: '/v1/bots/{botId}/call-lists/{listId}/resume',
		evidence: 'guess',
		safe: false,
		scopes: ['outbound:resume'],
	},
	'callList.pause': {
		method: 'POST',
		path: '/v1/bots/{botId}/call-lists/{listId}/pause',
		evidence: 'guess',
		safe: false,
		scopes: ['outbound:pause'],
	},
	'chat.getAll': {
		method: 'GET',
		path: '/v1/bots/{botId}/inbox',
		evidence: 'guess',
		safe: true,
		scopes: ['inbox:read'],
	},
	'chat.get': {
		method: 'GET',
		path: '/v1/bots/{botId}/inbox/{platformUserId}',
		evidence: 'guess',
		safe: true,
		scopes: ['inbox:read'],
	},
	'chat.enableModeratorMode': {
		method: 'POST',
		path: '/v1/bots/{botId}/inbox/{platformUserId}/enable-moderator-mode',
		evidence: 'guess',
		safe: false,
		scopes: ['inbox:read and inbox:modify'],
	},
	'chat.disableModeratorMode': {
		method: 'POST',
		path: '/v1/bots/{botId}/inbox/{platformUserId}/disable-moderator-mode',
		evidence: 'guess',
		safe: false,
		scopes: ['inbox:read and inbox:modify'],
	},
	'chat.sendModeratorMessage': {
		method: 'POST',
		path: '/v1/bots/{botId}/inbox/{platformUserId}/message',
		evidence: 'guess',
		safe: false,
		scopes: ['inbox:read and inbox:modify'],
	},
	'chat.sendFile': {
		method: 'POST',
		path: '/v1/bots/{botId}/inbox/{platformUserId}/attachment',
		evidence: 'guess',
		safe: false,
		scopes: ['inbox:read and inbox:modify'],
	},
	'chat.sendBlock': {
		method: 'POST',
		path: '/v1/bots/{botId}/inbox/{platformUserId}/block',
		evidence: 'guess',
		safe: false,
		scopes: ['inbox:read and inbox:modify'],
	},
	'document.search': {
		method: 'POST',
		path: '/v1/bots/{botId}/knowledge-base/search',
		evidence: 'guess',
		safe: true,
		scopes: ['knowledge_base:read'],
	},
	'document.create': {
		method: 'POST',
		path: '/v1/bots/{botId}/knowledge-base',
		evidence: 'guess',
		safe: false,
		scopes: ['knowledge_base:modify'],
	},
	'document.parseUrl': {
		method: 'POST',
		path: '/v1/bots/{botId}/knowledge-base/parse',
		evidence: 'guess',
		safe: true,
		scopes: ['knowledge_base:parser'],
	},
	'document.get': {
		method: 'GET',
		path: '/v1/bots/{botId}/knowledge-base/{doc_id}',
		evidence: 'guess',
		safe: true,
		scopes: ['knowledge_base:read'],
	},
	'document.update': {
		method: 'PUT',
		path: '/v1/bots/{botId}/knowledge-base/{doc_id}',
		evidence: 'guess',
		safe: false,
		scopes: ['knowledge_base:modify'],
	},
	'document.delete': {
		method: 'DELETE',
		path: '/v1/bots/{botId}/knowledge-base/{doc_id}',
		evidence: 'guess',
		safe: false,
		scopes: ['knowledge_base:modify'],
	},
} as const satisfies Record<string, Route>;

/** Requests and answers by operation ID. */
export type Operations = Pick<operations, keyof typeof routes>;

export interface components {
	schemas: {
		Meta: {
			status?: number;
			page?: number;
			per_page?: number;
			pages?: number;
			prev_url?: string;
			next_url?: string;
			found?: number;
			is_last_page?: boolean;
		};
		CallListSummary: {
			/** Format: uuid */
			id: string;
			status?: string;
			total_calls?: number;
			finished_calls?: number;
			name?: string;
			start_at?: components['schemas']['CallListTime'];
			max_call_at?: components['schemas']['CallListTime'];
			processed_at?: components['schemas']['CallListTime'];
			created_at?: components['schemas']['CallListTime'];
			allowed_calling_hours?: string;
			created_via?: string;
		};
		CallListTime: string;
		CallListSettings: {
			name?: string;
			allowed_hours_start?: string;
			allowed_hours_end?: string;
			caller_phone_number?: string;
			start_block_id?: string;
			report_vars?: string[];
			campaign_vars?: string[];
			max_attempts?: number;
			attempts_delay?: number;
			campaign_date_start?: string;
			campaign_date_time?: string;
			campaign_date_end?: string;
			campaign_date_time_end?: string;
			campaign_allowed_days?: ('0' | '1' | '2' | '3' | '4' | '5' | '6')[];
		};
		CallListInput: WithRequired<
			components['schemas']['CallListSettings'],
			| 'name'
			| 'allowed_hours_start'
			| 'allowed_hours_end'
			| 'caller_phone_number'
			| 'start_block_id'
			| 'campaign_vars'
			| 'max_attempts'
			| 'attempts_delay'
			| 'campaign_date_start'
			| 'campaign_date_time'
		> & {
			calls: components['schemas']['CallInput'][];
		};
		CallInput: {
			phone_number: string;
		} & {
			[key: string]: unknown;
		};
		CallListDetails: components['schemas']['CallListSettings'] & {
			processed_at?: components['schemas']['CallListTime'];
			created_via?: string;
			calls: components['schemas']['Call'][];
		};
		Call: {
			attempts_left?: number;
			phone_number?: string;
			custom_data?: {
				[key: string]: string;
			};
			data_collected?: {
				[key: string]: string;
			};
			start_calling?: components['schemas']['CallListTime'];
			finish_calling?: components['schemas']['CallListTime'];
			call_duration?: string;
			last_attempt?: components['schemas']['CallListTime'];
			calling_status?: string;
		};
		Chat: {
			platform_user_id: string;
			platform?: string;
			avatar?: string;
			first_name?: string;
			last_name?: string;
			moderator_mode?: boolean;
			last_inbox_message?: {
				date?: components['schemas']['UnixSeconds'];
				text?: string;
				source?: string;
			};
		};
		UnixSeconds: number;
		ChatEntry: {
			/** Format: uuid */
			block_id?: string;
			type?: string;
			date?: components['schemas']['UnixSeconds'];
			block?: {
				type?: string;
				text?: string;
				buttons?: {
					type?: string;
					go_to_block?: string;
				}[];
				quick_replies?: {
					title?: string;
					go_to_block?: string;
				}[];
				serialize?: string;
			};
		};
		MetadataFilter: {
			relation_type?: string;
			conditions?: {
				meta_key?: string;
				operator?: string;
				values?: string[];
			}[];
		};
		DocumentInput: {
			title: string;
			content: string;
			metadata?: {
				[key: string]: unknown;
			};
			tags?: string[];
			/** @default false */
			auto_publish?: boolean;
			chunk_size?: number;
		};
		DocumentSummary: {
			/** Format: uuid */
			doc_id: string;
			title?: string;
			meta?: {
				[key: string]: unknown;
			};
			created_at?: components['schemas']['DocumentTime'];
			updated_at?: components['schemas']['DocumentTime'];
		};
		DocumentTime: string;
		Document: components['schemas']['DocumentSummary'] & {
			content?: string;
		};
		Error: {
			meta?: {
				status?: number;
				message?: string;
			};
			code?: string;
			error?: string;
			error_description?: string;
			message?: string;
		};
	};
	responses: {
		Done: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				'application/json': {
					meta: components['schemas']['Meta'];
					response: boolean;
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
		BotId: string;
		ListId: string;
		PlatformUserId: string;
		DocId: string;
		Page: number;
		OnPage: number;
	};
	requestBodies: {
		Document: {
			content: {
				'application/json': components['schemas']['DocumentInput'];
			};
		};
	};
	headers: never;
	pathItems: never;
}
export interface operations {
	'callList.getAll': {
		parameters: {
			query?: {
				page?: components['parameters']['Page'];
				on_page?: components['parameters']['OnPage'];
				sort_order?: 'ASC' | 'DESC';
				sort_by?:
					| 'name'
					| 'start_at'
					| 'status'
					| 'created_at'
					| 'created_via'
					| 'processed_at'
					| 'total_calls'
					| 'finished_calls';
			};
			header?: never;
			path: {
				botId: components['parameters']['BotId'];
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
					'application/json': {
						meta: components['schemas']['Meta'];
						response: components['schemas']['CallListSummary'][];
					};
				};
			};
			default: components['responses']['Error'];
		};
	};
	'callList.create': {
		parameters: {
			query?: never;
			header?: never;
			path: {
				botId: components['parameters']['BotId'];
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				'application/json': components['schemas']['CallListInput'];
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': {
						meta: components['schemas']['Meta'];
						response: {
							result: boolean;
							/** Format: uuid */
							list_id: string;
							count?: number;
						};
					};
				};
			};
			default: components['responses']['Error'];
		};
	};
	'callList.get': {
		parameters: {
			query?: never;
			header?: never;
			path: {
				botId: components['parameters']['BotId'];
				listId: components['parameters']['ListId'];
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
					'application/json': {
						meta: components['schemas']['Meta'];
						response: components['schemas']['CallListDetails'];
					};
				};
			};
			default: components['responses']['Error'];
		};
	};
	'callList.resume': {
		parameters: {
			query?: never;
			header?: never;
			path: {
				botId: components['parameters']['BotId'];
				listId: components['parameters']['ListId'];
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
					'application/json': {
						meta: components['schemas']['Meta'];
						response: {
							result: boolean;
							count_recovery?: number;
						};
					};
				};
			};
			default: components['responses']['Error'];
		};
	};
	'callList.pause': {
		parameters: {
			query?: never;
			header?: never;
			path: {
				botId: components['parameters']['BotId'];
				listId: components['parameters']['ListId'];
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
					'application/json': {
						meta: components['schemas']['Meta'];
						response: {
							result: boolean;
							msg?: string;
						};
					};
				};
			};
			default: components['responses']['Error'];
		};
	};
	'chat.getAll': {
		parameters: {
			query?: {
				page?: components['parameters']['Page'];
				on_page?: components['parameters']['OnPage'];
			};
			header?: never;
			path: {
				botId: components['parameters']['BotId'];
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
					'application/json': {
						meta: components['schemas']['Meta'];
						response: components['schemas']['Chat'][];
					};
				};
			};
			default: components['responses']['Error'];
		};
	};
	'chat.get': {
		parameters: {
			query?: {
				page?: components['parameters']['Page'];
				on_page?: components['parameters']['OnPage'];
				from?: number;
				to?: number;
			};
			header?: never;
			path: {
				botId: components['parameters']['BotId'];
				platformUserId: components['parameters']['PlatformUserId'];
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
					'application/json': {
						meta: components['schemas']['Meta'];
						response: components['schemas']['ChatEntry'][];
					};
				};
			};
			default: components['responses']['Error'];
		};
	};
	'chat.enableModeratorMode': {
		parameters: {
			query?: never;
			header?: never;
			path: {
				botId: components['parameters']['BotId'];
				platformUserId: components['parameters']['PlatformUserId'];
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: components['responses']['Done'];
			default: components['responses']['Error'];
		};
	};
	'chat.disableModeratorMode': {
		parameters: {
			query?: never;
			header?: never;
			path: {
				botId: components['parameters']['BotId'];
				platformUserId: components['parameters']['PlatformUserId'];
			};
			cookie?: never;
		};
		requestBody?: {
			content: {
				'application/json': {
					quiet?: boolean;
					message?: string;
				};
			};
		};
		responses: {
			200: components['responses']['Done'];
			default: components['responses']['Error'];
		};
	};
	'chat.sendModeratorMessage': {
		parameters: {
			query?: never;
			header?: never;
			path: {
				botId: components['parameters']['BotId'];
				platformUserId: components['parameters']['PlatformUserId'];
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				'application/json': {
					moderator_message: string;
				};
			};
		};
		responses: {
			200: components['responses']['Done'];
			default: components['responses']['Error'];
		};
	};
	'chat.sendFile': {
		parameters: {
			query?: never;
			header?: never;
			path: {
				botId: components['parameters']['BotId'];
				platformUserId: components['parameters']['PlatformUserId'];
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				'multipart/form-data': {
					/** Format: binary */
					audio?: string;
					/** Format: binary */
					image?: string;
					/** Format: binary */
					file?: string;
					/** Format: binary */
					video?: string;
				};
			};
		};
		responses: {
			200: components['responses']['Done'];
			default: components['responses']['Error'];
		};
	};
	'chat.sendBlock': {
		parameters: {
			query?: never;
			header?: never;
			path: {
				botId: components['parameters']['BotId'];
				platformUserId: components['parameters']['PlatformUserId'];
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				'application/json': {
					block_id: string;
					user_variables?: {
						[key: string]: unknown;
					};
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': Record<string, never>;
				};
			};
			default: components['responses']['Error'];
		};
	};
	'document.search': {
		parameters: {
			query?: never;
			header?: never;
			path: {
				botId: components['parameters']['BotId'];
			};
			cookie?: never;
		};
		requestBody?: {
			content: {
				'application/json': {
					search?: string;
					metadata_filter?: components['schemas']['MetadataFilter'];
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': {
						meta: components['schemas']['Meta'];
						response: components['schemas']['DocumentSummary'][];
					};
				};
			};
			default: components['responses']['Error'];
		};
	};
	'document.create': {
		parameters: {
			query?: never;
			header?: never;
			path: {
				botId: components['parameters']['BotId'];
			};
			cookie?: never;
		};
		requestBody: components['requestBodies']['Document'];
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['Document'];
				};
			};
			default: components['responses']['Error'];
		};
	};
	'document.parseUrl': {
		parameters: {
			query?: never;
			header?: never;
			path: {
				botId: components['parameters']['BotId'];
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				'application/json': {
					/** Format: uri */
					url: string;
					/** @default body */
					selector?: string;
					/**
					 * @default html
					 * @enum {string}
					 */
					chunk_mode?: 'selector' | 'html' | 'text';
					/** @default 500 */
					chunk_size?: number;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': {
						meta: components['schemas']['Meta'];
						response: {
							success: boolean;
							content?: string;
							metadata?: {
								[key: string]: string;
							};
						};
					};
				};
			};
			default: components['responses']['Error'];
		};
	};
	'document.get': {
		parameters: {
			query?: never;
			header?: never;
			path: {
				botId: components['parameters']['BotId'];
				doc_id: components['parameters']['DocId'];
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
					'application/json': {
						meta: components['schemas']['Meta'];
						response: components['schemas']['Document'];
					};
				};
			};
			default: components['responses']['Error'];
		};
	};
	'document.update': {
		parameters: {
			query?: never;
			header?: never;
			path: {
				botId: components['parameters']['BotId'];
				doc_id: components['parameters']['DocId'];
			};
			cookie?: never;
		};
		requestBody: components['requestBodies']['Document'];
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': {
						meta: components['schemas']['Meta'];
						response: {
							success: boolean;
							doc?: components['schemas']['Document'];
						};
					};
				};
			};
			default: components['responses']['Error'];
		};
	};
	'document.delete': {
		parameters: {
			query?: never;
			header?: never;
			path: {
				botId: components['parameters']['BotId'];
				doc_id: components['parameters']['DocId'];
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
					'application/json': {
						meta: components['schemas']['Meta'];
						response: {
							success: boolean;
						};
					};
				};
			};
			default: components['responses']['Error'];
		};
	};
}
type WithRequired<T, K extends keyof T> = T & {
	[P in K]-?: T[P];
};
