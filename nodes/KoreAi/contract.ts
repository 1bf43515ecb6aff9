// Generated from contracts/kore-ai.openapi.yaml by npm run contract:generate. Change that file, not this one.
import type { Route } from '../shared/call/vendor';

/** Where each operation is; `evidence` says how sure verb and path are. */
export const routes = {
	'customerData.delete': {
		method: 'DELETE',
		path: '/api/public/bot/eraseUsersData',
		evidence: 'documented',
		safe: false,
		scopes: ['Admin Console: Profile Management › Delete Users Data'],
	},
	'customerData.getDeletionStatus': {
		method: 'GET',
		path: '/api/public/bot/eraseUsersData/status/{requestId}',
		evidence: 'documented',
		safe: true,
		scopes: ['Admin Console: Profile Management › Delete Users Data'],
	},
	'session.getAll': {
		method: 'POST',
		path: '/api/public/bot/{botId}/getSessions',
		evidence: 'documented',
		safe: true,
		scopes: ['App Builder: Bot Sessions', 'Admin Console: Bot Analytics › Bot Sessions'],
	},
	'session.getAllOfAccount': {
		method: 'POST',
		path: '/api/public/getSessions',
		evidence: 'documented',
		safe: true,
		scopes: ['Admin Console: Bot Analytics › Bot Sessions'],
	},
	'message.getAll': {
		method: 'POST',
		path: '/api/public/bot/{botId}/getMessages',
		evidence: 'documented',
		safe: true,
		scopes: ['App Builder: Chat History', 'Admin Console: Bot Analytics › Chat History'],
	},
	'message.getAllV2': {
		method: 'POST',
		path: '/api/public/bot/{botId}/getMessagesV2',
		evidence: 'documented',
		safe: true,
		scopes: ['App Builder: Chat History', 'Admin Console: Bot Analytics › Chat History'],
	},
	'message.getAllOfAccount': {
		method: 'POST',
		path: '/api/public/getMessages',
		evidence: 'documented',
		safe: true,
		scopes: ['Admin Console: Bot Analytics › Chat History'],
	},
	'debugLog.getAll': {
		method: 'GET',
		path: '/api/1.1/{botId}/debuglogs',
		evidence: 'documented',
		safe: true,
		scopes: ['App Builder: Debug Logs'],
	},
	'user.getAll': {
		method: 'GET',
		path: '/api/public/alluserroles',
		evidence: 'documented',
		safe: true,
		scopes: ['Admin Console: Profile Management › Role Management'],
	},
	'bot.getAll': {
		method: 'GET',
		path: '/api/public/bots',
		evidence: 'documented',
		safe: true,
		scopes: ['Admin Console: Profile Management › Role Management'],
	},
	'bot.publish': {
		method: 'POST',
		path: '/api/public/bot/{botId}/publish',
		evidence: 'documented',
		safe: false,
		scopes: ['Admin Console: Bot Publish › Publish'],
	},
	'bot.getPublishStatus': {
		method: 'GET',
		path: '/api/public/bot/{botId}/publish/status',
		evidence: 'documented',
		safe: true,
		scopes: ['Admin Console: Bot Publish › Publish Status'],
	},
	'bot.import': {
		method: 'POST',
		path: '/api/public/bot/{botId}/import',
		evidence: 'documented',
		safe: false,
		scopes: ['Admin Console: Bot Definition › Bot Import'],
	},
	'bot.getImportStatus': {
		method: 'GET',
		path: '/api/public/bot/import/status/{importId}',
		evidence: 'documented',
		safe: true,
		scopes: ['Admin Console: Bot Definition › Bot Import'],
	},
	'bot.uploadFile': {
		method: 'POST',
		path: '/api/public/uploadfile',
		evidence: 'documented',
		safe: true,
		scopes: [],
	},
} as const satisfies Record<string, Route>;

/** Requests and answers by operation ID. */
export type Operations = Pick<operations, keyof typeof routes>;

