import { itemsOf } from '../api';
import { assertSuccess, row, type Demonstration } from '../demonstration';
import { until } from '../patience';

interface Conversation {
	id: number;
	platform_user_id: string;
	most_recent_message: { message: string };
}

/** A keyword notification starts the workflow, which reads the conversation it is about. */
export const keywordAlert: Demonstration = {
	workflow: 'keyword-alert',
	title: 'Sending a keyword notification of Naxon to "Keyword alert" …',
	async run({ n8n, sandbox, credentials }, workflow) {
		if (workflow.webhookUrl === undefined) throw new Error(`"${workflow.name}" has no trigger.`);
		const keyword = 'order number';
		const { webhookSecret } = credentials.naxonApi.data;
		const url = `${workflow.webhookUrl}?secret=${webhookSecret}`;
		const answer = await sandbox.control<{ status: number }>('webhook', {
			vendor: 'naxon',
			url,
			payload: { keyword },
		});
		const [id] = await until(
			async () => await n8n.api.executionIds(workflow.id),
			(ids) => ids.length > 0,
			() => `"${workflow.name}" was not started.`,
		);
		const execution = await n8n.api.finished(id);
		assertSuccess(workflow, execution);

		const [alert] = itemsOf(execution, 'Alert');
		const [read] = (await sandbox.requests('naxon', 'conversation.get')).slice(-1);
		const conversation = read.responseBody as Conversation;
		return [
			row('notification answered with', 200, answer.status),
			row('keyword', keyword, alert.keyword as string),
			row('conversation', conversation.id, alert.conversation_id as number),
			row('person', conversation.platform_user_id, alert.person as string),
			row('message', conversation.most_recent_message.message, alert.message as string),
		];
	},
};
