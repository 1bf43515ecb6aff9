// Generated from contracts/chatbot-com.openapi.yaml by npm run contract:generate. Change that file, not this one.
import { jsonParse } from 'n8n-workflow';

import type { Route } from '../shared/call/vendor';

type Routes = {
	'user.getAll': Omit<Route, 'inputs'> & {
		inputs: {
			limit: { in: 'query'; type: 'integer'; default: 40 };
			after: { in: 'query'; type: 'string' };
			'sort[field]': { in: 'query'; type: 'string'; enum: ['createdAt', 'lastSeen'] };
			'sort[order]': { in: 'query'; type: 'string'; enum: ['asc', 'desc'] };
			match: { in: 'query'; type: 'string'; enum: ['all', 'any'] };
			filters: { in: 'query'; type: 'string' };
		};
	};
	'user.create': Omit<Route, 'inputs'> & { inputs: { userId: { in: 'body'; type: 'string' }; segments: { in: 'body' }; attributes: { in: 'body'; type: 'object'; required: true } } };
	'user.export': Omit<Route, 'inputs'>;
	'user.get': Omit<Route, 'inputs'> & { inputs: { id: { in: 'path'; type: 'string'; required: true } } };
	'user.update': Omit<Route, 'inputs'> & { inputs: { id: { in: 'path'; type: 'string'; required: true }; attributes: { in: 'body'; type: 'object'; required: true } } };
	'user.ban': Omit<Route, 'inputs'> & { inputs: { id: { in: 'path'; type: 'string'; required: true }; banned: { in: 'body'; type: 'boolean'; required: true } } };
	'user.addToSegments': Omit<Route, 'inputs'> & { inputs: { id: { in: 'path'; type: 'string'; required: true } } };
	'user.replaceSegments': Omit<Route, 'inputs'> & { inputs: { id: { in: 'path'; type: 'string'; required: true } } };
	'segment.getAll': Omit<Route, 'inputs'>;
	'segment.create': Omit<Route, 'inputs'> & { inputs: { name: { in: 'body'; type: 'string'; required: true } } };
	'segment.addUsers': Omit<Route, 'inputs'> & { inputs: { segments: { in: 'body'; type: 'array'; required: true }; users: { in: 'body'; type: 'array'; required: true } } };
	'segment.update': Omit<Route, 'inputs'> & { inputs: { id: { in: 'path'; type: 'string'; required: true }; name: { in: 'body'; type: 'string'; required: true } } };
	'segment.delete': Omit<Route, 'inputs'> & { inputs: { id: { in: 'path'; type: 'string'; required: true } } };
	'session.updateAttributes': Omit<Route, 'inputs'> & { inputs: { sessionId: { in: 'body'; type: 'string'; required: true }; attributes: { in: 'body'; type: 'object'; required: true } } };
	'conversation.sendQuery': Omit<Route, 'inputs'> & {
		inputs: {
			sessionId: { in: 'body'; type: 'string'; required: true };
			query: { in: 'body'; type: 'string' };
			trigger: { in: 'body'; type: 'string' };
			goto: { in: 'body'; type: 'string' };
			storyId: { in: 'body'; type: 'string' };
			confidence: { in: 'body'; type: 'number'; default: 0.5 };
			lifespan: { in: 'body'; type: 'integer'; default: 2 };
			reset: { in: 'body'; type: 'boolean' };
			parameters: { in: 'body'; type: 'object' };
			debug: { in: 'body'; type: 'boolean' };
		};
	};
	'story.getAll': Omit<Route, 'inputs'>;
	'story.get': Omit<Route, 'inputs'> & { inputs: { storyId: { in: 'path'; type: 'string'; required: true } } };
	'interaction.getAll': Omit<Route, 'inputs'> & { inputs: { storyId: { in: 'path'; type: 'string'; required: true } } };
	'interaction.get': Omit<Route, 'inputs'> & { inputs: { storyId: { in: 'path'; type: 'string'; required: true }; interactionId: { in: 'path'; type: 'string'; required: true } } };
	'interaction.getWelcome': Omit<Route, 'inputs'> & { inputs: { storyId: { in: 'path'; type: 'string'; required: true } } };
	'interaction.updateWelcome': Omit<Route, 'inputs'> & { inputs: { storyId: { in: 'path'; type: 'string'; required: true }; enabled: { in: 'body'; type: 'boolean'; required: true }; responses: { in: 'body'; type: 'array' } } };
	'interaction.getFallback': Omit<Route, 'inputs'> & { inputs: { storyId: { in: 'path'; type: 'string'; required: true } } };
	'entity.getAll': Omit<Route, 'inputs'>;
	'entity.create': Omit<Route, 'inputs'> & { inputs: { name: { in: 'body'; type: 'string'; required: true }; entries: { in: 'body'; type: 'array'; required: true } } };
	'entity.get': Omit<Route, 'inputs'> & { inputs: { id: { in: 'path'; type: 'string'; required: true } } };
	'entity.update': Omit<Route, 'inputs'> & { inputs: { id: { in: 'path'; type: 'string'; required: true }; name: { in: 'body'; type: 'string'; required: true }; entries: { in: 'body'; type: 'array'; required: true } } };
	'chat.getAll': Omit<Route, 'inputs'> & { inputs: { after: { in: 'query'; type: 'integer' } } };
	'chat.get': Omit<Route, 'inputs'> & { inputs: { chatId: { in: 'path'; type: 'string'; required: true } } };
	'training.getAll': Omit<Route, 'inputs'> & {
		inputs: {
			page: { in: 'query'; type: 'integer'; default: 1 };
			'sort[field]': { in: 'query'; type: 'string'; enum: ['date', 'unmatched'] };
			'sort[order]': { in: 'query'; type: 'string'; enum: ['asc', 'desc'] };
			'filter[ignored]': { in: 'query'; type: 'boolean' };
			'filter[stories]': { in: 'query'; type: 'string' };
			'filter[text]': { in: 'query'; type: 'string' };
			'filter[from]': { in: 'query'; type: 'string' };
			'filter[to]': { in: 'query'; type: 'string' };
			'filter[period]': { in: 'query'; type: 'string' };
		};
	};
	'training.delete': Omit<Route, 'inputs'>;
	'training.train': Omit<Route, 'inputs'> & { inputs: { storyId: { in: 'body'; type: 'string'; required: true }; targetId: { in: 'body'; type: 'string'; required: true }; items: { in: 'body'; type: 'array'; required: true } } };
	'report.getConversations': Omit<Route, 'inputs'> & {
		inputs: {
			from: { in: 'query'; type: 'string' };
			to: { in: 'query'; type: 'string' };
			period: { in: 'query'; type: 'string'; enum: ['today', 'yesterday', 'last7days', 'last30days', 'thisMonth', 'lastMonth', 'last3Months', 'thisYear', 'lastYear'] };
			dimension: { in: 'query'; type: 'string'; enum: ['auto', 'year', 'month', 'day', 'hour'] };
			group: { in: 'query'; type: 'string'; enum: ['storyId', 'source'] };
			source: { in: 'query'; type: 'string'; enum: ['messenger', 'livechat', 'livechat3', 'slack', 'widget', 'app', 'custom'] };
			storyId: { in: 'query'; type: 'string' };
		};
	};
	'report.getPaidConversations': Omit<Route, 'inputs'> & {
		inputs: {
			from: { in: 'query'; type: 'string' };
			to: { in: 'query'; type: 'string' };
			period: { in: 'query'; type: 'string'; enum: ['today', 'yesterday', 'last7days', 'last30days', 'thisMonth', 'lastMonth', 'last3Months', 'thisYear', 'lastYear'] };
			dimension: { in: 'query'; type: 'string'; enum: ['auto', 'year', 'month', 'day', 'hour'] };
			group: { in: 'query'; type: 'string'; enum: ['storyId', 'source'] };
			source: { in: 'query'; type: 'string'; enum: ['messenger', 'livechat', 'livechat3', 'slack', 'widget', 'app', 'custom'] };
			storyId: { in: 'query'; type: 'string' };
		};
	};
	'webhook.getAll': Omit<Route, 'inputs'>;
	'webhook.create': Omit<Route, 'inputs'> & {
		inputs: { name: { in: 'body'; type: 'string'; required: true }; url: { in: 'body'; type: 'string'; required: true }; token: { in: 'body'; type: 'string' }; headers: { in: 'body'; type: 'array' }; auth: { in: 'body'; type: 'object' } };
	};
	'webhook.get': Omit<Route, 'inputs'> & { inputs: { id: { in: 'path'; type: 'string'; required: true } } };
	'webhook.update': Omit<Route, 'inputs'> & {
		inputs: {
			id: { in: 'path'; type: 'string'; required: true };
			name: { in: 'body'; type: 'string'; required: true };
			url: { in: 'body'; type: 'string'; required: true };
			token: { in: 'body'; type: 'string' };
			headers: { in: 'body'; type: 'array' };
			auth: { in: 'body'; type: 'object' };
		};
	};
	'webhook.delete': Omit<Route, 'inputs'> & { inputs: { id: { in: 'path'; type: 'string'; required: true } } };
};

