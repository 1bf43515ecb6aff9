import type { Paging } from '../../shared/call/paging';
import { collection, sortOrder, texts } from '../../shared/fields/commonFields';

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

/** By time alone. */
export const inOrder = collection('Sort', [sortOrder]);

/** By time: pages are of one order. */
export const byTime = (order: 'asc' | 'desc' = 'desc') => ({ by: 'timestamp', order });
