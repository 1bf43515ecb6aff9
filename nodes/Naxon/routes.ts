// Generated from contracts/naxon.openapi.yaml by npm run contract:generate. Change that file, not this one.
import { jsonParse } from 'n8n-workflow';

import type { Route } from '../shared/call/vendor';

type Routes = {
	'model.getAll': Omit<Route, 'inputs'> & { inputs: { page: { in: 'query'; type: 'integer' }; per_page: { in: 'query'; type: 'integer' }; since: { in: 'query'; type: 'string' }; until: { in: 'query'; type: 'string' } } };
	'model.get': Omit<Route, 'inputs'> & { inputs: { model_id: { in: 'path'; type: 'integer'; required: true } } };
	'conversation.getAllOfModel': Omit<Route, 'inputs'> & {
		inputs: {
			model_id: { in: 'path'; type: 'integer'; required: true };
			page: { in: 'query'; type: 'integer' };
			per_page: { in: 'query'; type: 'integer' };
			since: { in: 'query'; type: 'string' };
			until: { in: 'query'; type: 'string' };
			sort: { in: 'query'; type: 'string'; enum: ['created_at', 'updated_at'] };
		};
	};
	'conversation.getAll': Omit<Route, 'inputs'> & {
		inputs: {
			page: { in: 'query'; type: 'integer' };
			per_page: { in: 'query'; type: 'integer' };
			since: { in: 'query'; type: 'string' };
			until: { in: 'query'; type: 'string' };
			sort: { in: 'query'; type: 'string'; enum: ['created_at', 'updated_at'] };
		};
	};
	'conversation.get': Omit<Route, 'inputs'> & { inputs: { conversation_id: { in: 'path'; type: 'integer'; required: true } } };
	'message.getAll': Omit<Route, 'inputs'> & { inputs: { conversation_id: { in: 'path'; type: 'integer'; required: true }; page: { in: 'query'; type: 'integer' }; per_page: { in: 'query'; type: 'integer' } } };
};

/** Where each operation is and what it takes; `evidence` says how sure verb and path are. */

export const routes = jsonParse<Routes>(String.raw`{
"model.getAll": {"method":"GET","path":"/models","evidence":"guess","safe":true,"scopes":[],"rowNames":["id","name","created_at"],"inputs":{
	"page": {"in":"query","type":"integer","format":"int32","description":"Page number to retrieve. That the first is 1 is inferred from the samples","example":1},
	"per_page": {"in":"query","type":"integer","format":"int32","description":"Number of rows per page; default and maximum were not found","example":10},
	"since": {"in":"query","type":"string","format":"date-time","description":"Get only entries that have been created on or after this timestamp. Forms other than the example's were not found to be accepted; the + has to be sent as %2B","example":"2025-05-05T05:05:05+0700"},
	"until": {"in":"query","type":"string","format":"date-time","description":"Get only entries that have been created on or before this timestamp. Forms other than the example's were not found to be accepted; the + has to be sent as %2B","example":"2025-05-05T05:05:05+0700"}
}},
"model.get": {"method":"GET","path":"/models/{model_id}","evidence":"guess","safe":true,"scopes":[],"shows":{"id":"given"},"inputs":{
	"model_id": {"in":"path","type":"integer","format":"int64","required":true,"description":"ID of the model","example":123}
}},
"conversation.getAllOfModel": {"method":"GET","path":"/models/{model_id}/conversations","evidence":"guess","safe":true,"scopes":[],"rowNames":["id","model_id","model_name","created_at","most_recent_message","recent_messages","platform","platform_user_id","updated_at"],"inputs":{
	"model_id": {"in":"path","type":"integer","format":"int64","required":true,"description":"ID of the model","example":123},
	"page": {"in":"query","type":"integer","format":"int32","description":"Page number to retrieve. That the first is 1 is inferred from the samples","example":1},
	"per_page": {"in":"query","type":"integer","format":"int32","description":"Number of rows per page; default and maximum were not found","example":10},
	"since": {"in":"query","type":"string","format":"date-time","description":"Get only entries that have been created on or after this timestamp. Forms other than the example's were not found to be accepted; the + has to be sent as %2B","example":"2025-05-05T05:05:05+0700"},
	"until": {"in":"query","type":"string","format":"date-time","description":"Get only entries that have been created on or before this timestamp. Forms other than the example's were not found to be accepted; the + has to be sent as %2B","example":"2025-05-05T05:05:05+0700"},
	"sort": {"in":"query","type":"string","enum":["created_at","updated_at"],"default":"created_at","description":"Specifies the time field to use for filtering with since and until. Valid values are created_at or updated_at. Whether it also orders the rows is not stated"}
}},
"conversation.getAll": {"method":"GET","path":"/conversations","evidence":"guess","safe":true,"scopes":[],"rowNames":["id","model_id","model_name","created_at","most_recent_message","recent_messages","platform","platform_user_id","updated_at"],"inputs":{
	"page": {"in":"query","type":"integer","format":"int32","description":"Page number to retrieve. That the first is 1 is inferred from the samples","example":1},
	"per_page": {"in":"query","type":"integer","format":"int32","description":"Number of rows per page; default and maximum were not found","example":10},
	"since": {"in":"query","type":"string","format":"date-time","description":"Get only entries that have been created on or after this timestamp. Forms other than the example's were not found to be accepted; the + has to be sent as %2B","example":"2025-05-05T05:05:05+0700"},
	"until": {"in":"query","type":"string","format":"date-time","description":"Get only entries that have been created on or before this timestamp. Forms other than the example's were not found to be accepted; the + has to be sent as %2B","example":"2025-05-05T05:05:05+0700"},
	"sort": {"in":"query","type":"string","enum":["created_at","updated_at"],"default":"created_at","description":"Specifies the time field to use for filtering with since and until. Valid values are created_at or updated_at. Whether it also orders the rows is not stated"}
}},
"conversation.get": {"method":"GET","path":"/conversations/{conversation_id}","evidence":"guess","safe":true,"scopes":[],"shows":{"id":"given"},"inputs":{
	"conversation_id": {"in":"path","type":"integer","format":"int64","required":true,"description":"ID of the conversation","example":123}
}},
"message.getAll": {"method":"GET","path":"/conversations/{conversation_id}/messages","evidence":"guess","safe":true,"scopes":[],"rowNames":["id","seq","sender","message","created_at"],"inputs":{
	"conversation_id": {"in":"path","type":"integer","format":"int64","required":true,"description":"ID of the conversation","example":123},
	"page": {"in":"query","type":"integer","format":"int32","description":"Page number to retrieve. That the first is 1 is inferred from the samples","example":1},
	"per_page": {"in":"query","type":"integer","format":"int32","description":"Number of rows per page; default and maximum were not found","example":10}
}}
}`);
