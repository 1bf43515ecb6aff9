// Generated from contracts/koda.openapi.yaml by npm run contract:generate. Change that file, not this one.
import { jsonParse } from 'n8n-workflow';

import type { Route } from '../shared/call/vendor';

type Routes = {
	'callList.getAll': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			page: { in: 'query'; type: 'number'; default: 1 };
			on_page: { in: 'query'; type: 'number'; default: 20 };
			sort_order: { in: 'query'; type: 'string'; enum: ['ASC', 'DESC'] };
			sort_by: { in: 'query'; type: 'string'; enum: ['created_at', 'created_via', 'finished_calls', 'name', 'processed_at', 'start_at', 'status', 'total_calls'] };
		};
	};
	'callList.create': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			name: { in: 'body'; type: 'string'; required: true };
			allowed_hours_start: { in: 'body'; type: 'string'; required: true };
			allowed_hours_end: { in: 'body'; type: 'string'; required: true };
			caller_phone_number: { in: 'body'; type: 'string'; required: true };
			start_block_id: { in: 'body'; type: 'string'; required: true };
			report_vars: { in: 'body'; type: 'array' };
			campaign_vars: { in: 'body'; type: 'array'; required: true };
			max_attempts: { in: 'body'; type: 'number'; required: true };
			attempts_delay: { in: 'body'; type: 'number'; required: true };
			campaign_date_start: { in: 'body'; type: 'string'; required: true };
			campaign_date_time: { in: 'body'; type: 'string'; required: true };
			campaign_date_end: { in: 'body'; type: 'string' };
			campaign_date_time_end: { in: 'body'; type: 'string' };
			campaign_allowed_days: { in: 'body'; type: 'array' };
			calls: { in: 'body'; type: 'array'; required: true };
		};
	};
	'callList.get': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; listId: { in: 'path'; type: 'string'; required: true } } };
	'callList.resume': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; listId: { in: 'path'; type: 'string'; required: true } } };
	'callList.pause': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; listId: { in: 'path'; type: 'string'; required: true } } };
	'chat.getAll': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; page: { in: 'query'; type: 'number'; default: 1 }; on_page: { in: 'query'; type: 'number'; default: 20 } } };
	'chat.get': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			platformUserId: { in: 'path'; type: 'string'; required: true };
			page: { in: 'query'; type: 'number'; default: 1 };
			on_page: { in: 'query'; type: 'number'; default: 20 };
			from: { in: 'query'; type: 'number' };
			to: { in: 'query'; type: 'number' };
		};
	};
	'chat.enableModeratorMode': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; platformUserId: { in: 'path'; type: 'string'; required: true } } };
	'chat.disableModeratorMode': Omit<Route, 'inputs'> & {
		inputs: { botId: { in: 'path'; type: 'string'; required: true }; platformUserId: { in: 'path'; type: 'string'; required: true }; quiet: { in: 'body'; type: 'boolean' }; message: { in: 'body'; type: 'string' } };
	};
	'chat.sendModeratorMessage': Omit<Route, 'inputs'> & {
		inputs: { botId: { in: 'path'; type: 'string'; required: true }; platformUserId: { in: 'path'; type: 'string'; required: true }; moderator_message: { in: 'body'; type: 'string'; required: true } };
	};
	'chat.sendFile': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			platformUserId: { in: 'path'; type: 'string'; required: true };
			audio: { in: 'body'; type: 'string' };
			image: { in: 'body'; type: 'string' };
			file: { in: 'body'; type: 'string' };
			video: { in: 'body'; type: 'string' };
		};
	};
	'chat.sendBlock': Omit<Route, 'inputs'> & {
		inputs: { botId: { in: 'path'; type: 'string'; required: true }; platformUserId: { in: 'path'; type: 'string'; required: true }; block_id: { in: 'body'; type: 'string'; required: true }; user_variables: { in: 'body'; type: 'object' } };
	};
	'document.search': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; search: { in: 'body'; type: 'string' }; metadata_filter: { in: 'body'; type: 'object' } } };
	'document.create': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			title: { in: 'body'; type: 'string'; required: true };
			content: { in: 'body'; type: 'string'; required: true };
			metadata: { in: 'body'; type: 'object' };
			tags: { in: 'body'; type: 'array' };
			auto_publish: { in: 'body'; type: 'boolean' };
			chunk_size: { in: 'body'; type: 'integer' };
		};
	};
	'document.parseUrl': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			url: { in: 'body'; type: 'string'; required: true };
			selector: { in: 'body'; type: 'string' };
			chunk_mode: { in: 'body'; type: 'string'; enum: ['selector', 'html', 'text'] };
			chunk_size: { in: 'body'; type: 'integer'; default: 500 };
		};
	};
	'document.get': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; doc_id: { in: 'path'; type: 'string'; required: true } } };
	'document.update': Omit<Route, 'inputs'> & {
		inputs: {
			botId: { in: 'path'; type: 'string'; required: true };
			doc_id: { in: 'path'; type: 'string'; required: true };
			title: { in: 'body'; type: 'string'; required: true };
			content: { in: 'body'; type: 'string'; required: true };
			metadata: { in: 'body'; type: 'object' };
			tags: { in: 'body'; type: 'array' };
			auto_publish: { in: 'body'; type: 'boolean' };
			chunk_size: { in: 'body'; type: 'integer' };
		};
	};
	'document.delete': Omit<Route, 'inputs'> & { inputs: { botId: { in: 'path'; type: 'string'; required: true }; doc_id: { in: 'path'; type: 'string'; required: true } } };
};

