// Generated from contracts/koda.openapi.yaml by npm run contract:generate. Change that file, not this one.

export type Operations = {
	'callList.getAll': {
		path: {
			botId: string;
		};
		query?: {
			page?: number;
			on_page?: number;
			sort_order?: 'ASC' | 'DESC';
			sort_by?:
				| 'created_at'
				| 'created_via'
				| 'finished_calls'
				| 'name'
				| 'processed_at'
				| 'start_at'
				| 'status'
				| 'total_calls';
		};
	};
	'callList.create': {
		path: {
			botId: string;
		};
		body?: CallListInput;
	};
	'callList.get': {
		path: {
			botId: string;
			listId: string;
		};
	};
	'callList.resume': {
		path: {
			botId: string;
			listId: string;
		};
	};
	'callList.pause': {
		path: {
			botId: string;
			listId: string;
		};
	};
	'chat.getAll': {
		path: {
			botId: string;
		};
		query?: {
			page?: number;
			on_page?: number;
		};
	};
	'chat.get': {
		path: {
			botId: string;
			platformUserId: string;
		};
		query?: {
			page?: number;
			on_page?: number;
			from?: number;
			to?: number;
		};
	};
	'chat.enableModeratorMode': {
		path: {
			botId: string;
			platformUserId: string;
		};
	};
	'chat.disableModeratorMode': {
		path: {
			botId: string;
			platformUserId: string;
		};
		body?: {
			quiet?: boolean;
			message?: string;
		};
	};
	'chat.sendModeratorMessage': {
		path: {
			botId: string;
			platformUserId: string;
		};
		body?: {
			moderator_message: string;
		};
	};
	'chat.sendFile': {
		path: {
			botId: string;
			platformUserId: string;
		};
		body?: FormData;
	};
	'chat.sendBlock': {
		path: {
			botId: string;
			platformUserId: string;
		};
		body?: {
			block_id: string;
			user_variables?: {
				[key: string]: unknown;
			};
		};
	};
	'document.search': {
		path: {
			botId: string;
		};
		body?: {
			search?: string;
			metadata_filter?: MetadataFilter;
		};
	};
	'document.create': {
		path: {
			botId: string;
		};
		body?: DocumentInput;
	};
	'document.parseUrl': {
		path: {
			botId: string;
		};
		body?: {
			url: string;
			selector?: string;
			chunk_mode?: 'selector' | 'html' | 'text';
			chunk_size?: number;
		};
	};
	'document.get': {
		path: {
			botId: string;
			doc_id: string;
		};
	};
	'document.update': {
		path: {
			botId: string;
			doc_id: string;
		};
		body?: DocumentInput;
	};
	'document.delete': {
		path: {
			botId: string;
			doc_id: string;
		};
	};
};

export type CallListSettings = {
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

export type CallListInput = WithRequired<
	CallListSettings,
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
	calls: CallInput[];
};

export type CallInput = {
	phone_number: string;
} & {
	[key: string]: unknown;
};

export type MetadataFilter = {
	relation_type?: string;
	conditions?: {
		meta_key?: string;
		operator?: string;
		values?: string[];
	}[];
};

export type DocumentInput = {
	title: string;
	content: string;
	metadata?: {
		[key: string]: unknown;
	};
	tags?: string[];
	auto_publish?: boolean;
	chunk_size?: number;
};

type WithRequired<T, K extends keyof T> = T & {
	[P in K]-?: T[P];
};
