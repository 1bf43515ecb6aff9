/** Operations on segments. */
import type { Clock } from '../../clock';
import type { ApiRequest, Handler } from '../../types';
import { envelope, find, idOf, spacedText, type ChatBotComState } from './state';

/** Handlers of the five segment operations. */
export function segmentHandlers(state: ChatBotComState, clock: Clock): Record<string, Handler> {
	const segmentOf = ({ params }: ApiRequest) => find(state.segments, params.id, 'Segment');
	let created = 0;

	return {
		'segment.getAll': () =>
			state.segments.map(({ id, name, createdAt }) => ({
				id,
				name,
				users: state.users.filter(({ segments }) => segments.includes(id)).length,
				createdAt: spacedText(createdAt),
			})),
		'segment.create': ({ body }) => {
			const { name } = body as { name: string };
			const id = idOf(`new segment ${created++}`);
			state.segments.push({ id, name, createdAt: clock.now() });
			return { id, ...envelope(clock) };
		},
		'segment.addUsers': ({ body }) => {
			const { segments, users } = body as { segments: string[]; users: string[] };
			// Guess: one unknown id refuses the whole request.
			const added = segments.map((id) => find(state.segments, id, 'Segment').id);
			const members = users.map((id) => find(state.users, id, 'User'));
			for (const user of members) user.segments = [...new Set([...user.segments, ...added])];
			return envelope(clock);
		},
		'segment.update': (request) => {
			segmentOf(request).name = (request.body as { name: string }).name;
			return envelope(clock);
		},
		'segment.delete': (request) => {
			const { id } = segmentOf(request);
			state.segments = state.segments.filter((segment) => segment.id !== id);
			for (const user of state.users) user.segments = user.segments.filter((own) => own !== id);
			return envelope(clock);
		},
	};
}
