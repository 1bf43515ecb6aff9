import type { Paging } from '../../shared/call/paging';
import { collection, returnAllOrLimit } from '../../shared/fields/commonFields';
import { inUtc } from '../../shared/fields/dates';
import { input, operation, resource } from '../api';
import { fromTo, periodOf } from '../period';

export const AUDITS = 'auditLog.getAll';

/** In the vendor's sample, several rows have the same ID (docs/evidence/kore-ai.md §4.3.1). */
export const AUDIT_KEY = ['AuditLogId', 'timestampValue'] as const;

export const auditPaging: Paging = {
	size: 100,
	ask: ({ page }, size) => ({ size, offset: page - 1 }),
	read: ({ auditlogs, total, moreAvailable }) => ({
		rows: auditlogs,
		total,
		hasMore: moreAvailable,
	}),
};

const getMany = operation(AUDITS, {
	name: 'Get Many',
	action: 'Get many audit logs',
	description: 'Retrieve a list of what was done in the Admin Console',
	fields: [
		...returnAllOrLimit,
		collection('Filters', [
			input(AUDITS, 'fetchAfter', {
				displayName: 'After Audit Log ID',
				isId: true,
				description: 'Only entries after the one with this AuditLogId',
			}),
			...fromTo,
		]),
	],
	run: async ({ api, fields }) => {
		const given = fields.group('filters');
		const { from, to } = periodOf(given);
		const query = {
			fromDate: String(inUtc(from)),
			toDate: String(inUtc(to)),
			fetchAfter: given.get('fetchAfter'),
		};
		return await api.list(AUDITS, { query }, fields.window(...AUDIT_KEY), auditPaging);
	},
});

export const auditLogs = resource('Audit Log', getMany);
