// Generated from contracts/chatbot-com.openapi.yaml by npm run contract:generate. Change that file, not this one.
import type { Route } from '../shared/call/vendor';

/** Where each operation is; `evidence` says how sure verb and path are. */
export const routes = {
	'user.getAll': { method: 'GET', path: '/users', evidence: 'documented', safe: true, scopes: [] },
	'user.create': {
		method: 'POST',
		path: '/users',
		evidence: 'documented',
		safe: false,
		scopes: [],
	},
	'user.export': {
		method: 'POST',
		path: '/users/export',
		evidence: 'indexed',
		safe: true,
		scopes: [],
		untyped: true,
	},
	'user.get': {
		method: 'GET',
		path: '/users/{id}',
		evidence: 'documented',
		safe: true,
		scopes: [],
	},
	'user.update': {
		method: 'PUT',
		path: '/users/{id}',
		evidence: 'indexed',
		safe: false,
		scopes: [],
	},
	'user.ban': {
		method: 'PUT',
		path: '/users/{id}/ban',
		evidence: 'indexed',
		safe: false,
		scopes: [],
	},
	'user.addToSegments': {
		method: 'POST',
		path: '/users/{id}/segments',
		evidence: 'indexed',
		safe: false,
		scopes: [],
	},
	'segment.getAll': {
		method: 'GET',
		path: '/users/segments',
		evidence: 'documented',
		safe: true,
		scopes: [],
	},
	'segment.create': {
		method: 'POST',
		path: '/users/segments',
		evidence: 'documented',
		safe: false,
		scopes: [],
	},
	'segment.addUsers': {
		method: 'POST',
		path: '/users/segments/members',
		evidence: 'documented',
		safe: false,
		scopes: [],
	},
	'segment.update': {
		method: 'PUT',
		path: '/users/segments/{id}',
		evidence: 'inferred',
		safe: false,
		scopes: [],
	},
	'segment.delete': {
		method: 'DELETE',
		path: '/users/segments/{id}',
		evidence: 'inferred',
		safe: false,
		scopes: [],
	},
	'session.updateAttributes': {
		method: 'PUT',
		path: '/session/attributes',
		evidence: 'guess',
		safe: false,
		scopes: [],
	},
	'conversation.sendQuery': {
		method: 'POST',
		path: '/query',
		evidence: 'documented',
		safe: false,
		scopes: [],
	},
	'story.getAll': {
		method: 'GET',
		path: '/v2/stories',
		evidence: 'documented',
		safe: true,
		scopes: [],
	},
	'story.get': {
		method: 'GET',
		path: '/v2/stories/{storyId}',
		evidence: 'documented',
		safe: true,
		scopes: [],
	},
	'entity.getAll': {
		method: 'GET',
		path: '/entities',
		evidence: 'documented',
		safe: true,
		scopes: [],
	},
	'entity.create': {
		method: 'POST',
		path: '/entities',
		evidence: 'documented',
		safe: false,
		scopes: [],
	},
	'entity.get': {
		method: 'GET',
		path: '/entities/{id}',
		evidence: 'documented',
		safe: true,
		scopes: [],
	},
	'entity.update': {
		method: 'PUT',
		path: '/entities/{id}',
		evidence: 'indexed',
		safe: false,
		scopes: [],
	},
	'chat.getAll': {
		method: 'GET',
		path: '/v2/chats',
		evidence: 'documented',
		safe: true,
		scopes: [],
	},
	'chat.get': {
		method: 'GET',
		path: '/v2/chats/{chatId}',
		evidence: 'indexed',
		safe: true,
		scopes: [],
	},
	'training.getAll': {
		method: 'GET',
		path: '/training',
		evidence: 'documented',
		safe: true,
		scopes: [],
	},
	'training.train': {
		method: 'PUT',
		path: '/training/train',
		evidence: 'documented',
		safe: false,
		scopes: [],
	},
	'report.getConversations': {
		method: 'GET',
		path: '/reports/conversations',
		evidence: 'documented',
		safe: true,
		scopes: [],
	},
	'report.getPaidConversations': {
		method: 'GET',
		path: '/reports/conversations.paid',
		evidence: 'documented',
		safe: true,
		scopes: [],
	},
	'webhook.getAll': {
		method: 'GET',
		path: '/webhooks',
		evidence: 'documented',
		safe: true,
		scopes: [],
	},
	'webhook.create': {
		method: 'POST',
		path: '/webhooks',
		evidence: 'documented',
		safe: false,
		scopes: [],
	},
	'webhook.get': {
		method: 'GET',
		path: '/webhooks/{id}',
		evidence: 'documented',
		safe: true,
		scopes: [],
	},
	'webhook.delete': {
		method: 'DELETE',
		path: '/webhooks/{id}',
		evidence: 'inferred',
		safe: false,
		scopes: [],
	},
} as const satisfies Record<string, Route>;

