// Generated from contracts/naxon.openapi.yaml by npm run contract:generate. Change that file, not this one.

export type Operations = {
	'model.getAll': {
		query?: {
			page?: number;
			per_page?: number;
			since?: string;
			until?: string;
		};
	};
	'model.get': {
		path: {
			model_id: number;
		};
	};
	'conversation.getAllOfModel': {
		path: {
			model_id: number;
		};
		query?: {
			page?: number;
			per_page?: number;
			since?: string;
			until?: string;
			sort?: 'created_at' | 'updated_at';
		};
	};
	'conversation.getAll': {
		query?: {
			page?: number;
			per_page?: number;
			since?: string;
			until?: string;
			sort?: 'created_at' | 'updated_at';
		};
	};
	'conversation.get': {
		path: {
			conversation_id: number;
		};
	};
	'message.getAll': {
		path: {
			conversation_id: number;
		};
		query?: {
			page?: number;
			per_page?: number;
		};
	};
};

export type Timestamp = string;

export type Message = {
	id: number;
	seq?: string;
	sender?: string;
	message?: string;
	created_at?: Timestamp;
};

export type ConversationBase = {
	id: number;
	model_id?: number;
	model_name?: string;
	created_at?: Timestamp;
	most_recent_message?: Message;
	recent_messages?: Message[];
	platform?: string;
	platform_user_id?: string;
};

export type KeywordNotification = ConversationBase & {
	keyword: string;
};
