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
	'session.close': {
		path: {
			botId: string;
		};
		body?: {
			userId: string;
			status: 'inactive';
			channel: string;
		};
	};
	'botMessage.send': {
		path: {
			botId: string;
		};
		body?: BotMessage;
	};
	'botMessage.sendToInstance': {
		path: {
			botId: string;
			instanceId: string;
		};
		body?: BotMessage;
	};
	'botMessage.getReply': {
		path: {
			botId: string;
			pollId: string;
		};
	};
	'intent.find': {
		path: {
			botId: string;
		};
		query?: {
			fetchConfiguredTasks: boolean;
			sync?: boolean;
		};
		body?: {
			input: string;
			streamName: string;
			parentIntent?: string;
		};
	};
	'notification.send': {
		path: {
			botId: string;
		};
		body?: {
			channel: string;
			webhookInstanceName?: string;
			userIdentityType?: string;
			message?: NotificationContent;
			content?: NotificationContent;
			identities: {
				email?: string;
				spaceId?: string;
				phoneNumber?: string;
				customMessage?: string;
				parameters?: {
					[key: string]: string;
				};
			}[];
		};
	};
	'notification.getStatus': {
		path: {
			botId: string;
			requestId: string;
		};
	};
	'notification.sendV1': {
		path: {
			botId: string;
		};
		body?: {
			channel: 'msteams' | 'slack';
			userIdentityType: 'resolve';
			message: {
				type: 'text' | 'script';
				val: string;
			};
			identities: string[];
		};
	};
	'notification.getStatusV1': {
		path: {
			botId: string;
			requestId: string;
		};
	};
	'conversation.getDetails': {
		path: {
			botId: string;
		};
		body?: {
			sessionId?: string;
			callId?: string;
			conversationId?: string;
			lang?: string;
			isSummaryRequired?: boolean;
			limit?: number;
			skip?: number;
		};
	};
	'conversation.getSummary': {
		path: {
			botId: string;
		};
		body?: {
			lang: string;
			inputMode: {
				conversationId?: string;
				transcript?: string;
			};
		};
	};
	'conversation.delete': {
		path: {
			botId: string;
		};
		body?: {
			conversationIds?: string[];
			cId?: string;
			startDate?: DateOrTime;
			endDate?: DateOrTime;
		};
	};
	'conversation.getDeletionStatus': {
		path: {
			botId: string;
			jobId: string;
		};
	};
	'ccConversation.getAll': {
		path: {
			botId: string;
		};
		query?: {
			skip?: number;
			limit?: number;
			status?: 'ACTIVE' | 'CLOSED' | 'IDLE' | 'OPEN' | 'OVERDUE' | 'TERMINATED';
			source?: string;
			language?: string;
		};
	};
	'ccConversation.get': {
		path: {
			botId: string;
			conversationId: string;
		};
	};
	'ccConversation.getBySession': {
		path: {
			botId: string;
			sessionId: string;
		};
	};
	'ccConversation.assign': {
		path: {
			botId: string;
		};
		body?: {
			callbackUrl: string;
			orgId: string;
			botSessionId: string;
			aId?: string;
			transferredType?: 'QUEUE';
			queueId?: string;
		};
	};
	'interaction.getAll': {
		query?: {
			limit?: number;
			offset?: number;
		};
		header?: {
			iid: string;
		};
		body?: {
			startDate: InteractionDate;
			endDate: InteractionDate;
			timeZoneOffset: number;
			selectedFields?: (
				| 'skills'
				| 'customerinfo'
				| 'userleveltags'
				| 'sessionleveltags'
				| 'campaigninfo'
				| 'snoozeinfo'
			)[];
			channels?: string[];
			direction?: 'Inbound' | 'Outbound' | 'Both';
			queues?: string[];
		};
	};
	'agent.getAll': {
		path: {
			botId: string;
			orgId: string;
		};
		query?: {
			page?: number;
			includeQueues?: boolean;
		};
	};
	'agent.getAvailability': {
		path: {
			botId: string;
		};
		body?: {
			agentIds?: string[];
			queueIds?: string[];
			skillIds?: string[];
		};
	};
	'call.dialOut': {
		path: {
			botId: string;
		};
		body?: {
			bot: string;
			target: string;
			caller: string;
			notifyurl?: string;
			notifyHeaders?: {
				[key: string]: unknown;
			};
			trunk?: string;
			timeoutInMs?: number;
			metadata?: {
				[key: string]: unknown;
			};
			machineDetection?: 'disconnect' | 'detect' | 'disabled';
			timers?: {
				[key: string]: unknown;
			};
			thresholdWordCount?: number;
			amdEventsSubscription?: string[];
			callControlParameter?: {
				[key: string]: unknown;
			};
		};
	};
	'sms.send': {
		path: {
			botId: string;
		};
		body?: {
			fromNo: string;
			toNo: string;
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
	'content.ingest': {
		path: {
			botId: string;
		};
		body?: {
			sourceName: string;
			sourceType: 'json' | 'file' | 'web';
			documents: IngestDocument[];
		};
	};
	'content.get': {
		path: {
			botId: string;
			contentId: string;
		};
	};
	'content.delete': {
		path: {
			botId: string;
		};
		body?: {
			docIds: string[];
		};
	};
	'content.getAll': {
		path: {
			botId: string;
		};
		body?: {
			query: {
				[key: string]: unknown;
			};
			nextCursor?: string;
		};
	};
	'content.getAllByStatus': {
		path: {
			botId: string;
		};
		body?: {
			sourceName: string;
			status: 'success' | 'failed' | 'deleted';
			nextCursor?: string;
		};
	};
	'chunk.getAll': {
		path: {
			botId: string;
		};
		body?: {
			filters?: ChunkFilter;
			enableFilters?: boolean;
			nextCursor?: string;
		};
	};
	'chunk.update': {
		path: {
			botId: string;
			chunkId: string;
		};
		body?: {
			chunkText?: string;
			chunkTitle?: string;
			pageNumber?: string;
			recordTitle?: string;
			recordUrl?: string;
			sourceUrl?: string;
			chunkMeta?: {
				[key: string]: unknown;
			};
		};
	};
	'chunk.delete': {
		path: {
			botId: string;
		};
		body?: {
			chunkId: string[];
		};
	};
	'source.create': {
		path: {
			botId: string;
		};
		body?: {
			name: string;
			desc?: string;
			sourceType: 'url' | 'uploadSitemap';
			url?: string;
			fileId?: string;
			advanceOpts?: {
				maxUrlLimit?: number;
				crawlDepth?: number;
			};
			authorizationEnabled?: boolean;
		};
	};
	'source.crawl': {
		path: {
			botId: string;
			sourceId: string;
		};
		body?: {
			forceRecrawl: boolean;
		};
	};
	'searchTraining.train': {
		path: {
			botId: string;
		};
		body?: {
			contentIds?: string[];
		};
	};
	'searchTraining.getStatus': {
		path: {
			botId: string;
			trainingId: string;
		};
	};
	'searchJob.get': {
		path: {
			botId: string;
			jobId: string;
		};
	};
	'answer.ask': {
		path: {
			botId: string;
		};
		body?: {
			query: string;
			answerSearch?: boolean;
			searchResults?: boolean;
			isFacetsEnable?: boolean;
			includeChunksInResponse?: boolean;
			metaFilters?: {
				[key: string]: unknown;
			}[];
			customData?: {
				[key: string]: unknown;
			};
			raclEntityIds?: string[];
			retrievalStrategy?: 'vector' | 'hybrid';
			dynamicPromptSelection?: {
				integrationName?: string;
				model?: string;
				promptName?: string;
			};
		};
	};
	'knowledgeTask.getAll': {
		path: {
			botId: string;
		};
		query?: {
			language: string;
		};
	};
	'faq.create': {
		path: {
			botId: string;
		};
		query?: {
			language: string;
		};
		body?: {
			faqs: NewFaq[];
		};
	};
	'faq.getAllV2': {
		path: {
			botId: string;
		};
		query?: {
			state: 'configured' | 'published';
			language: string;
			nodeName?: string;
			withallchild?: boolean;
			type?: string;
			search?: string;
			limit?: number;
			offset?: number;
		};
	};
	'faq.getAll': {
		path: {
			botId: string;
		};
		query?: {
			ktId: string;
			language: string;
			parentId?: string;
			withallchild?: boolean;
			type?: string;
			search?: string;
			limit?: number;
			offset?: number;
		};
	};
	'faq.train': {
		path: {
			botId: string;
		};
		body?: {
			language: BotLanguage;
		};
	};
	'faq.getTrainingStatus': {
		path: {
			botId: string;
		};
		query?: {
			language: string;
			state?: 'configured' | 'published';
		};
	};
	'extraction.create': {
		path: {
			botId: string;
		};
		query?: {
			language: string;
		};
		body?: {
			name: string;
			fileUrl?: string;
			fileId?: FileId;
		};
	};
	'extraction.getAll': {
		path: {
			botId: string;
		};
		query?: {
			language: string;
		};
	};
	'extraction.getQuestions': {
		path: {
			botId: string;
			extractionId: string;
		};
		query?: {
			limit?: number;
			offset?: number;
		};
	};
	'utterance.import': {
		path: {
			botId: string;
		};
		body?: {
			fileName: string;
			fileId: FileId;
		};
	};
	'utterance.getImportStatus': {
		path: {
			botId: string;
			importId: string;
		};
	};
	'utterance.export': {
		path: {
			botId: string;
		};
		query?: {
			state?: 'configured' | 'published';
			type?: string;
		};
	};
	'utterance.getExportStatus': {
		path: {
			botId: string;
		};
	};
	'utterance.train': {
		path: {
			botId: string;
		};
		header?: {
			'bot-language'?: string;
		};
	};
	'utterance.getTrainingStatus': {
		path: {
			botId: string;
		};
		query?: {
			language?: string;
			state?: 'configured' | 'published';
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
	'webhook.subscribe': {
		path: {
			botId: string;
		};
		body?: {
			connectorEnabled?: boolean;
			PIIMaskingDisabledForAgentTransfer?: boolean;
			sdkClientId: string;
			sdkHostUri: string;
			subscribedFor: string[];
		};
	};
	'webhook.getChannelMappings': {
		path: {
			botId: string;
		};
	};
	'webhook.resetIntegration': {
		path: {
			botId: string;
		};
	};
	'bot.uploadFile': {
		body?: FormData;
	};
	'campaign.getAll': {
		path: {
			botId: string;
		};
		body?: {
			type: CampaignType;
			skip?: number;
			page?: number;
			limit?: number;
			startDate?: string;
			endDate?: string;
			sortBy?: {
				name?: SortOrder;
				createdAt?: SortOrder;
				updatedAt?: SortOrder;
			};
			filters?: {
				status?: CampaignStatus[];
				priority?: number[];
				dialingMode?: DialingMode[];
			};
		};
	};
	'campaign.create': {
		path: {
			botId: string;
		};
		query?: {
			campaignType: 'voice' | 'sms';
		};
		body?: CampaignSettings;
	};
	'campaign.get': {
		path: {
			botId: string;
			campaignId: string;
		};
	};
	'campaign.startSms': {
		path: {
			botId: string;
			campaignId: string;
		};
		query?: {
			campaignType: 'sms';
			trigger: 'play';
		};
		body?: Record<string, never>;
	};
	'campaign.update': {
		path: {
			botId: string;
			campaignId: string;
		};
		query?: {
			campaignType: 'voice' | 'sms';
		};
		body?: CampaignSettings;
	};
	'campaign.delete': {
		path: {
			botId: string;
			campaignId: string;
		};
		query?: {
			campaignType: 'voice' | 'sms';
		};
	};
	'campaign.stopSms': {
		path: {
			botId: string;
			campaignId: string;
		};
		query?: {
			campaignType: 'sms';
			trigger: 'stop';
		};
		body?: Record<string, never>;
	};
	'campaign.triggerVoice': {
		path: {
			botId: string;
			campaignId: string;
		};
		query?: {
			campaignType: 'voice';
			trigger: 'play' | 'stop';
		};
		body?: Record<string, never>;
	};
	'campaign.getStatus': {
		path: {
			botId: string;
			campaignId: string;
		};
		query?: {
			view: 'status' | 'contacts';
		};
		body?: {
			page?: number;
			limit?: number;
		};
	};
	'campaign.setSchedule': {
		path: {
			botId: string;
		};
		query?: {
			enableSchedule: boolean;
			campaignName: string;
		};
		body?: {
			startDateTime?: ScheduleTime;
			endDateTime?: ScheduleTime;
			recurrenceObject?: {
				recurType?: 'Daily' | 'Weekly';
				dailyDetails?: {
					onceEveryNdays?: number;
				};
				weeklyDetails?: {
					onceEveryNweeks?: number;
					whichDays?: ('Mon' | 'Tue' | 'Wed' | 'Thu' | 'Fri' | 'Sat' | 'Sun')[];
				};
			};
		};
	};
	'campaign.callBack': {
		path: {
			botId: string;
			campaignInstanceId: string;
		};
		body?: {
			campaignDialingListId: string;
			timeToContact: string;
		}[];
	};
	'contactList.create': {
		path: {
			botId: string;
		};
		body?: {
			name: string;
			description: string;
			source: 'passiveApi';
			allowDuplicates?: boolean;
		};
	};
	'contactList.getAll': {
		path: {
			botId: string;
		};
		query?: {
			type: 'call';
		};
	};
	'contactList.get': {
		path: {
			botId: string;
			contactListId: string;
		};
	};
	'contactList.update': {
		path: {
			botId: string;
			contactListId: string;
		};
		body?: {
			name?: string;
			description?: string;
		};
	};
	'contactList.delete': {
		path: {
			botId: string;
			contactListId: string;
		};
	};
	'contactList.getContacts': {
		path: {
			botId: string;
			contactListId: string;
		};
		query?: {
			skip?: number;
			limit?: number;
		};
	};
	'contactList.addContacts': {
		path: {
			botId: string;
		};
		body?: {
			contact_list_name: string;
			data: NewContact[];
		};
	};
};

export type BotEvent = {
	requestId?: string;
	context?: Record<string, never>;
	channel?: {
		type?: string;
		from?: string;
		channelInfos?: Record<string, never>;
	};
	message?: string;
	metaInfo?: Record<string, never>;
	metaTags?: Record<string, never>;
	messageObject?: Record<string, never>;
	baseUrl?: string;
	callbackUrl?: string;
	contextId?: string;
	event?: {
		eventType?: string;
	};
	CCAIMetaInfo?: Record<string, never>;
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

export type Tags = {
	name?: string;
	value?: unknown;
}[];

export type BotMessage = {
	session?: {
		new?: boolean;
	};
	message: {
		type: 'text' | 'template' | 'event' | 'formData';
		val:
			| string
			| {
					[key: string]: unknown;
			  };
		attachments?: {
			url?: string;
			fileId?: string;
			fileName?: string;
			fileType?: string;
		}[];
	};
	from: {
		id: string;
		userInfo?: {
			firstName?: string;
			lastName?: string;
			email?: string;
		};
	};
	interactiveLanguage?: string;
	metaTags?: {
		userLevelTags?: Tags;
		sessionLevelTags?: Tags;
		messageLevelTags?: Tags;
	};
	mergeIdentity?: boolean;
	preferredChannelForResponse?: string;
	customData?: {
		[key: string]: unknown;
	};
};

export type NotificationContent = {
	type: 'text' | 'template' | 'script';
	value:
		| string
		| {
				[key: string]: unknown;
		  };
};

export type InteractionDate = string;

export type BotLanguage = string;

export type IngestDocument = {
	title?: string;
	chunks?: ({
		chunkText?: string;
		chunkTitle?: string;
		recordUrl?: string;
		chunkMeta?: {
			[key: string]: unknown;
		};
	} & {
		[key: string]: unknown;
	})[];
	urls?: string[];
	fileId?: FileId;
	fileName?: string;
	permissions?: {
		allowedUsers?: string[];
		allowedGroups?: string[];
	};
	category?: string;
	priority?: unknown;
};

export type ChunkFilter = {
	operand: string;
	conditions: ({
		key?: string;
		op?: string;
		value?: string;
		operand?: string;
		conditions?: {
			[key: string]: unknown;
		}[];
	} & {
		[key: string]: unknown;
	})[];
};

export type NewFaq = {
	questionPayload: {
		question: string;
		tagsPayload?: unknown[];
	};
	answerPayload: {
		text: string;
		type?: string;
		channel?: string;
	}[];
	knowledgeTaskId: string;
	streamId: string;
	parent: string;
	leafterm: string;
	responseType?: string;
	subQuestions?: unknown[];
	subAnswers?: unknown[];
	qsId?: string;
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

export type CampaignType = 'voice' | 'sms';

export type SortOrder = 'asc' | 'desc';

export type DialingMode = 'Agentless' | 'Progressive' | 'Preview';

export type CampaignStatus =
	| 'Active'
	| 'Completed'
	| 'Ready'
	| 'Paused'
	| 'Preparing'
	| 'Stopped'
	| 'Scheduled'
	| 'Rescheduled';

export type SmsMessage = {
	message?: string;
	templateId?: string;
	template_name?: string;
};

export type CampaignSettings = {
	name: string;
	description: string;
	contactLists: string[];
	dncLists?: {
		name: string;
	};
	priority: '1' | '2' | '3' | '4' | '5';
	dialingMode?: DialingMode;
	dialingStrategy: DialingStrategy;
	schedule?: {
		isSchedulingEnabled?: boolean;
	};
	experienceFlowName?: string;
	queue_name?: string;
	maxSkips?: number;
	enableMachineDetect?: 'no' | 'detect' | 'disconnect';
	format?: 'simple' | 'advanced';
	message?: SmsMessage;
	campaignType: CampaignType;
} & (unknown & unknown & unknown & unknown & unknown & unknown);

export type DialingStrategy = {
	callerId: {
		phoneNumber: string;
	};
	callingHours: {
		frequency: 'WEEKLY' | 'DAILY' | 'CUSTOM';
		timezone: string;
		days: {
			day: 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU';
			start: string;
			end: string;
		}[];
	};
	dialingOrder?: 'FIFO' | 'LIFO';
	maxAttemptsPerRecord?: number;
	defaultRetryPeriod?: number;
	maxRingTime?: number;
};

export type ScheduleTime = string;

export type NewContact = {
	phoneNumber: string;
	firstName?: string;
	lastName?: string;
	timeZone?: string;
	uniqueId?: string;
	contactPriority?: string;
};
