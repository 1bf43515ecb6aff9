import type { Paging } from '../../shared/call/paging';
import { texts } from '../../shared/fields/commonFields';
import { field } from '../../shared/fields/field';

/** Records that a page of metrics has in Kore.ai's samples; the most were not found. */
export const PAGE = 50;

export const metricPaging: Paging = {
	size: PAGE,
	ask: ({ skip }, size) => ({ skip, limit: size }),
	inBody: true,
	read: ({ result, totalCount, moreAvailable }) => ({
		rows: result,
		total: totalCount,
		hasMore: moreAvailable,
	}),
};

export const channels = texts(
	'Channels',
	'channels',
	'Channel',
	'words',
	'Only of these channels, such as rtm',
);

export const oldestFirst = field({
	displayName: 'Oldest First',
	name: 'oldestFirst',
	type: 'boolean',
	default: true,
	description: 'Whether to begin with the oldest instead of the latest',
});

/** By time: pages are of one order. */
export const byTime = (isOldestFirst = false) => ({
	by: 'timestamp',
	order: isOldestFirst ? ('asc' as const) : ('desc' as const),
});
