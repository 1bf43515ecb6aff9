// Generated from contracts/koopid.openapi.yaml by npm run contract:generate. Change that file, not this one.
import { jsonParse } from 'n8n-workflow';

import type { Route } from '../shared/call/vendor';

type Routes = {
	'agent.getAccessStats': Omit<Route, 'inputs'> & { inputs: { providerId: { in: 'query'; type: 'string'; required: true }; start: { in: 'body'; type: 'integer' }; end: { in: 'body'; type: 'integer' }; interval: { in: 'body' } } };
	'agent.getQueueStats': Omit<Route, 'inputs'> & { inputs: { providerId: { in: 'query'; type: 'string'; required: true }; start: { in: 'body'; type: 'integer' }; end: { in: 'body'; type: 'integer' }; interval: { in: 'body' } } };
	'agent.getSessionStats': Omit<Route, 'inputs'> & { inputs: { providerId: { in: 'query'; type: 'string'; required: true }; start: { in: 'body'; type: 'integer' }; end: { in: 'body'; type: 'integer' }; interval: { in: 'body' } } };
	'bot.getAccessStats': Omit<Route, 'inputs'> & { inputs: { providerId: { in: 'query'; type: 'string'; required: true }; start: { in: 'body'; type: 'integer' }; end: { in: 'body'; type: 'integer' }; interval: { in: 'body' } } };
	'customer.getEndpoints': Omit<Route, 'inputs'> & { inputs: { providerId: { in: 'query'; type: 'string'; required: true }; start: { in: 'body'; type: 'integer' }; end: { in: 'body'; type: 'integer' }; interval: { in: 'body' } } };
	'database.getStats': Omit<Route, 'inputs'> & { inputs: { providerId: { in: 'query'; type: 'string'; required: true }; start: { in: 'body'; type: 'integer' }; end: { in: 'body'; type: 'integer' }; interval: { in: 'body' } } };
	'conversation.getIntents': Omit<Route, 'inputs'> & { inputs: { providerId: { in: 'query'; type: 'string'; required: true }; start: { in: 'body'; type: 'integer' }; end: { in: 'body'; type: 'integer' }; interval: { in: 'body' } } };
	'conversation.getInteractionTypes': Omit<Route, 'inputs'> & {
		inputs: { providerId: { in: 'query'; type: 'string'; required: true }; start: { in: 'body'; type: 'integer' }; end: { in: 'body'; type: 'integer' }; interval: { in: 'body' } };
	};
	'conversation.getInteractions': Omit<Route, 'inputs'> & { inputs: { providerId: { in: 'query'; type: 'string'; required: true }; start: { in: 'body'; type: 'integer' }; end: { in: 'body'; type: 'integer' }; interval: { in: 'body' } } };
	'message.getMessages': Omit<Route, 'inputs'> & { inputs: { providerId: { in: 'query'; type: 'string'; required: true }; start: { in: 'body'; type: 'integer' }; end: { in: 'body'; type: 'integer' }; interval: { in: 'body' } } };
	'conversation.getSummary': Omit<Route, 'inputs'> & { inputs: { providerId: { in: 'query'; type: 'string'; required: true }; start: { in: 'body'; type: 'integer' }; end: { in: 'body'; type: 'integer' }; interval: { in: 'body' } } };
	'message.getTopWords': Omit<Route, 'inputs'> & { inputs: { providerId: { in: 'query'; type: 'string'; required: true }; start: { in: 'body'; type: 'integer' }; end: { in: 'body'; type: 'integer' }; interval: { in: 'body' } } };
	'conversation.getChatStats': Omit<Route, 'inputs'> & { inputs: { providerId: { in: 'query'; type: 'string'; required: true } } };
	'customer.getActivity': Omit<Route, 'inputs'> & { inputs: { providerId: { in: 'query'; type: 'string'; required: true }; for: { in: 'query'; type: 'integer' } } };
	'conversation.getStats': Omit<Route, 'inputs'> & {
		inputs: { providerId: { in: 'path'; type: 'string'; required: true }; start: { in: 'query'; type: 'integer' }; end: { in: 'query'; type: 'integer' }; tz: { in: 'query'; type: 'string' } };
	};
	'message.getRedacted': Omit<Route, 'inputs'> & { inputs: { providerId: { in: 'path'; type: 'string'; required: true }; start: { in: 'query'; type: 'integer' }; end: { in: 'query'; type: 'integer' } } };
	'message.getRedactedWithPlot': Omit<Route, 'inputs'> & {
		inputs: { providerId: { in: 'path'; type: 'string'; required: true }; start: { in: 'query'; type: 'integer' }; end: { in: 'query'; type: 'integer' }; viewtype: { in: 'query'; type: 'string' } };
	};
	'analytics.get': Omit<Route, 'inputs'> & {
		inputs: {
			analysisType: { in: 'path'; type: 'string'; required: true };
			providerId: { in: 'path'; type: 'string'; required: true };
			data: { in: 'query'; type: 'string' };
			start: { in: 'query'; type: 'integer' };
			end: { in: 'query'; type: 'integer' };
		};
	};
	'analytics.post': Omit<Route, 'inputs'> & {
		inputs: {
			analysisType: { in: 'path'; type: 'string'; required: true };
			providerId: { in: 'path'; type: 'string'; required: true };
			start: { in: 'body'; type: 'integer' };
			end: { in: 'body'; type: 'integer' };
			interval: { in: 'body' };
		};
	};
};

