// Generated from contracts/koopid.openapi.yaml by npm run contract:generate. Change that file, not this one.
import { jsonParse } from 'n8n-workflow';

import type { Marks } from '../shared/openapi/endpoints';

/** What each operation is recognized by in an OpenAPI file of the vendor's own; a text, since few have one. */
export const marks = () =>
	jsonParse<Readonly<Record<string, Marks>>>(String.raw`{
"agent.getAccessStats": {"words":["get","agent","acces","stat"],"parameters":["query providerId"],"body":["start","end","interval"],"answer":[]},
"agent.getQueueStats": {"words":["get","agent","queue","stat"],"parameters":["query providerId"],"body":["start","end","interval"],"answer":[]},
"agent.getSessionStats": {"words":["get","agent","session","stat"],"parameters":["query providerId"],"body":["start","end","interval"],"answer":[]},
"bot.getAccessStats": {"words":["get","bot","acces","stat"],"parameters":["query providerId"],"body":["start","end","interval"],"answer":[]},
"customer.getEndpoints": {"words":["get","customer","endpoint"],"parameters":["query providerId"],"body":["start","end","interval"],"answer":[]},
"database.getStats": {"words":["get","database","stat"],"parameters":["query providerId"],"body":["start","end","interval"],"answer":[]},
"conversation.getIntents": {"words":["get","intent","conversation"],"parameters":["query providerId"],"body":["start","end","interval"],"answer":[]},
"conversation.getInteractionTypes": {"words":["get","interaction","type","conversation"],"parameters":["query providerId"],"body":["start","end","interval"],"answer":[]},
"conversation.getInteractions": {"words":["get","interaction","conversation"],"parameters":["query providerId"],"body":["start","end","interval"],"answer":[]},
"message.getMessages": {"words":["get","message"],"parameters":["query providerId"],"body":["start","end","interval"],"answer":[]},
"conversation.getSummary": {"words":["get","summary","conversation"],"parameters":["query providerId"],"body":["start","end","interval"],"answer":[]},
"message.getTopWords": {"words":["get","top","word","message"],"parameters":["query providerId"],"body":["start","end","interval"],"answer":[]},
"conversation.getChatStats": {"words":["get","chat","stat","conversation"],"parameters":["query providerId"],"body":[],"answer":[]},
"customer.getActivity": {"words":["get","user","activity","customer"],"parameters":["query providerId","query for"],"body":[],"answer":[]},
"conversation.getStats": {"words":["get","conversation","stat"],"parameters":["query providerId","path providerId","query start","query end","query tz"],"body":[],"answer":[]},
"message.getRedacted": {"words":["get","redacted","message"],"parameters":["query providerId","path providerId","query start","query end"],"body":[],"answer":["[]"]},
"message.getRedactedWithPlot": {"words":["get","redacted","message","plot"],"parameters":["query providerId","path providerId","query start","query end","query viewtype"],"body":[],"answer":["extractedMessages","extractedMessages[]","redactedMessages","redactedMessages[]","htmlView","status"]},
"analytics.get": {"words":["get","analytic"],"parameters":["query providerId","path analysisType","path providerId","query data","query start","query end"],"body":[],"answer":[]},
"analytics.post": {"words":["post","analytic"],"parameters":["query providerId","path analysisType","path providerId"],"body":["start","end","interval"],"answer":[]}
}`);
