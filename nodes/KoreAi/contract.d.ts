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
	'queue.getAll': {
		path: {
			botId: string;
		};
		query?: {
			page?: number;
			limit?: number;
		};
	};
	'queue.create': {
		path: {
			botId: string;
		};
		body?: {
			name: string;
			description?: string;
			isActive?: boolean;
			orgId?: string;
			isAdvancedRoutingEnabled?: boolean;
			hoursOfOperation: {
				id: string;
				name?: string;
			};
			agents?: {
				userId: string;
				aId: string;
				name?: string;
				isPreferredAgent: boolean;
			}[];
			skills?: {
				id: string;
				name?: string;
				isExpireEnabled: boolean;
				expireTime?: MinutesAndSeconds;
			}[];
			agentGroups?: {
				id: string;
			}[];
			advancedSettings?: {
				preferredAgentTimeout?: MinutesAndSeconds;
				isSkillMatchEnabled?: boolean;
				isAffinityMatchEnabled?: boolean;
			};
			enableTransferRules?: boolean;
			transferQueues?: string[];
		};
	};
	'queue.get': {
		path: {
			botId: string;
			queueId: string;
		};
	};
	'queue.delete': {
		path: {
			botId: string;
			queueId: string;
		};
	};
	'queue.getAgents': {
		path: {
			botId: string;
		};
		body?: {
			queueIds?: string[];
		};
	};
	'queue.updatePriorities': {
		path: {
			botId: string;
		};
		body?: {
			queuePriorityData: {
				queueId: string;
				priority: number;
			}[];
		};
	};
	'queue.getStatistics': {
		path: {
			botId: string;
			queueId: string;
		};
		body?: {
			channels?: string[];
			languages?: string[];
		};
	};
	'queue.getHours': {
		path: {
			queueId: string;
			orgId: string;
		};
		header?: {
			iid: string;
		};
	};
	'skillGroup.getAll': {
		path: {
			botId: string;
		};
		query?: {
			page?: number;
			limit?: number;
		};
	};
	'skillGroup.create': {
		path: {
			botId: string;
		};
		body?: {
			name: string;
			description?: string;
			color?: string;
		};
	};
	'skillGroup.get': {
		path: {
			botId: string;
			skillGroupId: string;
		};
	};
	'skillGroup.update': {
		path: {
			botId: string;
			skillGroupId: string;
		};
		body?: {
			name: string;
			description?: string;
			color?: string;
		};
	};
	'skillGroup.delete': {
		path: {
			botId: string;
			skillGroupId: string;
		};
	};
	'skill.getAll': {
		path: {
			botId: string;
			skillGroupId: string;
		};
		query?: {
			page?: number;
			limit?: number;
		};
	};
	'skill.create': {
		path: {
			botId: string;
			skillGroupId: string;
		};
		body?: {
			name: string;
			description?: string;
			agents?: {
				userId?: string;
				proficiencyLevel?: 'expert' | 'novice' | 'average' | 'good';
			}[];
		};
	};
	'skill.get': {
		path: {
			botId: string;
			skillGroupId: string;
			skillId: string;
		};
	};
	'skill.update': {
		path: {
			botId: string;
			skillGroupId: string;
			skillId: string;
		};
		body?: {
			name: string;
			description?: string;
			agents?: {
				userId?: string;
				proficiencyLevel?: 'expert' | 'novice' | 'average' | 'good';
			}[];
		};
	};
	'skill.delete': {
		path: {
			botId: string;
			skillGroupId: string;
			skillId: string;
		};
	};
	'agentGroup.getAll': {
		path: {
			botId: string;
		};
		query?: {
			skip?: number;
			limit?: number;
		};
	};
	'agentGroup.create': {
		path: {
			botId: string;
		};
		body?: {
			name: string;
			description: string;
		};
	};
	'agentGroup.get': {
		path: {
			botId: string;
			agentGroupId: string;
		};
	};
	'agentGroup.update': {
		path: {
			botId: string;
			agentGroupId: string;
		};
		body?: {
			name: string;
			description: string;
			managers: {
				userId: string;
				accessLevel: 'full' | 'view';
			}[];
		};
	};
	'agentGroup.delete': {
		path: {
			botId: string;
			agentGroupId: string;
		};
	};
	'agent.create': {
		path: {
			botId: string;
		};
		body?: {
			emailId: string;
			firstName: string;
			lastName: string;
			roleId: string;
			nickName?: string;
			phoneNumber?: string;
			agentGroupId?: string;
			customId?: string;
			canSupportChat?: boolean;
			canSupportVoice?: boolean;
			createDefaultLayoutAndAssign?: boolean;
			maxChatSupport?: number;
			chatLanguageSupport?: {
				language: string;
				proficiency: string;
				isActive?: boolean;
			}[];
			voiceLanguageSupport?: {
				language: string;
				proficiency: string;
				isActive?: boolean;
			}[];
			skills?: {
				skillId: string;
				proficiencyLevel?: 'expert' | 'novice' | 'average' | 'good';
			}[];
			queues?: {
				id: string;
				isPreferredAgent?: boolean;
			}[];
		};
	};
	'agent.get': {
		path: {
			botId: string;
			agentId: string;
		};
	};
	'agent.update': {
		path: {
			botId: string;
			agentId: string;
		};
		body?: {
			firstName: string;
			lastName: string;
			emailId: string;
			userId: string;
			accountId: string;
			orgId: string;
			roleId: string;
			iId: string;
			id: string;
			agentGroupId: string;
			fullName?: string;
			lFullName?: string;
			nickName?: string;
			phoneNumber?: string;
			customId?: string;
			status?: string;
			createdBy?: string;
			createdByAId?: string;
			lastOnlineAt?: string;
			createdAt?: string;
			updatedAt?: string;
			isAccountOwner?: boolean;
			canSupportChat?: boolean;
			canSupportCase?: boolean;
			canSupportVoiceMail?: boolean;
			canSupportVoice?: boolean;
			attachmentsEnabled?: boolean;
			emojisEnabled?: boolean;
			markedAutoAway?: boolean;
			maxDigitalChatSupport?: number;
			maxEmailChatSupport?: number;
			maxMessagingChatSupport?: number;
			agentGroups?: {
				[key: string]: unknown;
			}[];
			chatLanguageSupport?: {
				[key: string]: unknown;
			}[];
			voiceLanguageSupport?: {
				[key: string]: unknown;
			}[];
			caseLanguageSupport?: {
				[key: string]: unknown;
			}[];
			desktopLayouts?: {
				[key: string]: unknown;
			}[];
			dAgentGroups?: {
				[key: string]: unknown;
			}[];
			voiceSupport?: {
				[key: string]: unknown;
			}[];
			queues?: {
				[key: string]: unknown;
			}[];
			skills?: {
				[key: string]: unknown;
			}[];
		};
	};
	'agent.delete': {
		path: {
			botId: string;
			agentId: string;
		};
	};
	'agent.getByCustomId': {
		path: {
			botId: string;
			customId: string;
		};
	};
	'contact.getAll': {
		path: {
			botId: string;
		};
		query?: {
			skip?: number;
			limit?: number;
		};
	};
	'contact.create': {
		path: {
			botId: string;
		};
		body?: NewCenterContact[];
	};
	'contact.update': {
		path: {
			botId: string;
			contactId: string;
		};
		body?: NewCenterContact;
	};
	'contact.delete': {
		path: {
			botId: string;
			contactId: string;
		};
	};
	'contact.updateMany': {
		path: {
			botId: string;
		};
		body?: ChangedCenterContact[];
	};
	'contact.deleteMany': {
		path: {
			botId: string;
		};
		body?: {
			ids: string[];
		};
	};
	'contact.import': {
		path: {
			botId: string;
		};
		body?: FormData;
	};
	'recording.get': {
		path: {
			botId: string;
		};
		query?: {
			sessionId: string;
		};
	};
	'recording.delete': {
		path: {
			botId: string;
		};
		query?: {
			sessionId: string;
		};
	};
	'recording.getVoicemail': {
		path: {
			botId: string;
		};
		query?: {
			sessionId: string;
			transcription: boolean;
		};
	};
	'workforce.getAgents': {
		query?: {
			offset?: number;
			limit?: number;
		};
		header?: {
			iid: string;
		};
	};
	'workforce.getQueues': {
		header?: {
			iid: string;
		};
	};
	'workforce.getActivity': {
		query?: {
			fromTimeStamp?: string;
			toTimeStamp?: string;
		};
		header?: {
			iid: string;
		};
	};
	'workforce.getVolume': {
		header?: {
			iid: string;
		};
		body?: {
			orgId: string;
			includeSkillBreakdown?: boolean;
			fromTimeStamp?: string;
			toTimeStamp: string;
			skip?: number;
			limit?: number;
		};
	};
	'workforce.getPerformance': {
		header?: {
			iid: string;
		};
		body?: {
			fromTimeStamp?: string;
			toTimeStamp: string;
			skip?: number;
			limit?: number;
		};
	};
	'case.getAll': {
		path: {
			botId: string;
		};
		body?: {
			searchText?: string;
			unresolved?: boolean;
			unassigned?: boolean;
			priority?: string[];
			status?: string[];
			channel?: string[];
			queues?: string[];
			startDate?: string;
			endDate?: string;
			skip?: number;
			limit?: number;
		};
	};
	'case.create': {
		path: {
			botId: string;
		};
		body?: {
			caseTmp: string;
			name: string;
			desc: string;
			userInfo: {
				_id?: string;
				name?: string;
			};
			emailId?: string;
			phoneNumber?: string;
			source: string;
			dueDate: string;
		};
	};
	'case.update': {
		path: {
			botId: string;
			caseId: string;
		};
		body?: {
			name?: string;
			desc?: string;
			language?: string;
			tags?: string[];
			status?: {
				[key: string]: unknown;
			};
			priority?: {
				[key: string]: unknown;
			};
			dueDate?: number;
		};
	};
	'task.getAll': {
		path: {
			botId: string;
		};
		body?: {
			searchText?: string;
			unresolved?: boolean;
			unassigned?: boolean;
			priority?: string[];
			status?: string[];
			channel?: string[];
			queues?: string[];
			startDate?: string;
			endDate?: string;
			skip?: number;
			limit?: number;
		};
	};
	'task.create': {
		path: {
			botId: string;
		};
		body?: {
			caseId: string;
			caseRefId: string;
			taskTmp: string;
			name: string;
			desc?: string;
			userInfo: {
				_id?: string;
				name?: string;
				emailId?: string;
				phoneNumber?: string;
			};
			source: string;
		};
	};
	'task.update': {
		path: {
			botId: string;
			taskId: string;
		};
		body?: {
			name?: string;
			desc?: string;
			language?: string;
			tags?: string[];
			status?: {
				[key: string]: unknown;
			};
			priority?: {
				[key: string]: unknown;
			};
			dueDate?: number;
		};
	};
	'qualityQueue.create': {
		path: {
			botId: string;
		};
		body?: {
			queues: {
				customQueueId: string;
				queueName: string;
				conversationSource: 'AgentAI' | 'QMExpressAI';
				agentEmails?: string[];
			}[];
		};
	};
	'qualityQueue.updateAgents': {
		path: {
			botId: string;
		};
		body?: {
			action: 'assign' | 'unassign';
			mappings: {
				customQueueId: string;
				agentEmails: string[];
			}[];
		};
	};
	'qualityQueue.getJob': {
		path: {
			botId: string;
			jobId: string;
		};
	};
	'recording.control': {
		path: {
			botId: string;
		};
		query?: {
			conversationId: string;
		};
		body?: {
			transcription_action?: 'start' | 'pause' | 'resume' | 'end';
			recording_action?: 'start' | 'pause' | 'resume' | 'stop';
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
	'translationLog.getAll': {
		path: {
			botId: string;
		};
		query?: {
			sessionId?: string;
			fromDate?: string;
			toDate?: string;
			limit?: number;
			offset?: number;
		};
	};
	'changeLog.getAll': {
		path: {
			botId: string;
		};
		query?: {
			offset?: number;
			limit?: number;
			startDate?: string;
			endDate?: string;
		};
	};
	'auditLog.getAll': {
		query?: {
			size?: number;
			offset?: number;
			fromDate: string;
			toDate: string;
			fetchAfter?: string;
		};
	};
	'analytics.getAll': {
		path: {
			botId: string;
		};
		body?: {
			type:
				| 'successintent'
				| 'failintent'
				| 'successtask'
				| 'failtask'
				| 'performance'
				| 'unhandledutterance';
			filters: {
				from: string;
				to: string;
				channel?: string[];
				channelUIds?: string[];
				isAmbiguous?: boolean;
				isDeveloper?: boolean;
				trained?: boolean;
				taskId?: string[];
				userId?: string[];
				tags?: TagFilter;
			};
			sort?: MetricSort;
			limit?: number;
			skip?: number;
		};
	};
	'feedback.getAll': {
		path: {
			botId: string;
		};
		body?: {
			filters: {
				from: string;
				to: string;
				channel?: string[];
			};
			sort?: MetricSort;
			limit?: number;
			skip?: number;
		};
	};
	'feedback.create': {
		path: {
			botId: string;
		};
		body?: {
			channelUId: string;
			name: string;
			score: number;
			channel: string;
			type: 'THUMB' | 'NPS' | 'CSAT';
			language: string;
			message: string;
		};
	};
	'dashboardWidget.getData': {
		path: {
			botId: string;
			dashboardName: string;
			widgetName: string;
		};
		query?: {
			startDate: string;
			endDate: string;
			limit?: number;
		};
	};
	'dashboardWidget.getDataFiltered': {
		path: {
			botId: string;
			dashboardName: string;
			widgetName: string;
		};
		query?: {
			startDate: string;
			endDate: string;
			limit?: number;
		};
		body?: {
			customFilters: {
				filterSource: string;
				fieldName: string;
				values: string[];
			}[];
		};
	};
	'containmentReport.create': {
		path: {
			botId: string;
		};
		query?: {
			skip?: number;
			limit?: number;
		};
		body?: {
			filters: {
				dateFrom?: DateOrTime;
				dateTo?: DateOrTime;
				includeTaskName?: string[];
				ConversationType?: 'Interactive' | 'Non-Interactive';
				ConversationStatus?: 'Active' | 'Closed';
				AggregationType?: 'Daily' | 'Cumulative';
			};
		};
	};
	'containmentReport.getStatus': {
		path: {
			botId: string;
			reportId: string;
		};
	};
	'engagementTrend.get': {
		path: {
			botId: string;
		};
		query?: {
			aggregation_type?: 'daily' | 'hourly';
			start_date: string;
			end_date: string;
			conversationType?: 'All' | 'Interactive' | 'Non Interactive';
			conversationStatus?: 'All' | 'Active' | 'Closed';
			channels?: string;
			timeZoneOffset?: string;
		};
	};
	'engagementTrend.getV1': {
		path: {
			botId: string;
		};
		query?: {
			aggregation_type?: 'Hourly' | 'Daily';
			start_date: string;
			end_date: string;
			channels?: string;
		};
	};
	'billing.getSessionsOfBot': {
		path: {
			botId: string;
		};
		body?: {
			fromDate: DateOrTime;
			toDate: DateOrTime;
			limit?: number;
			skip?: number;
			channel?: string;
		};
	};
	'billing.getSessionsOfAccount': {
		body?: {
			fromDate: DateOrTime;
			toDate: DateOrTime;
			limit?: number;
			skip?: number;
			channel?: string;
			botId?: string;
		};
	};
	'billing.requestUsageSummary': {
		path: {
			botId: string;
		};
		body?: {
			fromDate: DateOrTime;
			toDate: DateOrTime;
			unitType: ('session' | 'request' | 'alert' | 'proactive' | 'conversations')[];
			groupByBot: 'yes' | 'no';
			groupByPeriod: 'date_day_hour' | 'date_day' | 'date_month';
		};
	};
	'billing.getUsageSummaryStatus': {
		path: {
			botId: string;
		};
		query?: {
			type: 'summary';
		};
	};
	'modelUsageLog.getAll': {
		path: {
			botId: string;
		};
		body?: {
			dateFrom: DateOrTime;
			dateTo: DateOrTime;
			limit: string;
			skip?: string;
			isDeveloper?: boolean;
			channel?: string[];
			featureName?: string[];
			taskId?: string;
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
	'user.create': {
		body?: {
			users: NewUser[];
		};
	};
	'user.update': {
		body?: {
			users: ChangedUser[];
		};
	};
	'user.remove': {
		body?: {
			deleteEmailIds?: string[];
			orgUserIds?: string[];
		};
	};
	'user.get': {
		body?: {
			emailIds: string[];
			status?: 'active' | 'not active' | 'all';
		};
	};
	'user.setAccess': {
		body?: {
			emailIds: string[];
			canCreateBot?: boolean;
			isDeveloper?: boolean;
			hasDataTableAndViewAccess?: boolean;
		};
	};
	'role.getAll': {
		query?: {
			roleType: 'admin' | 'bot';
			limit?: number;
			offset?: number;
		};
	};
	'role.export': {
		query?: {
			roleType: 'admin' | 'bot';
		};
	};
	'role.import': {
		query?: {
			roleType: 'admin' | 'bot';
			fullImport?: boolean;
		};
		body?: {
			fileId: string;
		};
	};
	'role.assignBotRole': {
		body?: BotRoleAssignment[];
	};
	'role.assignAdminRole': {
		body?: AdminRoleAssignment[];
	};
	'group.getAll': {
		query?: {
			offset?: number;
			limit?: number;
		};
	};
	'dataTableRow.update': {
		path: {
			tableName: string;
		};
		body?: {
			query: RowQuery;
			data: {
				[key: string]: unknown;
			};
		};
	};
	'dataTableRow.delete': {
		path: {
			tableName: string;
		};
		body?: {
			query: RowQuery;
		};
	};
	'dataTableRow.insertMany': {
		path: {
			tableName: string;
		};
		body?: {
			data: {
				[key: string]: unknown;
			}[];
		};
	};
	'dataTableRow.getAll': {
		path: {
			tableName: string;
		};
		query?: {
			sys_limit?: number;
			sys_offset?: number;
		};
		body?: {
			query?: RowQuery;
		};
	};
	'tableViewRow.getAll': {
		path: {
			viewName: string;
		};
		query?: {
			sys_limit?: number;
			sys_offset?: number;
		};
		body?: {
			query?: RowQuery;
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
	'bot.importAsNew': {
		body?: NewBot;
	};
	'bot.importFunctions': {
		path: {
			botId: string;
		};
		body?: {
			fileName: string;
			fileId: FileId;
		}[];
	};
	'bot.export': {
		path: {
			botId: string;
		};
		body?: BotExportOrder;
	};
	'bot.getExportStatus': {
		path: {
			botId: string;
		};
		query?: {
			exportType?: 'latest' | 'published';
		};
	};
	'bot.installSample': {
		path: {
			sampleBotId: string;
		};
	};
	'bot.getLinkedApps': {
		path: {
			botId: string;
		};
		query?: {
			language?: string;
		};
		header?: {
			'bot-language': string;
			'app-language': string;
			state: 'configured' | 'published';
			'client-app': string;
		};
	};
	'bot.updateNlpConfiguration': {
		path: {
			botId: string;
		};
		query?: {
			language: string;
			groupName?: string;
		};
		body?: NlpConfiguration;
	};
	'botVariable.export': {
		path: {
			botId: string;
		};
	};
	'botVariable.import': {
		path: {
			botId: string;
		};
		body?:
			| NewBotVariable[]
			| ({
					botVariables: NewBotVariable[];
					botCollections?: {
						[key: string]: unknown;
					}[];
					botCollectionVariables?: {
						[key: string]: unknown;
					}[];
			  } & {
					[key: string]: unknown;
			  });
	};
	'channel.enable': {
		body?: {
			streamId: string;
			type: ChannelType;
			channelDetails: ChannelDetails;
		};
	};
	'language.add': {
		path: {
			botId: string;
		};
		body?: {
			enableLanguage: BotLanguage;
			langDefinitionMode: {
				baseLanguage?: string;
				type?: string;
				fileId?: string;
				preferredData?: {
					training?: boolean;
					faqs?: boolean;
					ontology?: boolean;
					smalltalk?: boolean;
					traits?: boolean;
				};
			};
			multiLingualConfigurations: MultiLingual;
		};
	};
	'language.update': {
		path: {
			botId: string;
		};
		body?: {
			updateLanguage: BotLanguage;
			fileId?: string;
			multiLingualConfigurations: MultiLingual;
		};
	};
	'language.setStatus': {
		path: {
			botId: string;
		};
		body?: {
			language: BotLanguage;
			enable: boolean;
		};
	};
	'pushDevice.subscribe': {
		path: {
			botId: string;
		};
		body?: {
			deviceId: PushDeviceId;
			osType: PushOsType;
			userId: PushUserId;
		};
	};
	'pushDevice.getAll': {
		path: {
			botId: string;
		};
		query?: {
			uId: string;
		};
	};
	'pushDevice.unsubscribe': {
		path: {
			botId: string;
		};
		body?: {
			devices?: {
				deviceId: PushDeviceId;
				osType: PushOsType;
			}[];
			unsubscribe?: 'all';
			userId: PushUserId;
		};
	};
	'language.setDefault': {
		path: {
			botId: string;
		};
		body?: {
			Language: BotLanguage;
		};
	};
	'batchTest.getAll': {
		path: {
			botId: string;
		};
		query?: {
			skip?: number;
			limit?: number;
		};
		header?: {
			'bot-language'?: string;
		};
	};
	'batchTest.import': {
		path: {
			botId: string;
		};
		header?: {
			'bot-language'?: string;
		};
		body?: {
			fileName: string;
			fileType?: string;
			importType?: 'new' | 'update';
			delimiter: string;
			description: string;
			name?: string;
			engine?: BatchTestEngine;
		};
	};
	'batchTest.delete': {
		path: {
			botId: string;
			testSuiteName: string;
		};
		header?: {
			'bot-language'?: string;
		};
	};
	'batchTest.export': {
		path: {
			botId: string;
			testSuiteName: string;
		};
		header?: {
			'bot-language'?: string;
		};
	};
	'batchTest.run': {
		path: {
			botId: string;
			testSuiteName: string;
		};
		header?: {
			'bot-language'?: string;
		};
		body?: {
			version: TestedVersion;
			engine?: BatchTestEngine;
		};
	};
	'batchTest.deleteRun': {
		path: {
			botId: string;
			testSuiteName: string;
			testRunId: string;
		};
		header?: {
			'bot-language'?: string;
		};
	};
	'batchTest.getRunStatus': {
		path: {
			botId: string;
			testSuiteName: string;
			testRunId: string;
		};
		header?: {
			'bot-language'?: string;
		};
	};
	'conversationTest.delete': {
		path: {
			botId: string;
		};
		header?: {
			'bot-language'?: string;
		};
		body?: {
			testSuiteNames: string[];
		};
	};
	'conversationTest.create': {
		path: {
			botId: string;
		};
		header?: {
			'bot-language'?: string;
		};
		body?: {
			fileName: string;
			name: string;
			tags?: string[];
			description?: string;
			userEmailId: string;
		};
	};
	'conversationTest.getCreationStatus': {
		path: {
			botId: string;
			creationId: string;
		};
		header?: {
			'bot-language'?: string;
		};
	};
	'conversationTest.run': {
		path: {
			botId: string;
			testSuiteName: string;
		};
		header?: {
			'bot-language'?: string;
		};
		body?: {
			version: TestedVersion;
			userEmailId: string;
		};
	};
	'conversationTest.getRunStatus': {
		path: {
			botId: string;
			testSuiteName: string;
			testRunId: string;
		};
		header?: {
			'bot-language'?: string;
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
	'agentIntegration.getChannelMappings': {
		path: {
			botId: string;
		};
	};
	'agentIntegration.updateChannelMappings': {
		path: {
			botId: string;
		};
		body?: {
			channelMappings: {
				[key: string]: string;
			};
		};
	};
	'agentIntegration.enable': {
		path: {
			botId: string;
			integration: 'custom' | 'genesys' | 'kore' | 'salesforce' | 'servicenow';
		};
		query?: {
			setAsDefault?: boolean;
		};
		body?: {
			[key: string]: unknown;
		};
	};
	'agentIntegration.update': {
		path: {
			botId: string;
			integration: 'custom' | 'genesys' | 'kore' | 'salesforce' | 'servicenow';
		};
		query?: {
			setAsDefault?: boolean;
		};
		body?: {
			[key: string]: unknown;
		};
	};
	'agentIntegration.reset': {
		path: {
			botId: string;
			integration: 'custom' | 'genesys' | 'kore' | 'salesforce' | 'servicenow';
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

export type PushDeviceId = string;

export type PushOsType = string;

export type PushUserId = string;

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

export type MinutesAndSeconds = {
	min?: number;
	sec?: number;
};

export type NewCenterContact = {
	firstName: string;
	lastName: string;
	salutation: string;
	cellPhone: {
		phoneNumber: string;
		countryCode: string;
		extension: string;
	};
};

export type ChangedCenterContact = {
	id: string;
	firstName: string;
	lastName: string;
	salutation: string;
	cellPhone: {
		phoneNumber: string;
		countryCode: string;
		extension: string;
	};
};

export type MetricSort = {
	order: 'asc' | 'desc';
	by: string;
};

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

export type FaqQuestion = {
	question?: string;
	tagsPayload?: unknown[];
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
	subQuestions?: FaqQuestion[];
	subAnswers?: unknown[];
	qsId?: string;
};

export type UserProfile = {
	emailId: string;
	orgUserId?: string;
	firstName?: string;
	lastName?: string;
	companyName?: string;
	dept?: string;
	companyContactPhone?: string;
	worknumber?: string;
	street?: string;
	suiteNo?: string;
	city?: string;
	zip?: string;
	state?: string;
	country?: string;
};

export type NewUser = {
	userInfo: UserProfile;
	groups?: string[];
	roles?: {
		roleId: string;
		botId?: string;
	}[];
	canCreateBot?: boolean;
	isDeveloper?: boolean;
	sendEmail?: boolean;
};

export type ChangedUser = {
	userInfo: UserProfile;
	groups?: {
		addTo?: string[];
		removeFrom?: string[];
	};
	canCreateBot?: boolean;
	isDeveloper?: boolean;
};

export type AdminRoleAssignment = {
	roleId: string;
	addUsers?: Assignees;
	removeUsers?: Assignees;
	addOrgUserIds?: Assignees;
	removeOrgUserIds?: Assignees;
	addGroups?: Assignees;
	removeGroups?: Assignees;
};

export type BotRoleAssignment = {
	roleId: string;
	botId: string;
	addUsers?: Assignees;
	removeUsers?: Assignees;
	addOrgUserIds?: Assignees;
	removeOrgUserIds?: Assignees;
	addGroups?: Assignees;
	removeGroups?: Assignees;
};

export type Assignees = string[];

export type RowQuery = {
	expressions: {
		field: string;
		operand: '=' | '!=' | '<' | '>';
		value: string | number;
	}[];
	operator: 'and' | 'or';
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

export type NewBot = {
	uploadMode: 'JSON' | 'ZIP';
	botDefinition?: FileId;
	configInfo?: FileId;
	botFunctions?: FileId[];
	icon?: FileId;
	zipInfo?: FileId;
	name?: string;
	purpose?: 'customer' | 'employee';
} & (
	| {
			uploadMode?: 'JSON';
	  }
	| {
			uploadMode?: 'ZIP';
	  }
);

export type BotExportType = 'latest' | 'published';

export type BotExportOrder = {
	exportType: BotExportType;
	exportOptions?: {
		tasks?: string[];
		nlpData?: string[];
		settings?: string[];
		AgentAssist?: string[];
		options?: {
			botVariables?: {
				ignore?: string[];
				ignoreEnvironmentVariables?: boolean;
				ignoreContentVariables?: boolean;
			};
		};
	} & {
		[key: string]: unknown;
	};
	subTasks?: {
		alerts?: string[];
		actions?: string[];
		dialogs?: string[];
		experienceFlows?: string[];
	};
	allTasks?: boolean;
	customDashboards?: boolean;
	IncludeDependentTasks?: boolean;
};

export type NlpConfiguration = {
	configurations?: {
		[key: string]: unknown;
	}[];
	mlParams?: {
		[key: string]: unknown;
	};
	nlSettings?: {
		[key: string]: unknown;
	};
	advancedNLPSettings?: {
		[key: string]: unknown;
	}[];
} & {
	[key: string]: unknown;
};

export type NewBotVariable = {
	key: string;
	value?: string;
	hint?: string;
	variableType: 'env' | 'locale';
	scope: 'prePopulated' | 'askOnInstall' | 'hidden';
	localeData?: {
		[key: string]: {
			value: string;
			hint?: string;
		};
	};
} & {
	[key: string]: unknown;
};

export type ChannelType = 'rtm' | 'slack' | 'ivr' | 'msteams';

export type ChannelDetails = {
	type: ChannelType;
	displayName?: string;
	enable: boolean;
	app?: {
		clientId?: string;
		appName?: string;
	};
	botName?: string;
	appId?: string;
	appPassword?: string;
	accessToken?: string;
	clientId?: string;
	clientSecret?: string;
	verificationToken?: string;
	createInstance?: boolean;
	enablePolling?: boolean;
	isAsync?: boolean;
} & {
	[key: string]: unknown;
};

export type MultiLingual = {
	nluLanguage: string;
	inputTranslation: boolean;
	responseTranslation: boolean;
};

export type TestedVersion = 'inDevelopment' | 'published';

export type BatchTestEngine = 'regression' | 'dgpt';

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
