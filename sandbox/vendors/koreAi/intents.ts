/** Find Intent API. */
import { ApiError, type Handler } from '../../types';
import { find, idOf, type KoreAiState } from './state';

interface FindInput {
	input: string;
	streamName: string;
	parentIntent?: string;
}

const INTENTS: Array<[pattern: RegExp, intent: string]> = [
	[/cancel/i, 'Cancel Order'],
	[/order|parcel/i, 'Find Order'],
	[/agent|person/i, 'Talk to Agent'],
];

/** The handler of the operation. */
export function intentHandlers(state: KoreAiState): Record<string, Handler> {
	return {
		'intent.find': ({ params, query, body }) => {
			const bot = find(state.bots, params.botId, 'Bot');
			const { input, streamName, parentIntent } = body as FindInput;
			// Documented is that the name is required; that it has to be the bot's is a guess.
			if (streamName !== bot.name) throw new ApiError(400, `Bot not found: ${streamName}`);
			const [, intent] = INTENTS.find(([pattern]) => pattern.test(input)) ?? [];
			const taskId = intent === undefined ? undefined : idOf('dg', `${bot.id} ${intent}`);
			const stage = query.fetchConfiguredTasks === true ? 'configured' : 'published';
			return {
				request: { input, streamName, ...(parentIntent === undefined ? {} : { parentIntent }) },
				response: {
					usedtime: 313,
					// Only the result of a match is documented here; that of none is the name in getAnalytics.
					result: intent === undefined ? 'failintent' : 'successintent',
					bot: bot.name,
					botid: bot.id,
					...(intent === undefined
						? {}
						: {
								task: intent,
								taskId,
								intentStatus: stage,
								subType: 'dialog',
								identifiedVia: 'cs em',
							}),
					input: [input],
					language: 'en',
					finalResolver: {
						winningIntent:
							intent === undefined
								? []
								: [{ intent, taskId, activityType: 'dialog', state: stage, score: 11643.33 }],
						entities: [],
					},
				},
				streamId: bot.id,
				streamName,
			};
		},
	};
}
