/** Koopid's nineteen operations. */
import type { Clock } from '../../clock';
import { TextAnswer, type ApiRequest, type Handler } from '../../types';
import { messagesIn, messageView, plotOf, redactedView } from './messages';
import { checkedRange, rangeOf } from './range';
import { amountOf, DAY, type KoopidState } from './state';
import { seriesOf, shareNames, sharesOf, summaryOf, type SeriesName } from './statistics';

const ranged: SeriesName[] = [
	'agent.getAccessStats',
	'agent.getQueueStats',
	'agent.getSessionStats',
	'bot.getAccessStats',
	'conversation.getInteractions',
	'conversation.getStats',
	'database.getStats',
];

/** Asks for a plot that fails; no value of `viewtype` is documented. */
const NO_PLOT = 'broken';

function withPlot(state: KoopidState, request: ApiRequest, now: number) {
	const { viewtype } = request.query;
	const messages = messagesIn(state, rangeOf(request, now));
	// The source spells the key both ways; here the choice is the caller's, so that both can be met.
	const key = viewtype === undefined ? 'extractedMessages' : 'redactedMessages';
	const answer = (status: string, htmlView: string) => ({
		[key]: messages.map(redactedView),
		htmlView,
		status,
	});
	if (messages.length === 0) return answer('No redacted messages', '');
	if (viewtype === NO_PLOT) return answer('Failed to get plot', '');
	return answer('success', plotOf(messages));
}

function chatStats({ plainText }: KoopidState, now: number) {
	const active = amountOf(`active ${Math.floor(now / DAY)}`, 20);
	return plainText ? new TextAnswer(`active: ${active}\n`, 'text/plain') : { active, waiting: 2 };
}

/** Handlers by operation id. */
export function koopidHandlers(state: KoopidState, clock: Clock): Record<string, Handler> {
	const range = (request: ApiRequest) => rangeOf(request, clock.now());
	const series = (name: SeriesName): [string, Handler] => [
		name,
		(request) => seriesOf(name, range(request), clock.now()),
	];
	const analytics: Handler = (request) => ({
		analysisType: request.params.analysisType,
		values: seriesOf('analytics', range(request), clock.now()),
	});

	return {
		...Object.fromEntries(ranged.map(series)),
		...Object.fromEntries(
			shareNames.map((name): [string, Handler] => [name, (call) => sharesOf(name, range(call))]),
		),
		'conversation.getChatStats': () => chatStats(state, clock.now()),
		'conversation.getSummary': (request) => summaryOf(range(request)),
		// Guess: `for` is how far to look back, in milliseconds.
		'customer.getActivity': ({ query }) => {
			const end = clock.now();
			const start = end - Number(query.for ?? DAY);
			const interval = 3_600_000;
			return seriesOf('customer.getActivity', checkedRange({ start, end, interval }), end);
		},
		'message.getMessages': (request) => messagesIn(state, range(request)).map(messageView),
		'message.getRedacted': (request) => messagesIn(state, range(request)).map(redactedView),
		'message.getRedactedWithPlot': (request) => withPlot(state, request, clock.now()),
		'analytics.get': analytics,
		'analytics.post': analytics,
	};
}