export interface components {
	schemas: {
		DateOrTime: string;
		FileId: string;
		/** @enum {string} */
		ContainmentType: 'dropOff' | 'selfService' | 'agent';
		/** @enum {string} */
		SessionType: 'interactive' | 'non-interactive';
		TagFilter: {
			and?: {
				name: string;
				values: string[];
				type?: string;
			}[];
		};
		Window: {
			dateFrom?: components['schemas']['DateOrTime'];
			dateTo?: components['schemas']['DateOrTime'];
		};
		SessionQuery: components['schemas']['Window'] & {
			userId?: string;
			skip?: number;
			offset?: number;
			limit?: number;
			tags?: components['schemas']['TagFilter'];
			sessionType?: components['schemas']['SessionType'];
			sessionId?: string[];
			/** @default false */
			includeMeta?: boolean;
		};
		MessageQuery: components['schemas']['Window'] & {
			userId?: string;
			skip?: number;
			offset?: number;
			/** @default rtm */
			channelType?: string;
			sessionId?: string[];
			/** @default false */
			getAgentsInfo?: boolean;
			/** @default false */
			includeTraceId?: boolean;
			/** @default false */
			includeLatency?: boolean;
			forward?: boolean;
			msgId?: string;
			/** @default 1 */
			direction?: number;
			tags?: components['schemas']['TagFilter'];
		};
		Tags: {
			name?: string;
			value?: unknown;
		}[];
		Session: {
			sessionId: string;
			botId?: string;
			channel?: string;
			userId?: string;
			/** Format: date-time */
			start_time?: string;
			/** Format: date-time */
			end_time?: string;
			session_lang?: string[];
			sessionType?: string;
			containmentType?: string;
			sessionStatus?: string;
			isDeveloper?: boolean;
			tags?: {
				userTags?: components['schemas']['Tags'];
				sessionTags?: components['schemas']['Tags'];
				altText?: components['schemas']['Tags'];
			};
			noOfMessagesExchanged?: number;
			noOfTasksExecuted?: number;
		};
		Message: {
			_id: string;
			type?: string;
			status?: string;
			createdBy?: string;
			lmodifiedBy?: string;
			/** Format: date-time */
			createdOn?: string;
			/** Format: date-time */
			lmodifiedOn?: string;
			timestampValue?: number;
			botId?: string;
			orgId?: string;
			accountId?: string;
			sessionId?: string;
			lang?: string;
			chnl?: string;
			channel?: string;
			channels?: {
				type?: string;
				channelUId?: string;
			}[];
			components?: {
				_id?: string;
				cT?: string;
				data?: {
					text?: string;
				} & {
					[key: string]: unknown;
				};
				thumbnails?: {
					_id?: string;
					width?: unknown;
					height?: unknown;
					size?: unknown;
					url?: string;
				}[];
			}[];
			author?: {
				[key: string]: unknown;
			};
			tags?: {
				messageTags?: components['schemas']['Tags'];
				userTags?: components['schemas']['Tags'];
				sessionTags?: components['schemas']['Tags'];
			};
			traceId?: string;
			latency?: {
				totalMs?: number;
				asr?: {
					durationMs?: number;
					provider?: string;
					confidenceScore?: number;
				};
				bot?: {
					durationMs?: number;
				};
				tts?: {
					durationMs?: number;
					provider?: string;
					utteranceLengthChars?: number;
					audioLengthMs?: number;
					streamingEnabled?: boolean;
					firstByteMs?: number;
				};
			};
			isBB?: number;
			isD?: number;
			ms?: number;
			sT?: number;
			cluster_id?: string;
			resourceid?: string;
			__v?: number;
		};
		DebugLog: {
			timestamp: string;
			debugTitle: string;
			debugMessage?: string;
			debugLevel: string;
			debugDetail?: string;
			nomatch_count?: string;
			noinput_count?: string;
			metaInfo: {
				channel?: string;
				identity?: string;
			};
			VGdebugDetail?: {
				inputType?: string;
				inputMessage?: string;
				ASRVendor?: string;
				dialect?: string;
				ASRConfidence?: number;
				ASRConfidenceDetail?: {
					confidence?: number;
					lexical?: string;
					display?: string;
					words?: {
						word?: string;
						offset?: number;
						duration?: number;
						confidence?: number;
					}[];
				}[];
			};
		};
		UserRoles: {
			username?: string;
			orgUserId?: string;
			accountId?: string;
			userId: string;
			isDeveloper?: boolean;
			canCreateBot?: boolean;
			btRoles?: {
				roleId?: string;
				roleName?: string;
				groups?: unknown[];
				botId?: string;
				botName?: string;
			}[];
			adminRoles?: {
				roleId?: string;
				roleName?: string;
			}[];
		};
		Bot: {
			_id: string;
			name?: string;
			description?: string;
			status?: string;
			type?: string;
			purpose?: string;
			defaultLanguage?: string;
			accountId?: string;
			/** Format: date-time */
			createdOn?: string;
			createdBy?: string;
			icon?: string;
			isLinkedTo?: unknown[];
			isDeflect?: boolean;
			containsPanelOrWidget?: boolean;
			resourceid?: string;
		};
		PublishedResource: {
			resourceType: string;
			resourceId?: string;
			sbResourceId?: string;
			resourceVersion?: string;
			name?: string;
			approvalRequestedLanguages?: string[];
			modules?: unknown;
			status: string;
			result?: {
				resourceId?: string;
				resourceType?: string;
				name?: string;
				modules?: unknown;
				state?: string;
				versionComment?: string;
				publishedOn?: string;
				approvalRequestedLanguages?: string[];
			} & {
				[key: string]: unknown;
			};
		};
		PublishJob: {
			_id: string;
			streamId?: string;
			jobType?: string;
			action?: string;
			status: string;
			percentageComplete?: number;
			countOfDockStatuses?: number;
			createdBy?: string;
			/** Format: date-time */
			requestedTime?: string;
			/** Format: date-time */
			initiatedOn?: string;
			/** Format: date-time */
			lastModifiedOn?: string;
			statusSummary?: components['schemas']['PublishedResource'][];
			__v?: number;
		};
		PublishOutput: {
			resources?: components['schemas']['ResourceState'][];
			failed?: components['schemas']['ResourceState'][];
			awaitingApproval?: boolean;
			job?: Record<string, never>;
		};
		PublishJobOutput: {
			jobId?: string;
			status?: string;
			percentageComplete?: number;
			requestedTime?: string;
			lastModifiedOn?: string;
			resources?: number;
			failed?: components['schemas']['ResourceState'][];
		};
		ResourceState: {
			resourceType?: string;
			name?: string;
			status?: string;
			state?: string;
		};
		ImportOptions: {
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
				utterances?: components['schemas']['Incremental'];
				patterns?: components['schemas']['Incremental'];
				botVariables?: {
					ignore?: string[];
				};
			} & {
				[key: string]: unknown;
			};
		} & {
			[key: string]: unknown;
		};
		Incremental: {
			append?: boolean;
			replace?: boolean;
		};
		ImportRequest: {
			_id: string;
			status: string;
			streamId?: string;
			streamRefId?: string;
			requestType?: string;
			statusLogs?: {
				taskType?: string;
				taskName?: string;
				status?: string;
			}[];
			createdBy?: string;
			/** Format: date-time */
			createdOn?: string;
			__v?: number;
		};
		EraseRequest: {
			requestId: string;
			status?: string;
		};
		EraseStatus: {
			_id: string;
			/** Format: date-time */
			createdOn?: string;
			/** Format: date-time */
			lastUpdatedOn?: string;
			RemoveDataFromAllBots?: boolean;
			response?: {
				userId?: string;
				status?: string;
			}[];
		};
		Error: {
			errors?: {
				msg?: string;
				code?: number;
			}[];
		};
	};
	responses: {
		SessionPage: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				'application/json': {
					total?: number;
					moreAvailable?: boolean;
					sessions: components['schemas']['Session'][];
					invalidSessions?: string[];
				};
			};
		};
		MessagePage: {
			headers: {
				[name: string]: unknown;
			};
			content: {
				'application/json': {
					total?: number;
					moreAvailable?: boolean;
					icon?: string;
					messages: components['schemas']['Message'][];
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
		ContainmentType: components['schemas']['ContainmentType'];
		CallId: string;
	};
	requestBodies: {
		Sessions: {
			content: {
				'application/json': components['schemas']['SessionQuery'];
			};
		};
		Messages: {
			content: {
				'application/json': components['schemas']['MessageQuery'] & {
					limit?: number;
				};
			};
		};
	};
	headers: never;
	pathItems: never;
}
export interface operations {
	'customerData.delete': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				'application/json': {
					userIds: string[];
					botIds?: string[];
					/** @default false */
					RemoveDataFromAllBots?: boolean;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['EraseRequest'];
				};
			};
			default: components['responses']['Error'];
		};
	};
	'customerData.getDeletionStatus': {
		parameters: {
			query?: never;
			header?: never;
			path: {
				requestId: string;
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
					'application/json': components['schemas']['EraseStatus'];
				};
			};
			default: components['responses']['Error'];
		};
	};
	'session.getAll': {
		parameters: {
			query?: {
				containmentType?: components['parameters']['ContainmentType'];
				callId?: string;
			};
			header?: never;
			path: {
				botId: components['parameters']['BotId'];
			};
			cookie?: never;
		};
		requestBody?: components['requestBodies']['Sessions'];
		responses: {
			200: components['responses']['SessionPage'];
			default: components['responses']['Error'];
		};
	};
	'session.getAllOfAccount': {
		parameters: {
			query?: {
				containmentType?: components['parameters']['ContainmentType'];
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: components['requestBodies']['Sessions'];
		responses: {
			200: components['responses']['SessionPage'];
			default: components['responses']['Error'];
		};
	};
	'message.getAll': {
		parameters: {
			query?: {
				callId?: components['parameters']['CallId'];
			};
			header?: never;
			path: {
				botId: components['parameters']['BotId'];
			};
			cookie?: never;
		};
		requestBody?: components['requestBodies']['Messages'];
		responses: {
			200: components['responses']['MessagePage'];
			default: components['responses']['Error'];
		};
	};
	'message.getAllV2': {
		parameters: {
			query?: {
				callId?: components['parameters']['CallId'];
				includeSecureForm?: boolean;
			};
			header?: never;
			path: {
				botId: components['parameters']['BotId'];
			};
			cookie?: never;
		};
		requestBody?: {
			content: {
				'application/json': components['schemas']['MessageQuery'] & {
					limit?: number;
				};
			};
		};
		responses: {
			200: components['responses']['MessagePage'];
			default: components['responses']['Error'];
		};
	};
	'message.getAllOfAccount': {
		parameters: {
			query?: {
				callId?: components['parameters']['CallId'];
			};
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody?: components['requestBodies']['Messages'];
		responses: {
			200: components['responses']['MessagePage'];
			default: components['responses']['Error'];
		};
	};
	'debugLog.getAll': {
		parameters: {
			query: {
				identity: string;
				channelType?: string;
				minimumInfo?: boolean;
				limit?: number;
				offset?: number;
				timezone?: string;
				fromDate?: components['schemas']['DateOrTime'];
				toDate?: components['schemas']['DateOrTime'];
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
					'application/json': components['schemas']['DebugLog'][];
				};
			};
			default: components['responses']['Error'];
		};
	};
	'user.getAll': {
		parameters: {
			query?: {
				limit?: number;
				offset?: number;
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
						total?: number;
						availableMore?: boolean;
						users: components['schemas']['UserRoles'][];
					};
				};
			};
			default: components['responses']['Error'];
		};
	};
	'bot.getAll': {
		parameters: {
			query?: {
				offset?: number;
				limit?: number;
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
						total?: number;
						availableMore?: boolean;
						bots: components['schemas']['Bot'][];
					};
				};
			};
			default: components['responses']['Error'];
		};
	};
	'bot.publish': {
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
					versionComment: string;
					/** @default true */
					initiateTraining?: boolean;
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['PublishedResource'][];
				};
			};
			default: components['responses']['Error'];
		};
	};
	'bot.getPublishStatus': {
		parameters: {
			query?: never;
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
					'application/json': components['schemas']['PublishJob'];
				};
			};
			default: components['responses']['Error'];
		};
	};
	'bot.import': {
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
					botDefinition: components['schemas']['FileId'];
					configInfo: components['schemas']['FileId'];
					botFunctions?: components['schemas']['FileId'][];
					importOptions?: components['schemas']['ImportOptions'];
				};
			};
		};
		responses: {
			200: {
				headers: {
					[name: string]: unknown;
				};
				content: {
					'application/json': components['schemas']['ImportRequest'];
				};
			};
			default: components['responses']['Error'];
		};
	};
	'bot.getImportStatus': {
		parameters: {
			query?: never;
			header?: never;
			path: {
				importId: string;
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
					'application/json': components['schemas']['ImportRequest'];
				};
			};
			default: components['responses']['Error'];
		};
	};
	'bot.uploadFile': {
		parameters: {
			query?: never;
			header?: never;
			path?: never;
			cookie?: never;
		};
		requestBody: {
			content: {
				'multipart/form-data': {
					/** Format: binary */
					file: string;
					fileContext: string;
					fileExtension: string;
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
						fileId: string;
						hash?: string;
					};
				};
			};
			default: components['responses']['Error'];
		};
	};
}