/** Where each operation is and what it takes; `evidence` says how sure verb and path are. */

export const routes = jsonParse<Routes>(String.raw`{
"callList.getAll": {"method":"GET","path":"/v1/bots/{botId}/call-lists","evidence":"guess","safe":true,"scopes":["outbound:read"],"rowNames":["id","status","total_calls","finished_calls","name","start_at","max_call_at","processed_at","created_at","allowed_calling_hours","created_via"],"inputs":{
	"botId": {"in":"path","type":"string","format":"uuid","required":true,"description":"ID of the bot. Called a path parameter for call lists and chats; for documents the position is inferred.","example":"3337eb37-9c70-4e88-a173-21372501d7ee"},
	"page": {"in":"query","type":"number","default":1,"example":3},
	"on_page": {"in":"query","type":"number","default":20,"description":"Rows per page; its maximum was not found","example":3},
	"sort_order": {"in":"query","type":"string","enum":["ASC","DESC"],"default":"DESC"},
	"sort_by": {"in":"query","type":"string","enum":["created_at","created_via","finished_calls","name","processed_at","start_at","status","total_calls"],"default":"created_at"}
}},
"callList.create": {"method":"POST","path":"/v1/bots/{botId}/call-lists","evidence":"guess","safe":false,"scopes":["outbound:create"],"shows":{"list_id":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","format":"uuid","required":true,"description":"ID of the bot. Called a path parameter for call lists and chats; for documents the position is inferred.","example":"3337eb37-9c70-4e88-a173-21372501d7ee"},
	"name": {"in":"body","type":"string","required":true},
	"allowed_hours_start": {"in":"body","type":"string","required":true,"description":"Allowed calling time (start). Form HH:mm, from the sample; time zone not stated","example":"14:30"},
	"allowed_hours_end": {"in":"body","type":"string","required":true,"description":"Allowed calling time (end). Form HH:mm, from the sample; time zone not stated","example":"22:30"},
	"caller_phone_number": {"in":"body","type":"string","required":true,"description":"Number shown to the person called","example":"+48222431496"},
	"start_block_id": {"in":"body","type":"string","required":true,"description":"You can get block id from dashboard's URL: app.kodabots.com/bot/{bot_id}/create-bot/{block_id}","example":"5d306675-4500-409d-80a2-6d16ac28db58"},
	"report_vars": {"in":"body","type":"array","items":{"type":"string"},"description":"Vars will be visible data in the report but it will not influence on call status"},
	"campaign_vars": {"in":"body","type":"array","items":{"type":"string"},"required":true,"description":"When the user has filled all these variables the call gets a final status; the status word itself is lost in the source"},
	"max_attempts": {"in":"body","type":"number","required":true,"description":"Number of calls retries"},
	"attempts_delay": {"in":"body","type":"number","required":true,"description":"Interval between consecutive trials (in hours). Voicebot rings again in allowed hours when the user does not answer the phone, the line is busy or voicemail is detected"},
	"campaign_date_start": {"in":"body","type":"string","required":true,"description":"Voicebot does not make calls before this date. Form YYYY-MM-DD, from the sample","example":"2014-06-03"},
	"campaign_date_time": {"in":"body","type":"string","required":true,"description":"Start time; required but undescribed, meaning and form HH:mm from name and sample","example":"14:30"},
	"campaign_date_end": {"in":"body","type":"string","description":"Voicebot does not make calls after this date. Form YYYY-MM-DD, from the sample","example":"2014-07-03"},
	"campaign_date_time_end": {"in":"body","type":"string","description":"End time; undescribed, meaning and form HH:mm from name and sample","example":"19:30"},
	"campaign_allowed_days": {"in":"body","type":"array","items":{"type":"string","enum":["0","1","2","3","4","5","6"]},"description":"In which week days voicebot can make calls: 1-Monday; 2-Tuesday; 3-Wednesday; 4-Thursday; 5-Friday; 6-Saturday; 0-Sunday (the text speaks of ISO week dates, where Sunday is 7)"},
	"calls": {"in":"body","type":"array","items":{"type":"object"},"required":true,"description":"List of calls to make. The field's name is lost in the text and restored from the sample, near-certain"}
}},
"callList.get": {"method":"GET","path":"/v1/bots/{botId}/call-lists/{listId}","evidence":"guess","safe":true,"scopes":["outbound:read"],"names":["name","allowed_hours_start","allowed_hours_end","caller_phone_number","start_block_id","report_vars","campaign_vars","max_attempts","attempts_delay","campaign_date_start","campaign_date_time","campaign_date_end","campaign_date_time_end","campaign_allowed_days","processed_at","created_via","calls"],"inputs":{
	"botId": {"in":"path","type":"string","format":"uuid","required":true,"description":"ID of the bot. Called a path parameter for call lists and chats; for documents the position is inferred.","example":"3337eb37-9c70-4e88-a173-21372501d7ee"},
	"listId": {"in":"path","type":"string","format":"uuid","required":true,"example":"3337eb37-9c70-4e88-a173-21372501d7ee"}
}},
"callList.resume": {"method":"POST","path":"/v1/bots/{botId}/call-lists/{listId}/resume","evidence":"guess","safe":false,"scopes":["outbound:resume"],"shows":{"result":"true"},"inputs":{
	"botId": {"in":"path","type":"string","format":"uuid","required":true,"description":"ID of the bot. Called a path parameter for call lists and chats; for documents the position is inferred.","example":"3337eb37-9c70-4e88-a173-21372501d7ee"},
	"listId": {"in":"path","type":"string","format":"uuid","required":true,"example":"3337eb37-9c70-4e88-a173-21372501d7ee"}
}},
"callList.pause": {"method":"POST","path":"/v1/bots/{botId}/call-lists/{listId}/pause","evidence":"guess","safe":false,"scopes":["outbound:pause"],"shows":{"result":"true"},"inputs":{
	"botId": {"in":"path","type":"string","format":"uuid","required":true,"description":"ID of the bot. Called a path parameter for call lists and chats; for documents the position is inferred.","example":"3337eb37-9c70-4e88-a173-21372501d7ee"},
	"listId": {"in":"path","type":"string","format":"uuid","required":true,"example":"3337eb37-9c70-4e88-a173-21372501d7ee"}
}},
"chat.getAll": {"method":"GET","path":"/v1/bots/{botId}/inbox","evidence":"guess","safe":true,"scopes":["inbox:read"],"rowNames":["platform_user_id","platform","avatar","first_name","last_name","moderator_mode","last_inbox_message"],"inputs":{
	"botId": {"in":"path","type":"string","format":"uuid","required":true,"description":"ID of the bot. Called a path parameter for call lists and chats; for documents the position is inferred.","example":"3337eb37-9c70-4e88-a173-21372501d7ee"},
	"page": {"in":"query","type":"number","default":1,"example":3},
	"on_page": {"in":"query","type":"number","default":20,"description":"Rows per page; its maximum was not found","example":3}
}},
"chat.get": {"method":"GET","path":"/v1/bots/{botId}/inbox/{platformUserId}","evidence":"guess","safe":true,"scopes":["inbox:read"],"rowNames":["block_id","type","date","block"],"inputs":{
	"botId": {"in":"path","type":"string","format":"uuid","required":true,"description":"ID of the bot. Called a path parameter for call lists and chats; for documents the position is inferred.","example":"3337eb37-9c70-4e88-a173-21372501d7ee"},
	"platformUserId": {"in":"path","type":"string","required":true},
	"page": {"in":"query","type":"number","default":1,"example":3},
	"on_page": {"in":"query","type":"number","default":20,"description":"Rows per page; its maximum was not found","example":3},
	"from": {"in":"query","type":"number","description":"Documented as \u0060number <timestamp>\u0060; the unit, seconds, is inferred from the entries' \u0060date\u0060"},
	"to": {"in":"query","type":"number","description":"Documented as \u0060number <timestamp>\u0060; the unit, seconds, is inferred from the entries' \u0060date\u0060"}
}},
"chat.enableModeratorMode": {"method":"POST","path":"/v1/bots/{botId}/inbox/{platformUserId}/enable-moderator-mode","evidence":"guess","safe":false,"scopes":["inbox:read and inbox:modify"],"shows":{".":"true"},"inputs":{
	"botId": {"in":"path","type":"string","format":"uuid","required":true,"description":"ID of the bot. Called a path parameter for call lists and chats; for documents the position is inferred.","example":"3337eb37-9c70-4e88-a173-21372501d7ee"},
	"platformUserId": {"in":"path","type":"string","required":true}
}},
"chat.disableModeratorMode": {"method":"POST","path":"/v1/bots/{botId}/inbox/{platformUserId}/disable-moderator-mode","evidence":"guess","safe":false,"scopes":["inbox:read and inbox:modify"],"shows":{".":"true"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","format":"uuid","required":true,"description":"ID of the bot. Called a path parameter for call lists and chats; for documents the position is inferred.","example":"3337eb37-9c70-4e88-a173-21372501d7ee"},
	"platformUserId": {"in":"path","type":"string","required":true},
	"quiet": {"in":"body","type":"boolean","description":"Don't send the block configured in the chatbot's settings (dashboard)"},
	"message": {"in":"body","type":"string","maxLength":1000,"description":"Overwrite message set in the dashboard. A message will be sent to the user"}
}},
"chat.sendModeratorMessage": {"method":"POST","path":"/v1/bots/{botId}/inbox/{platformUserId}/message","evidence":"guess","safe":false,"scopes":["inbox:read and inbox:modify"],"shows":{".":"true"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","format":"uuid","required":true,"description":"ID of the bot. Called a path parameter for call lists and chats; for documents the position is inferred.","example":"3337eb37-9c70-4e88-a173-21372501d7ee"},
	"platformUserId": {"in":"path","type":"string","required":true},
	"moderator_message": {"in":"body","type":"string","maxLength":1000,"required":true}
}},
"chat.sendFile": {"method":"POST","path":"/v1/bots/{botId}/inbox/{platformUserId}/attachment","evidence":"guess","safe":false,"scopes":["inbox:read and inbox:modify"],"shows":{".":"true"},"body":"multipart","inputs":{
	"botId": {"in":"path","type":"string","format":"uuid","required":true,"description":"ID of the bot. Called a path parameter for call lists and chats; for documents the position is inferred.","example":"3337eb37-9c70-4e88-a173-21372501d7ee"},
	"platformUserId": {"in":"path","type":"string","required":true},
	"audio": {"in":"body","type":"string","format":"binary"},
	"image": {"in":"body","type":"string","format":"binary"},
	"file": {"in":"body","type":"string","format":"binary"},
	"video": {"in":"body","type":"string","format":"binary"}
}},
"chat.sendBlock": {"method":"POST","path":"/v1/bots/{botId}/inbox/{platformUserId}/block","evidence":"guess","safe":false,"scopes":["inbox:read and inbox:modify"],"shows":{".":"empty"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","format":"uuid","required":true,"description":"ID of the bot. Called a path parameter for call lists and chats; for documents the position is inferred.","example":"3337eb37-9c70-4e88-a173-21372501d7ee"},
	"platformUserId": {"in":"path","type":"string","required":true},
	"block_id": {"in":"body","type":"string","required":true,"description":"Block id"},
	"user_variables": {"in":"body","type":"object","description":"Optional user variables; the field's name is restored from the sample"}
}},
"document.search": {"method":"POST","path":"/v1/bots/{botId}/knowledge-base/search","evidence":"guess","safe":true,"scopes":["knowledge_base:read"],"rowNames":["doc_id","title","meta","created_at","updated_at"],"body":"json","inputs":{
	"botId": {"in":"path","type":"string","format":"uuid","required":true,"description":"ID of the bot. Called a path parameter for call lists and chats; for documents the position is inferred.","example":"3337eb37-9c70-4e88-a173-21372501d7ee"},
	"search": {"in":"body","type":"string","description":"Search query text"},
	"metadata_filter": {"in":"body","type":"object","description":"The field's name is restored from the sample"}
}},
"document.create": {"method":"POST","path":"/v1/bots/{botId}/knowledge-base","evidence":"guess","safe":false,"scopes":["knowledge_base:modify"],"shows":{"doc_id":"given"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","format":"uuid","required":true,"description":"ID of the bot. Called a path parameter for call lists and chats; for documents the position is inferred.","example":"3337eb37-9c70-4e88-a173-21372501d7ee"},
	"title": {"in":"body","type":"string","maxLength":120,"required":true},
	"content": {"in":"body","type":"string","required":true},
	"metadata": {"in":"body","type":"object","description":"The field's name is restored from the sample, whose values are strings. Answers call it \u0060meta\u0060"},
	"tags": {"in":"body","type":"array","items":{"type":"string"},"description":"Tags for the document. Will be converted to metadata with lowercase and underscores (e.g. 'Product Guide' becomes 'product_guide': 'yes')"},
	"auto_publish": {"in":"body","type":"boolean","default":false,"description":"Automatically publish new version with changes. Otherwise it will be added to draft and a user approves the changes in the dashboard"},
	"chunk_size": {"in":"body","type":"integer","minimum":100,"maximum":1000,"description":"Chunk size for splitting the document into smaller parts. This is useful for large documents to improve searchability"}
}},
"document.parseUrl": {"method":"POST","path":"/v1/bots/{botId}/knowledge-base/parse","evidence":"guess","safe":true,"scopes":["knowledge_base:parser"],"shows":{"success":"true"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","format":"uuid","required":true,"description":"ID of the bot. Called a path parameter for call lists and chats; for documents the position is inferred.","example":"3337eb37-9c70-4e88-a173-21372501d7ee"},
	"url": {"in":"body","type":"string","format":"uri","required":true,"description":"URL of the website to parse"},
	"selector": {"in":"body","type":"string","default":"body","description":"Optional CSS selector to target specific content on the page"},
	"chunk_mode": {"in":"body","type":"string","enum":["selector","html","text"],"default":"html","description":"Method to use for chunking content. 'selector' uses the provided CSS selector, 'html' splits content based on HTML semantic structure (headings, paragraphs, etc.), while 'text' extracts readable content and then divides it into chunks based on chunk_size."},
	"chunk_size": {"in":"body","type":"integer","default":500,"minimum":100,"maximum":1000,"description":"Size of content chunks for processing. Used only if chunk_mode is 'text'."}
}},
"document.get": {"method":"GET","path":"/v1/bots/{botId}/knowledge-base/{doc_id}","evidence":"guess","safe":true,"scopes":["knowledge_base:read"],"shows":{"doc_id":"given"},"inputs":{
	"botId": {"in":"path","type":"string","format":"uuid","required":true,"description":"ID of the bot. Called a path parameter for call lists and chats; for documents the position is inferred.","example":"3337eb37-9c70-4e88-a173-21372501d7ee"},
	"doc_id": {"in":"path","type":"string","format":"uuid","required":true,"description":"Required and named in the docs; that it stands in the path is inferred","example":"3337eb37-9c70-4e88-a173-21372501d7ee"}
}},
"document.update": {"method":"PUT","path":"/v1/bots/{botId}/knowledge-base/{doc_id}","evidence":"guess","safe":false,"scopes":["knowledge_base:modify"],"shows":{"success":"true"},"body":"json","inputs":{
	"botId": {"in":"path","type":"string","format":"uuid","required":true,"description":"ID of the bot. Called a path parameter for call lists and chats; for documents the position is inferred.","example":"3337eb37-9c70-4e88-a173-21372501d7ee"},
	"doc_id": {"in":"path","type":"string","format":"uuid","required":true,"description":"Required and named in the docs; that it stands in the path is inferred","example":"3337eb37-9c70-4e88-a173-21372501d7ee"},
	"title": {"in":"body","type":"string","maxLength":120,"required":true},
	"content": {"in":"body","type":"string","required":true},
	"metadata": {"in":"body","type":"object","description":"The field's name is restored from the sample, whose values are strings. Answers call it \u0060meta\u0060"},
	"tags": {"in":"body","type":"array","items":{"type":"string"},"description":"Tags for the document. Will be converted to metadata with lowercase and underscores (e.g. 'Product Guide' becomes 'product_guide': 'yes')"},
	"auto_publish": {"in":"body","type":"boolean","default":false,"description":"Automatically publish new version with changes. Otherwise it will be added to draft and a user approves the changes in the dashboard"},
	"chunk_size": {"in":"body","type":"integer","minimum":100,"maximum":1000,"description":"Chunk size for splitting the document into smaller parts. This is useful for large documents to improve searchability"}
}},
"document.delete": {"method":"DELETE","path":"/v1/bots/{botId}/knowledge-base/{doc_id}","evidence":"guess","safe":false,"scopes":["knowledge_base:modify"],"shows":{"success":"true"},"inputs":{
	"botId": {"in":"path","type":"string","format":"uuid","required":true,"description":"ID of the bot. Called a path parameter for call lists and chats; for documents the position is inferred.","example":"3337eb37-9c70-4e88-a173-21372501d7ee"},
	"doc_id": {"in":"path","type":"string","format":"uuid","required":true,"description":"Required and named in the docs; that it stands in the path is inferred","example":"3337eb37-9c70-4e88-a173-21372501d7ee"}
}}
}`);