/** Where each operation is and what it takes; `evidence` says how sure verb and path are. */

export const routes = jsonParse<Routes>(String.raw`{
"user.getAll": {"method":"GET","path":"/users","evidence":"documented","safe":true,"scopes":[],"rowNames":["id","userId","banned","attributes","createdAt","lastSeen","conversations"],"inputs":{
	"limit": {"in":"query","type":"integer","default":40,"minimum":1,"maximum":40},
	"after": {"in":"query","type":"string","minLength":24,"maxLength":24,"description":"What it holds is inferred from its length: the \u0060id\u0060 of the last user of the page before, not its \u0060userId\u0060"},
	"sort[field]": {"in":"query","type":"string","enum":["createdAt","lastSeen"],"default":"createdAt","description":"Documented as \u0060sort.field\u0060; the brackets are inferred from how the training page spells its own parameters"},
	"sort[order]": {"in":"query","type":"string","enum":["asc","desc"],"default":"desc","description":"Documented as \u0060sort.order\u0060; the brackets are inferred as above"},
	"match": {"in":"query","type":"string","enum":["all","any"],"default":"all","description":"How several filters are combined"},
	"filters": {"in":"query","type":"string","minLength":2,"description":"Documented as Filter[1,5]. Neither what a filter looks like nor how a list of them is written into an address was found; here it is the JSON text of an array"}
}},
"user.create": {"method":"POST","path":"/users","evidence":"documented","safe":false,"scopes":[],"shows":{"id":"given"},"body":"json","inputs":{
	"userId": {"in":"body","type":"string","minLength":1,"maxLength":256,"description":"Not required when attributes.default_email is given. Whether a second user with the same one is refused was not found"},
	"segments": {"in":"body"},
	"attributes": {"in":"body","type":"object","required":true,"description":"Named freely. Known names are default_ and one of email, name, url, avatar, language, timezone, gender, ip, city, region, country, referrer, username, and, for an update, id and real_name"}
}},
"user.export": {"method":"POST","path":"/users/export","evidence":"indexed","safe":true,"scopes":[],"untyped":true,"file":true,"accept":"*/*"},
"user.get": {"method":"GET","path":"/users/{id}","evidence":"documented","safe":true,"scopes":[],"shows":{"id":"given"},"inputs":{
	"id": {"in":"path","type":"string","required":true,"description":"ChatBot's ID of the user, not \u0060userId\u0060","example":"5b7ff847cc3c3fb33c9249a8"}
}},
"user.update": {"method":"PUT","path":"/users/{id}","evidence":"indexed","safe":false,"scopes":[],"shows":{"status.code":"2xx"},"body":"json","inputs":{
	"id": {"in":"path","type":"string","required":true,"description":"ChatBot's ID of the user, not \u0060userId\u0060","example":"5b7ff847cc3c3fb33c9249a8"},
	"attributes": {"in":"body","type":"object","required":true,"description":"Whether attributes that are left out stay was not found"}
}},
"user.ban": {"method":"PUT","path":"/users/{id}/ban","evidence":"indexed","safe":false,"scopes":[],"shows":{"status.code":"2xx"},"body":"json","inputs":{
	"id": {"in":"path","type":"string","required":true,"description":"ChatBot's ID of the user, not \u0060userId\u0060","example":"5b7ff847cc3c3fb33c9249a8"},
	"banned": {"in":"body","type":"boolean","required":true,"description":"Whether the user is banned from now on"}
}},
"user.addToSegments": {"method":"POST","path":"/users/{id}/segments","evidence":"indexed","safe":false,"scopes":[],"shows":{"status.code":"2xx"},"body":"json","inputs":{
	"id": {"in":"path","type":"string","required":true,"description":"ChatBot's ID of the user, not \u0060userId\u0060","example":"5b7ff847cc3c3fb33c9249a8"}
}},
"user.replaceSegments": {"method":"PUT","path":"/users/{id}/segments","evidence":"indexed","safe":false,"scopes":[],"shows":{"status.code":"2xx"},"body":"json","inputs":{
	"id": {"in":"path","type":"string","required":true,"description":"ChatBot's ID of the user, not \u0060userId\u0060","example":"5b7ff847cc3c3fb33c9249a8"}
}},
"segment.getAll": {"method":"GET","path":"/users/segments","evidence":"documented","safe":true,"scopes":[],"rowNames":["id","name","users","createdAt"]},
"segment.create": {"method":"POST","path":"/users/segments","evidence":"documented","safe":false,"scopes":[],"shows":{"id":"given"},"body":"json","inputs":{
	"name": {"in":"body","type":"string","minLength":1,"maxLength":256,"required":true}
}},
"segment.addUsers": {"method":"POST","path":"/users/segments/members","evidence":"documented","safe":false,"scopes":[],"shows":{"status.code":"2xx"},"body":"json","inputs":{
	"segments": {"in":"body","type":"array","minItems":1,"maxItems":100,"items":{"type":"string"},"required":true,"description":"Segment IDs"},
	"users": {"in":"body","type":"array","minItems":1,"maxItems":1000,"items":{"type":"string"},"required":true,"description":"User IDs. That \u0060id\u0060 is meant, not \u0060userId\u0060, is inferred"}
}},
"segment.update": {"method":"PUT","path":"/users/segments/{id}","evidence":"inferred","safe":false,"scopes":[],"shows":{"status.code":"2xx"},"body":"json","inputs":{
	"id": {"in":"path","type":"string","required":true,"example":"5c46d514bda7873576a30c48"},
	"name": {"in":"body","type":"string","minLength":1,"maxLength":256,"required":true}
}},
"segment.delete": {"method":"DELETE","path":"/users/segments/{id}","evidence":"inferred","safe":false,"scopes":[],"shows":{"status.code":"2xx"},"inputs":{
	"id": {"in":"path","type":"string","required":true,"example":"5c46d514bda7873576a30c48"}
}},
"session.updateAttributes": {"method":"PUT","path":"/session/attributes","evidence":"guess","safe":false,"scopes":[],"shows":{"status.code":"2xx"},"body":"json","inputs":{
	"sessionId": {"in":"body","type":"string","minLength":10,"maxLength":64,"required":true,"description":"Made by the caller; one page allows 36 only, so a UUID is safe"},
	"attributes": {"in":"body","type":"object","required":true,"description":"Named freely. Known names are default_ and one of email, name, url, avatar, language, timezone, gender, ip, city, region, country, referrer, username, and, for an update, id and real_name"}
}},
"conversation.sendQuery": {"method":"POST","path":"/query","evidence":"documented","safe":false,"scopes":[],"shows":{"result":"object"},"body":"json","inputs":{
	"sessionId": {"in":"body","type":"string","minLength":10,"maxLength":64,"required":true,"description":"Made by the caller; one page allows 36 only, so a UUID is safe"},
	"query": {"in":"body","type":"string","minLength":1,"maxLength":256,"description":"What the user says"},
	"trigger": {"in":"body","type":"string","minLength":1,"maxLength":50,"description":"Name of a trigger. \u0060welcome\u0060 is in wide use in public code","example":"welcome"},
	"goto": {"in":"body","type":"string","minLength":24,"maxLength":24,"description":"ID of an interaction"},
	"storyId": {"in":"body","type":"string","minLength":24,"maxLength":24},
	"confidence": {"in":"body","type":"number","default":0.5,"minimum":0.1,"maximum":1},
	"lifespan": {"in":"body","type":"integer","default":2,"minimum":1,"maximum":10,"description":"Allowed unsuccessful matches"},
	"reset": {"in":"body","type":"boolean","default":false,"description":"Clears the conversation's contexts"},
	"parameters": {"in":"body","type":"object","description":"Attributes for the session"},
	"debug": {"in":"body","type":"boolean","default":false,"description":"Adds the performed actions to the result; in which form was not found"}
}},
"story.getAll": {"method":"GET","path":"/v2/stories","evidence":"documented","safe":true,"scopes":[],"rowNames":["id","name","description","version","published","integrations","metrics"]},
"story.get": {"method":"GET","path":"/v2/stories/{storyId}","evidence":"documented","safe":true,"scopes":[],"shows":{"id":"given"},"inputs":{
	"storyId": {"in":"path","type":"string","required":true,"example":"5b07fd67c2376e30306d9b0d"}
}},
"interaction.getAll": {"method":"GET","path":"/stories/{storyId}/interactions","evidence":"documented","safe":true,"scopes":[],"rowNames":["id","name","action","classifier","userSays","triggers","parameters","responses"],"inputs":{
	"storyId": {"in":"path","type":"string","required":true,"example":"5b07fd67c2376e30306d9b0d"}
}},
"interaction.get": {"method":"GET","path":"/stories/{storyId}/interactions/{interactionId}","evidence":"documented","safe":true,"scopes":[],"shows":{"id":"given"},"inputs":{
	"storyId": {"in":"path","type":"string","required":true,"example":"5b07fd67c2376e30306d9b0d"},
	"interactionId": {"in":"path","type":"string","required":true,"example":"5b07ffafc2376e30306d9b16"}
}},
"interaction.getWelcome": {"method":"GET","path":"/stories/{storyId}/interactions/welcome","evidence":"documented","safe":true,"scopes":[],"names":["name","responses","enabled"],"inputs":{
	"storyId": {"in":"path","type":"string","required":true,"example":"5b07fd67c2376e30306d9b0d"}
}},
"interaction.updateWelcome": {"method":"PUT","path":"/stories/{storyId}/interactions/welcome","evidence":"documented","safe":false,"scopes":[],"shows":{"status.code":"2xx"},"body":"json","inputs":{
	"storyId": {"in":"path","type":"string","required":true,"example":"5b07fd67c2376e30306d9b0d"},
	"enabled": {"in":"body","type":"boolean","required":true,"description":"Whether the bot says it"},
	"responses": {"in":"body","type":"array","maxItems":99,"items":{"type":"object"}}
}},
"interaction.getFallback": {"method":"GET","path":"/stories/{storyId}/interactions/fallback","evidence":"documented","safe":true,"scopes":[],"names":["name","responses","enabled"],"inputs":{
	"storyId": {"in":"path","type":"string","required":true,"example":"5b07fd67c2376e30306d9b0d"}
}},
"entity.getAll": {"method":"GET","path":"/entities","evidence":"documented","safe":true,"scopes":[],"rowNames":["id","name","entries"]},
"entity.create": {"method":"POST","path":"/entities","evidence":"documented","safe":false,"scopes":[],"shows":{"id":"given"},"body":"json","inputs":{
	"name": {"in":"body","type":"string","minLength":1,"maxLength":128,"required":true},
	"entries": {"in":"body","type":"array","minItems":1,"maxItems":2000,"items":{"type":"object"},"required":true}
}},
"entity.get": {"method":"GET","path":"/entities/{id}","evidence":"documented","safe":true,"scopes":[],"shows":{"id":"given"},"inputs":{
	"id": {"in":"path","type":"string","required":true,"example":"5b07ffafc2376e30306d9b20"}
}},
"entity.update": {"method":"PUT","path":"/entities/{id}","evidence":"indexed","safe":false,"scopes":[],"shows":{"status.code":"2xx"},"body":"json","inputs":{
	"id": {"in":"path","type":"string","required":true,"example":"5b07ffafc2376e30306d9b20"},
	"name": {"in":"body","type":"string","minLength":1,"maxLength":128,"required":true},
	"entries": {"in":"body","type":"array","minItems":1,"maxItems":2000,"items":{"type":"object"},"required":true}
}},
"chat.getAll": {"method":"GET","path":"/v2/chats","evidence":"documented","safe":true,"scopes":[],"rowNames":["id","storyId","user","source","createdAt","messages"],"inputs":{
	"after": {"in":"query","type":"integer","format":"int64","description":"\u0060createdAt\u0060 of the last chat of the page before, in milliseconds since 1970. Called required there, though the page's first sample does without","example":1627399194069}
}},
"chat.get": {"method":"GET","path":"/v2/chats/{chatId}","evidence":"indexed","safe":true,"scopes":[],"shows":{"id":"given"},"inputs":{
	"chatId": {"in":"path","type":"string","required":true,"example":"62b972235ce24a960007f98ebe"}
}},
"training.getAll": {"method":"GET","path":"/training","evidence":"documented","safe":true,"scopes":[],"rowNames":["id","storyId","date","text","unmatched"],"inputs":{
	"page": {"in":"query","type":"integer","default":1,"minimum":1,"maximum":1024,"description":"Documented for v1"},
	"sort[field]": {"in":"query","type":"string","enum":["date","unmatched"],"default":"date","description":"Documented for v1"},
	"sort[order]": {"in":"query","type":"string","enum":["asc","desc"],"default":"desc","description":"Documented for v1"},
	"filter[ignored]": {"in":"query","type":"boolean","default":false,"description":"Whether to retrieve the phrases that were ignored. Documented for v1 of the API only."},
	"filter[stories]": {"in":"query","type":"string","minLength":24,"maxLength":24,"description":"Documented for v1, as one story ID or several; how several are written into an address was not found"},
	"filter[text]": {"in":"query","type":"string","minLength":3,"maxLength":256,"description":"Only phrases with this text, of 3 to 256 characters. Documented for v1 of the API only."},
	"filter[from]": {"in":"query","type":"string","minLength":1,"description":"Only phrases dated at or after this time. Documented for v1 of the API only."},
	"filter[to]": {"in":"query","type":"string","minLength":1,"description":"Only phrases dated at or before this time. Documented for v1 of the API only."},
	"filter[period]": {"in":"query","type":"string","minLength":1,"description":"Documented for v1; its values were not found"}
}},
"training.delete": {"method":"DELETE","path":"/training","evidence":"documented","safe":false,"scopes":[],"shows":{"status.code":"2xx"},"body":"json"},
"training.train": {"method":"PUT","path":"/training/train","evidence":"documented","safe":false,"scopes":[],"shows":{"status.code":"2xx"},"body":"json","inputs":{
	"storyId": {"in":"body","type":"string","required":true},
	"targetId": {"in":"body","type":"string","required":true,"title":"User Input ID","description":"ID of the user input of the story that the phrases belong to"},
	"items": {"in":"body","type":"array","items":{"type":"string"},"required":true,"description":"Phrase IDs"}
}},
"report.getConversations": {"method":"GET","path":"/reports/conversations","evidence":"documented","safe":true,"scopes":[],"inputs":{
	"from": {"in":"query","type":"string","minLength":1,"description":"A date; its form is not stated, ISO 8601 is inferred. Default 1974-1-1","example":"2026-01-12T00:00:00.000Z"},
	"to": {"in":"query","type":"string","minLength":1,"description":"A date, as above; default now","example":"2026-01-19T00:00:00.000Z"},
	"period": {"in":"query","type":"string","enum":["today","yesterday","last7days","last30days","thisMonth","lastMonth","last3Months","thisYear","lastYear"],"default":"last30days","description":"What counts when from and to are sent too was not found"},
	"dimension": {"in":"query","type":"string","enum":["auto","year","month","day","hour"],"default":"day","description":"The step of the series"},
	"group": {"in":"query","type":"string","enum":["storyId","source"],"description":"What the answer then looks like was not found"},
	"source": {"in":"query","type":"string","enum":["messenger","livechat","livechat3","slack","widget","app","custom"],"description":"Some copies of the page allow several; how they are written into an address was not found"},
	"storyId": {"in":"query","type":"string","minLength":24,"maxLength":24,"description":"Some copies of the page allow several; how they are written into an address was not found"}
}},
"report.getPaidConversations": {"method":"GET","path":"/reports/conversations.paid","evidence":"documented","safe":true,"scopes":[],"inputs":{
	"from": {"in":"query","type":"string","minLength":1,"description":"A date; its form is not stated, ISO 8601 is inferred. Default 1974-1-1","example":"2026-01-12T00:00:00.000Z"},
	"to": {"in":"query","type":"string","minLength":1,"description":"A date, as above; default now","example":"2026-01-19T00:00:00.000Z"},
	"period": {"in":"query","type":"string","enum":["today","yesterday","last7days","last30days","thisMonth","lastMonth","last3Months","thisYear","lastYear"],"default":"last30days","description":"What counts when from and to are sent too was not found"},
	"dimension": {"in":"query","type":"string","enum":["auto","year","month","day","hour"],"default":"day","description":"The step of the series"},
	"group": {"in":"query","type":"string","enum":["storyId","source"],"description":"What the answer then looks like was not found"},
	"source": {"in":"query","type":"string","enum":["messenger","livechat","livechat3","slack","widget","app","custom"],"description":"Some copies of the page allow several; how they are written into an address was not found"},
	"storyId": {"in":"query","type":"string","minLength":24,"maxLength":24,"description":"Some copies of the page allow several; how they are written into an address was not found"}
}},
"webhook.getAll": {"method":"GET","path":"/webhooks","evidence":"documented","safe":true,"scopes":[],"rowNames":["id","name","url","error"]},
"webhook.create": {"method":"POST","path":"/webhooks","evidence":"documented","safe":false,"scopes":[],"shows":{"id":"given"},"body":"json","inputs":{
	"name": {"in":"body","type":"string","minLength":1,"required":true},
	"url": {"in":"body","type":"string","format":"uri","required":true,"description":"Has to be public"},
	"token": {"in":"body","type":"string","description":"Comes back with every call to the address"},
	"headers": {"in":"body","type":"array","items":{"type":"object"},"description":"Headers of the calls; what an entry looks like was not found"},
	"auth": {"in":"body","type":"object","description":"Basic authorization of the calls"}
}},
"webhook.get": {"method":"GET","path":"/webhooks/{id}","evidence":"documented","safe":true,"scopes":[],"shows":{"id":"given"},"inputs":{
	"id": {"in":"path","type":"string","required":true,"example":"5a21a9e21ec94a0007f9ac19"}
}},
"webhook.update": {"method":"PUT","path":"/webhooks/{id}","evidence":"inferred","safe":false,"scopes":[],"shows":{"status.code":"2xx"},"body":"json","inputs":{
	"id": {"in":"path","type":"string","required":true,"example":"5a21a9e21ec94a0007f9ac19"},
	"name": {"in":"body","type":"string","minLength":1,"required":true},
	"url": {"in":"body","type":"string","format":"uri","required":true,"description":"Has to be public"},
	"token": {"in":"body","type":"string","description":"Comes back with every call to the address"},
	"headers": {"in":"body","type":"array","items":{"type":"object"},"description":"Headers of the calls; what an entry looks like was not found"},
	"auth": {"in":"body","type":"object","description":"Basic authorization of the calls"}
}},
"webhook.delete": {"method":"DELETE","path":"/webhooks/{id}","evidence":"inferred","safe":false,"scopes":[],"shows":{"status.code":"2xx"},"inputs":{
	"id": {"in":"path","type":"string","required":true,"example":"5a21a9e21ec94a0007f9ac19"}
}}
}`);