/** Where each operation is and what it takes; `evidence` says how sure verb and path are. */

export const routes = jsonParse<Routes>(String.raw`{
"agent.getAccessStats": {"method":"POST","path":"/Dashboard/AgentAccessStats","evidence":"documented","safe":true,"scopes":[],"untyped":true,"body":"json","inputs":{
	"providerId": {"in":"query","type":"string","required":true,"description":"Provider that is asked about. Documented for the reporting API and for chat stats. The text speaks of two required parameters, lists three and shows three, so this one is always sent and partnerId when it is set (inferred); beside a providerId in the path it is harmless (inferred)","example":"1020"},
	"start": {"in":"body","type":"integer","format":"int64","description":"Named and measured like the query parameter start of the GET calls"},
	"end": {"in":"body","type":"integer","format":"int64","description":"Named and measured like the query parameter end of the GET calls"},
	"interval": {"in":"body","description":"Data is aggregated by an interval (documented, such as 30 days by 1 day); its name, type and unit were not found"}
}},
"agent.getQueueStats": {"method":"POST","path":"/Dashboard/AgentQueueStats","evidence":"inferred","safe":true,"scopes":[],"untyped":true,"body":"json","inputs":{
	"providerId": {"in":"query","type":"string","required":true,"description":"Provider that is asked about. Documented for the reporting API and for chat stats. The text speaks of two required parameters, lists three and shows three, so this one is always sent and partnerId when it is set (inferred); beside a providerId in the path it is harmless (inferred)","example":"1020"},
	"start": {"in":"body","type":"integer","format":"int64","description":"Named and measured like the query parameter start of the GET calls"},
	"end": {"in":"body","type":"integer","format":"int64","description":"Named and measured like the query parameter end of the GET calls"},
	"interval": {"in":"body","description":"Data is aggregated by an interval (documented, such as 30 days by 1 day); its name, type and unit were not found"}
}},
"agent.getSessionStats": {"method":"POST","path":"/Dashboard/AgentSessionStats","evidence":"documented","safe":true,"scopes":[],"untyped":true,"body":"json","inputs":{
	"providerId": {"in":"query","type":"string","required":true,"description":"Provider that is asked about. Documented for the reporting API and for chat stats. The text speaks of two required parameters, lists three and shows three, so this one is always sent and partnerId when it is set (inferred); beside a providerId in the path it is harmless (inferred)","example":"1020"},
	"start": {"in":"body","type":"integer","format":"int64","description":"Named and measured like the query parameter start of the GET calls"},
	"end": {"in":"body","type":"integer","format":"int64","description":"Named and measured like the query parameter end of the GET calls"},
	"interval": {"in":"body","description":"Data is aggregated by an interval (documented, such as 30 days by 1 day); its name, type and unit were not found"}
}},
"bot.getAccessStats": {"method":"POST","path":"/Dashboard/BotAccessStats","evidence":"documented","safe":true,"scopes":[],"untyped":true,"body":"json","inputs":{
	"providerId": {"in":"query","type":"string","required":true,"description":"Provider that is asked about. Documented for the reporting API and for chat stats. The text speaks of two required parameters, lists three and shows three, so this one is always sent and partnerId when it is set (inferred); beside a providerId in the path it is harmless (inferred)","example":"1020"},
	"start": {"in":"body","type":"integer","format":"int64","description":"Named and measured like the query parameter start of the GET calls"},
	"end": {"in":"body","type":"integer","format":"int64","description":"Named and measured like the query parameter end of the GET calls"},
	"interval": {"in":"body","description":"Data is aggregated by an interval (documented, such as 30 days by 1 day); its name, type and unit were not found"}
}},
"customer.getEndpoints": {"method":"POST","path":"/Dashboard/CustomerEndpoint","evidence":"documented","safe":true,"scopes":[],"untyped":true,"body":"json","inputs":{
	"providerId": {"in":"query","type":"string","required":true,"description":"Provider that is asked about. Documented for the reporting API and for chat stats. The text speaks of two required parameters, lists three and shows three, so this one is always sent and partnerId when it is set (inferred); beside a providerId in the path it is harmless (inferred)","example":"1020"},
	"start": {"in":"body","type":"integer","format":"int64","description":"Named and measured like the query parameter start of the GET calls"},
	"end": {"in":"body","type":"integer","format":"int64","description":"Named and measured like the query parameter end of the GET calls"},
	"interval": {"in":"body","description":"Data is aggregated by an interval (documented, such as 30 days by 1 day); its name, type and unit were not found"}
}},
"database.getStats": {"method":"POST","path":"/Dashboard/DBStats","evidence":"documented","safe":true,"scopes":[],"untyped":true,"body":"json","inputs":{
	"providerId": {"in":"query","type":"string","required":true,"description":"Provider that is asked about. Documented for the reporting API and for chat stats. The text speaks of two required parameters, lists three and shows three, so this one is always sent and partnerId when it is set (inferred); beside a providerId in the path it is harmless (inferred)","example":"1020"},
	"start": {"in":"body","type":"integer","format":"int64","description":"Named and measured like the query parameter start of the GET calls"},
	"end": {"in":"body","type":"integer","format":"int64","description":"Named and measured like the query parameter end of the GET calls"},
	"interval": {"in":"body","description":"Data is aggregated by an interval (documented, such as 30 days by 1 day); its name, type and unit were not found"}
}},
"conversation.getIntents": {"method":"POST","path":"/Dashboard/Intents","evidence":"documented","safe":true,"scopes":[],"untyped":true,"body":"json","inputs":{
	"providerId": {"in":"query","type":"string","required":true,"description":"Provider that is asked about. Documented for the reporting API and for chat stats. The text speaks of two required parameters, lists three and shows three, so this one is always sent and partnerId when it is set (inferred); beside a providerId in the path it is harmless (inferred)","example":"1020"},
	"start": {"in":"body","type":"integer","format":"int64","description":"Named and measured like the query parameter start of the GET calls"},
	"end": {"in":"body","type":"integer","format":"int64","description":"Named and measured like the query parameter end of the GET calls"},
	"interval": {"in":"body","description":"Data is aggregated by an interval (documented, such as 30 days by 1 day); its name, type and unit were not found"}
}},
"conversation.getInteractionTypes": {"method":"POST","path":"/Dashboard/InteractionType","evidence":"documented","safe":true,"scopes":[],"untyped":true,"body":"json","inputs":{
	"providerId": {"in":"query","type":"string","required":true,"description":"Provider that is asked about. Documented for the reporting API and for chat stats. The text speaks of two required parameters, lists three and shows three, so this one is always sent and partnerId when it is set (inferred); beside a providerId in the path it is harmless (inferred)","example":"1020"},
	"start": {"in":"body","type":"integer","format":"int64","description":"Named and measured like the query parameter start of the GET calls"},
	"end": {"in":"body","type":"integer","format":"int64","description":"Named and measured like the query parameter end of the GET calls"},
	"interval": {"in":"body","description":"Data is aggregated by an interval (documented, such as 30 days by 1 day); its name, type and unit were not found"}
}},
"conversation.getInteractions": {"method":"POST","path":"/Dashboard/Interactions","evidence":"documented","safe":true,"scopes":[],"untyped":true,"body":"json","inputs":{
	"providerId": {"in":"query","type":"string","required":true,"description":"Provider that is asked about. Documented for the reporting API and for chat stats. The text speaks of two required parameters, lists three and shows three, so this one is always sent and partnerId when it is set (inferred); beside a providerId in the path it is harmless (inferred)","example":"1020"},
	"start": {"in":"body","type":"integer","format":"int64","description":"Named and measured like the query parameter start of the GET calls"},
	"end": {"in":"body","type":"integer","format":"int64","description":"Named and measured like the query parameter end of the GET calls"},
	"interval": {"in":"body","description":"Data is aggregated by an interval (documented, such as 30 days by 1 day); its name, type and unit were not found"}
}},
"message.getMessages": {"method":"POST","path":"/Dashboard/Messages","evidence":"documented","safe":true,"scopes":[],"untyped":true,"body":"json","inputs":{
	"providerId": {"in":"query","type":"string","required":true,"description":"Provider that is asked about. Documented for the reporting API and for chat stats. The text speaks of two required parameters, lists three and shows three, so this one is always sent and partnerId when it is set (inferred); beside a providerId in the path it is harmless (inferred)","example":"1020"},
	"start": {"in":"body","type":"integer","format":"int64","description":"Named and measured like the query parameter start of the GET calls"},
	"end": {"in":"body","type":"integer","format":"int64","description":"Named and measured like the query parameter end of the GET calls"},
	"interval": {"in":"body","description":"Data is aggregated by an interval (documented, such as 30 days by 1 day); its name, type and unit were not found"}
}},
"conversation.getSummary": {"method":"POST","path":"/Dashboard/Summary","evidence":"documented","safe":true,"scopes":[],"untyped":true,"body":"json","inputs":{
	"providerId": {"in":"query","type":"string","required":true,"description":"Provider that is asked about. Documented for the reporting API and for chat stats. The text speaks of two required parameters, lists three and shows three, so this one is always sent and partnerId when it is set (inferred); beside a providerId in the path it is harmless (inferred)","example":"1020"},
	"start": {"in":"body","type":"integer","format":"int64","description":"Named and measured like the query parameter start of the GET calls"},
	"end": {"in":"body","type":"integer","format":"int64","description":"Named and measured like the query parameter end of the GET calls"},
	"interval": {"in":"body","description":"Data is aggregated by an interval (documented, such as 30 days by 1 day); its name, type and unit were not found"}
}},
"message.getTopWords": {"method":"POST","path":"/Dashboard/TopWords","evidence":"inferred","safe":true,"scopes":[],"untyped":true,"body":"json","inputs":{
	"providerId": {"in":"query","type":"string","required":true,"description":"Provider that is asked about. Documented for the reporting API and for chat stats. The text speaks of two required parameters, lists three and shows three, so this one is always sent and partnerId when it is set (inferred); beside a providerId in the path it is harmless (inferred)","example":"1020"},
	"start": {"in":"body","type":"integer","format":"int64","description":"Named and measured like the query parameter start of the GET calls"},
	"end": {"in":"body","type":"integer","format":"int64","description":"Named and measured like the query parameter end of the GET calls"},
	"interval": {"in":"body","description":"Data is aggregated by an interval (documented, such as 30 days by 1 day); its name, type and unit were not found"}
}},
"conversation.getChatStats": {"method":"GET","path":"/Dashboard/ChatStats","evidence":"documented","safe":true,"scopes":[],"untyped":true,"accept":"*/*","inputs":{
	"providerId": {"in":"query","type":"string","required":true,"description":"Provider that is asked about. Documented for the reporting API and for chat stats. The text speaks of two required parameters, lists three and shows three, so this one is always sent and partnerId when it is set (inferred); beside a providerId in the path it is harmless (inferred)","example":"1020"}
}},
"customer.getActivity": {"method":"GET","path":"/Dashboard/UserActivity","evidence":"documented","safe":true,"scopes":[],"untyped":true,"inputs":{
	"providerId": {"in":"query","type":"string","required":true,"description":"Provider that is asked about. Documented for the reporting API and for chat stats. The text speaks of two required parameters, lists three and shows three, so this one is always sent and partnerId when it is set (inferred); beside a providerId in the path it is harmless (inferred)","example":"1020"},
	"for": {"in":"query","type":"integer","format":"int64","description":"Printed under the answer but a query parameter by its own table (note g). Its meaning was not found; its type, long, makes a duration or a moment in milliseconds most likely"}
}},
"conversation.getStats": {"method":"GET","path":"/Dashboard/{providerId}/ConversationStats","evidence":"documented","safe":true,"scopes":["Provider Admin"],"untyped":true,"inputs":{
	"providerId": {"in":"path","type":"string","required":true,"description":"Provider that is asked about; its type is not stated","example":"1020"},
	"start": {"in":"query","type":"integer","format":"int64","description":"Start time, a long; that it counts milliseconds since 1970 is inferred","example":1700000000000},
	"end": {"in":"query","type":"integer","format":"int64","description":"End time, a long; unit as for start. Whether it is included was not found","example":1700086400000},
	"tz": {"in":"query","type":"string","description":"Most likely a time zone, judging by its name; neither its type nor its form (IANA name or offset) was found"}
}},
"message.getRedacted": {"method":"GET","path":"/Dashboard/{providerId}/RedactedMessages","evidence":"documented","safe":true,"scopes":["Provider Admin"],"inputs":{
	"providerId": {"in":"path","type":"string","required":true,"description":"Provider that is asked about; its type is not stated","example":"1020"},
	"start": {"in":"query","type":"integer","format":"int64","description":"Start time, a long; that it counts milliseconds since 1970 is inferred","example":1700000000000},
	"end": {"in":"query","type":"integer","format":"int64","description":"End time, a long; unit as for start. Whether it is included was not found","example":1700086400000}
}},
"message.getRedactedWithPlot": {"method":"GET","path":"/Dashboard/{providerId}/RedactedMessagesWithPlot","evidence":"documented","safe":true,"scopes":["Provider Admin"],"names":["extractedMessages","redactedMessages","htmlView","status"],"inputs":{
	"providerId": {"in":"path","type":"string","required":true,"description":"Provider that is asked about; its type is not stated","example":"1020"},
	"start": {"in":"query","type":"integer","format":"int64","description":"Start time, a long; that it counts milliseconds since 1970 is inferred","example":1700000000000},
	"end": {"in":"query","type":"integer","format":"int64","description":"End time, a long; unit as for start. Whether it is included was not found","example":1700086400000},
	"viewtype": {"in":"query","type":"string","description":"Type of plot requested; the source says that it is ignored currently. Its type and values are not stated"}
}},
"analytics.get": {"method":"GET","path":"/Dashboard/Analytics/{analysisType}/{providerId}","evidence":"documented","safe":true,"scopes":[],"untyped":true,"inputs":{
	"analysisType": {"in":"path","type":"string","required":true,"description":"Kind of analysis; its values were not found, nor is its type stated"},
	"providerId": {"in":"path","type":"string","required":true,"description":"Provider that is asked about; its type is not stated","example":"1020"},
	"data": {"in":"query","type":"string","description":"Neither meaning nor type was found"},
	"start": {"in":"query","type":"integer","format":"int64","description":"Start time, a long; that it counts milliseconds since 1970 is inferred","example":1700000000000},
	"end": {"in":"query","type":"integer","format":"int64","description":"End time, a long; unit as for start. Whether it is included was not found","example":1700086400000}
}},
"analytics.post": {"method":"POST","path":"/Dashboard/Analytics/{analysisType}/{providerId}","evidence":"documented","safe":false,"scopes":[],"untyped":true,"body":"json","inputs":{
	"analysisType": {"in":"path","type":"string","required":true,"description":"Kind of analysis; its values were not found, nor is its type stated"},
	"providerId": {"in":"path","type":"string","required":true,"description":"Provider that is asked about; its type is not stated","example":"1020"},
	"start": {"in":"body","type":"integer","format":"int64","description":"Named and measured like the query parameter start of the GET calls"},
	"end": {"in":"body","type":"integer","format":"int64","description":"Named and measured like the query parameter end of the GET calls"},
	"interval": {"in":"body","description":"Data is aggregated by an interval (documented, such as 30 days by 1 day); its name, type and unit were not found"}
}}
}`);