/** Requests and answers by operation ID. */
export type Operations = Pick<operations, keyof typeof routes>;

export interface components {
	schemas: {
		Id: string;
		SessionId: string;
		AttributeInput: {
			default_name?: string;
		} & {
			[key: string]: string;
		};
		ParameterInput: {
			[key: string]: string;
		};
		Attributes: {
			default_email?: string | null;
			default_name?: string | null;
		} & {
			[key: string]: string | null;
		};
		Status: {
			code: number;
			type: string;
		};
		Envelope: {
			timestamp?: string;
			status: components['schemas']['Status'];
		};
		CreatedEnvelope: components['schemas']['Envelope'] & {
			id: string;
		};
		UserBase: {
			id: string;
			userId?: string;
			banned?: boolean;
			attributes?: components['schemas']['Attributes'];
			createdAt?: string;
			lastSeen?: string;
		};
		User: components['schemas']['UserBase'] & {
			conversations?: number;
		};
		UserDetails: components['schemas']['UserBase'] & {
			sessionAttributes?: {
				[key: string]: string;
			};
			conversations?: components['schemas']['ConversationSummary'][];
			segments?: {
				id?: string;
				name?: string;
			}[];
		};
		ConversationSummary: {
			id: string;
			date?: string;
			createdAt?: string;
			firstMessage?: string | null;
		};
		Segment: {
			id: string;
			name?: string;
			users?: number;
			createdAt?: string;
		};
		QueryResult: {
			source?: string;
			resolvedQuery?: string;
			confidence?: number;
			score?: number;
			lifespan?: number;
			incomplete?: boolean;
			storyId?: string;
			interaction?: components['schemas']['MatchedInteraction'];
			parameters?: Record<string, never>;
			sessionParameters?: components['schemas']['Attributes'];
			contexts?: (components['schemas']['MatchedInteraction'] & {
				parameters?: Record<string, never>;
			})[];
			fulfillment?: components['schemas']['Fulfillment'][];
		};
		MatchedInteraction: {
			id?: string;
			name?: string;
			action?: string;
		};
		Fulfillment: {
			type?: string;
			delay?: number;
			message?: string;
		};
		Story: {
			id: string;
			name?: string;
			description?: string;
			version?: number;
			published?: boolean;
			integrations?: string[];
			metrics?: unknown[];
		};
		StoryDetails: components['schemas']['Story'] & {
			settings?: {
				confidence?: number;
				language?: string;
				compact?: boolean;
				ignoreAttachments?: boolean;
				navigation?: string;
			};
			state?: Record<string, never>;
			history?: {
				undo?: boolean;
				redo?: boolean;
			};
			diagram?: components['schemas']['DiagramNode'];
		};
		DiagramNode: {
			id?: string;
			type?: string;
			name?: string;
			children?: Record<string, never>[];
		};
		WebhookBase: {
			id: string;
			name?: string;
			url?: string;
		};
		Webhook: components['schemas']['WebhookBase'] & {
			error?: string;
		};
		WebhookDetails: components['schemas']['WebhookBase'] & {
			token?: string;
			headers?: Record<string, never>[];
			auth?: {
				username?: string;
				password?: string;
			};
			error?: {
				date?: string;
				message?: string;
			};
		};
		WebhookPayload: {
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
			userAttributes?: components['schemas']['Attributes'];
			attributes?: components['schemas']['Attributes'];
		};
		WebhookPayloadV1: {
			result: components['schemas']['QueryResult'];
			sessionId?: string;
			timestamp?: string;
			status?: components['schemas']['Status'];
		};
		WebhookReply: {
			responses?: (
				| components['schemas']['SpokenText']
				| components['schemas']['QuickReplies']
				| components['schemas']['OtherResponse']
			)[];
			attributes?: {
				[key: string]: string;
			};
		};
		WebhookReplyV1: {
			responses?: (
				| components['schemas']['TextToPick']
				| components['schemas']['QuickReplies']
				| components['schemas']['OtherResponse']
			)[];
			parameters?: {
				[key: string]: string;
			};
		};
		SpokenText: {
			/** @constant */
			type: 'text';
			delay?: number;
			message: string;
		};
		TextToPick: {
			/** @constant */
			type: 'text';
			elements: string[];
		};
		QuickReplies: {
			/** @constant */
			type: 'quickReplies';
			title: string;
			buttons: {
				type: string;
				title: string;
				value?: string;
			}[];
		};
		OtherResponse: {
			type: string;
		};
		EntityEntry: {
			value: string;
			synonyms?: {
				value: string;
			}[];
		};
		Entity: {
			id: string;
			name?: string;
			entries?: components['schemas']['EntityEntry'][];
		};
		Chat: {
			id: string;
			storyId?: string;
			user?: {
				id?: string;
				name?: string;
				avatar?: string | null;
			};
			source?: string;
			createdAt?: string;
			messages?: {
				from?: string;
				message?: string;
			}[];
		};
		Phrase: {
			id: string;
			storyId?: string;
			date?: string;
			text?: string;
			unmatched?: number;
		};
		Error: {
			timestamp?: string;
			status?: {
				code?: number;
				type?: string;
				message?: string;
			};
		};
	};
	responses: {
		Done: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				'application/json': components['schemas']['Envelope'];
			};
		};
		DoneInferred: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				'application/json': components['schemas']['Envelope'];
			};
		};
		Created: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				'application/json': components['schemas']['CreatedEnvelope'];
			};
		};
		CreatedInferred: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				'application/json': components['schemas']['CreatedEnvelope'];
			};
		};
		Report: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				'application/json': {
					data: {
						date?: string;
						value?: number;
					}[];
					summary?: {
						total?: number;
						min?: number;
						max?: number;
						avg?: number;
					};
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
		UserId: string;
		SegmentId: string;
		EntityId: string;
		StoryId: string;
		ChatId: string;
		WebhookId: string;
		WebhookToken: string;
		From: string;
		To: string;
		Period:
			| 'today'
			| 'yesterday'
			| 'last7days'
			| 'last30days'
			| 'thisMonth'
			| 'lastMonth'
			| 'last3Months'
			| 'thisYear'
			| 'lastYear';
		Dimension: 'auto' | 'year' | 'month' | 'day' | 'hour';
		Group: 'storyId' | 'source';
		Source: 'messenger' | 'livechat' | 'livechat3' | 'slack' | 'widget' | 'app' | 'custom';
		StoryOfReport: string;
	};
	requestBodies: {
		SegmentName: {
			content: {
				'application/json': {
					name: string;
				};
			};
		};
		Entity: {
			content: {
				'application/json': {
					name: string;
					entries: components['schemas']['EntityEntry'][];
				};
			};
		};
	};
	headers: never;
	pathItems: never;
}
export interface operations {
	'user.getAll': {
		parameters: {
			query?: {
				limit?: number;
				after?: string;
				'sort[field]'?: 'createdAt' | 'lastSeen';
				'sort[order]'?: 'asc' | 'desc';
				match?: 'all' | 'any';
				filters?: string;
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
					'application/json': {
						data: components['schemas']['User'][];
						count?: number;
					};
				};
			};
			default: components['responses']['Error'];
		};
	};
	'user.create': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				'application/json': {
					userId?: string;
					segments?: components['schemas']['Id'] | components['schemas']['Id'][];
					attributes: components['schemas']['AttributeInput'];
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json':
						| components['schemas']['CreatedEnvelope'][]
						| components['schemas']['CreatedEnvelope'];
				};
			};
			default: components['responses']['Error'];
		};
	};
	'user.export': {
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
					'text/csv': string;
				};
			};
			default: components['responses']['Error'];
		};
	};
	'user.get': {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: components['parameters']['UserId'];
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
					'application/json': components['schemas']['UserDetails'];
				};
			};
			default: components['responses']['Error'];
		};
	};
	'user.update': {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: components['parameters']['UserId'];
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				'application/json': {
					attributes: components['schemas']['AttributeInput'];
				};
			};
		};
		responses: {
			200: components['responses']['Done'];
			default: components['responses']['Error'];
		};
	};
	'user.ban': {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: components['parameters']['UserId'];
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				'application/json': {
					banned: boolean;
				};
			};
		};
		responses: {
			200: components['responses']['DoneInferred'];
			default: components['responses']['Error'];
		};
	};
	'user.addToSegments': {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: components['parameters']['UserId'];
			};
			cookie?: never;
		};
		requestBody: {
			content: {
				'application/json':
					| components['schemas']['Id'][]
					| {
							segmentIds: components['schemas']['Id'][];
					  };
			};
		};
		responses: {
			200: components['responses']['DoneInferred'];
			default: components['responses']['Error'];
		};
	};
	'segment.getAll': {
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
					'application/json': components['schemas']['Segment'][];
				};
			};
			default: components['responses']['Error'];
		};
	};
	'segment.create': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: components['requestBodies']['SegmentName'];
		responses: {
			200: components['responses']['Created'];
			default: components['responses']['Error'];
		};
	};
	'segment.addUsers': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				'application/json': {
					segments: string[];
					users: string[];
				};
			};
		};
		responses: {
			200: components['responses']['Done'];
			default: components['responses']['Error'];
		};
	};
	'segment.update': {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: components['parameters']['SegmentId'];
			};
			cookie?: never;
		};
		requestBody: components['requestBodies']['SegmentName'];
		responses: {
			200: components['responses']['DoneInferred'];
			default: components['responses']['Error'];
		};
	};
	'segment.delete': {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: components['parameters']['SegmentId'];
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: components['responses']['DoneInferred'];
			default: components['responses']['Error'];
		};
	};
	'session.updateAttributes': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				'application/json': {
					sessionId: components['schemas']['SessionId'];
					attributes: components['schemas']['AttributeInput'];
				};
			};
		};
		responses: {
			200: components['responses']['Done'];
			default: components['responses']['Error'];
		};
	};
	'conversation.sendQuery': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				'application/json': {
					sessionId: components['schemas']['SessionId'];
					query?: string;
					trigger?: string;
					goto?: components['schemas']['Id'];
					storyId?: components['schemas']['Id'];
					/** @default 0.5 */
					confidence?: number;
					/** @default 2 */
					lifespan?: number;
					/** @default false */
					reset?: boolean;
					parameters?: components['schemas']['ParameterInput'];
					/** @default false */
					debug?: boolean;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['Envelope'] & {
						result: components['schemas']['QueryResult'];
						sessionId?: string;
					};
				};
			};
			default: components['responses']['Error'];
		};
	};
	'story.getAll': {
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
					'application/json': components['schemas']['Story'][];
				};
			};
			default: components['responses']['Error'];
		};
	};
	'story.get': {
		parameters: {
			query?: never;
			header?: never;
			path: {
				storyId: components['parameters']['StoryId'];
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
					'application/json': components['schemas']['StoryDetails'];
				};
			};
			default: components['responses']['Error'];
		};
	};
	'entity.getAll': {
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
					'application/json': components['schemas']['Entity'][];
				};
			};
			default: components['responses']['Error'];
		};
	};
	'entity.create': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: components['requestBodies']['Entity'];
		responses: {
			200: components['responses']['CreatedInferred'];
			default: components['responses']['Error'];
		};
	};
	'entity.get': {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: components['parameters']['EntityId'];
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
					'application/json': components['schemas']['Entity'];
				};
			};
			default: components['responses']['Error'];
		};
	};
	'entity.update': {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: components['parameters']['EntityId'];
			};
			cookie?: never;
		};
		requestBody: components['requestBodies']['Entity'];
		responses: {
			200: components['responses']['DoneInferred'];
			default: components['responses']['Error'];
		};
	};
	'chat.getAll': {
		parameters: {
			query?: {
				after?: number;
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
					'application/json': components['schemas']['Chat'][];
				};
			};
			default: components['responses']['Error'];
		};
	};
	'chat.get': {
		parameters: {
			query?: never;
			header?: never;
			path: {
				chatId: components['parameters']['ChatId'];
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
					'application/json': components['schemas']['Chat'];
				};
			};
			default: components['responses']['Error'];
		};
	};
	'training.getAll': {
		parameters: {
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
					'application/json': {
						items: components['schemas']['Phrase'][];
						count?: number;
					};
				};
			};
			default: components['responses']['Error'];
		};
	};
	'training.train': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				'application/json': {
					storyId: string;
					targetId: string;
					items: string[];
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['Envelope'] & {
						used?: string[];
						unused?: string[];
					};
				};
			};
			default: components['responses']['Error'];
		};
	};
	'report.getConversations': {
		parameters: {
			query?: {
				from?: components['parameters']['From'];
				to?: components['parameters']['To'];
				period?: components['parameters']['Period'];
				dimension?: components['parameters']['Dimension'];
				group?: components['parameters']['Group'];
				source?: components['parameters']['Source'];
				storyId?: components['parameters']['StoryOfReport'];
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: components['responses']['Report'];
			default: components['responses']['Error'];
		};
	};
	'report.getPaidConversations': {
		parameters: {
			query?: {
				from?: components['parameters']['From'];
				to?: components['parameters']['To'];
				period?: components['parameters']['Period'];
				dimension?: components['parameters']['Dimension'];
				group?: components['parameters']['Group'];
				source?: components['parameters']['Source'];
				storyId?: components['parameters']['StoryOfReport'];
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: components['responses']['Report'];
			default: components['responses']['Error'];
		};
	};
	'webhook.getAll': {
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
					'application/json': components['schemas']['Webhook'][];
				};
			};
			default: components['responses']['Error'];
		};
	};
	'webhook.create': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				'application/json': {
					name: string;
					/** Format: uri */
					url: string;
					token?: string;
					headers?: Record<string, never>[];
					auth?: {
						username?: string;
						password?: string;
					};
				};
			};
		};
		responses: {
			200: components['responses']['Created'];
			default: components['responses']['Error'];
		};
	};
	'webhook.get': {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: components['parameters']['WebhookId'];
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
					'application/json': components['schemas']['WebhookDetails'];
				};
			};
			default: components['responses']['Error'];
		};
	};
	'webhook.delete': {
		parameters: {
			query?: never;
			header?: never;
			path: {
				id: components['parameters']['WebhookId'];
			};
			cookie?: never;
		};
		requestBody?: never;
		responses: {
			200: components['responses']['DoneInferred'];
			default: components['responses']['Error'];
		};
	};
	webhookVerification: {
		parameters: {
			query: {
				challenge: string;
				token: components['parameters']['WebhookToken'];
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
					'text/plain': string;
				};
			};
			401: {
				headers: {
					[name: string]: unknown;
				};
				content?: never;
			};
		};
	};
	webhookBlockReached: {
		parameters: {
			query: {
				token: components['parameters']['WebhookToken'];
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				'application/json':
					| components['schemas']['WebhookPayload']
					| components['schemas']['WebhookPayloadV1'];
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json':
						| components['schemas']['WebhookReply']
						| components['schemas']['WebhookReplyV1'];
				};
			};
		};
	};
}
