import type { Contract } from './contracts';

/** Contract operations that the editor offers as part of another one. */
const FOLDED_IN: Record<string, string> = {
	'billing.getSessionsOfAccount': 'billing.getSessions',
	'billing.getSessionsOfBot': 'billing.getSessions',
	'billing.getUsageSummaryStatus': 'billing.getUsageSummary',
	'billing.requestUsageSummary': 'billing.getUsageSummary',
	'campaign.startSms': 'campaign.start',
	'campaign.stopSms': 'campaign.stop',
	'campaign.triggerVoice': 'campaign.start',
	'language.setStatus': 'language.enable',
	'conversation.getAllOfModel': 'conversation.getAll',
	'dashboardWidget.getDataFiltered': 'dashboardWidget.getData',
	'engagementTrend.getV1': 'engagementTrend.get',
	'faq.getAllV2': 'faq.getAll',
	'message.getAllOfAccount': 'message.getAll',
	'message.getAllV2': 'message.getAll',
	'botMessage.sendToInstance': 'botMessage.send',
	'notification.getStatusV1': 'notification.getStatus',
	'notification.sendV1': 'notification.send',
	'session.getAllOfAccount': 'session.getAll',
};

/** Subscribing to a bot's events is a trigger's own business. */
export const ONLY_IN_TRIGGERS = /^webhook\.subscribe$/;

/** The calls with which a contract's triggers register their addresses, and take them back. */
export const registrationCalls = ({ events }: Contract): string[] =>
	[...new Set([...events.values()].flat())].filter((id) =>
		/^(?:webhook|agentIntegration)\./.test(id),
	);

/** The operation IDs that the editor has to offer for a contract, sorted: all but those that only triggers use. */
export function offeredIds({ operations, composed, events }: Contract): string[] {
	const ofTriggers = [...events.values()].flat().filter((id) => ONLY_IN_TRIGGERS.test(id));
	const own = operations.map(({ id }) => FOLDED_IN[id] ?? id);
	return [...new Set([...own, ...composed.keys()])].filter((id) => !ofTriggers.includes(id)).sort();
}
