import axios from 'axios';
import { assertSuccess, row, type Demonstration } from '../demonstration';
import { until } from '../patience';

interface FormAnswer {
	answer: string;
	session: string;
}

interface Reply {
	sessionId: string;
	result: { fulfillment: Array<{ message: string }> };
}

/** A form is sent to the workflow's webhook, which answers with what the bot said. */
export const answerFromAnyForm: Demonstration = {
	workflow: 'answer-from-any-form',
	title: 'Sending a form with a question to "Answer from any form": the ChatBot.com bot answers …',
	async run({ n8n, sandbox }, workflow) {
		if (workflow.webhookUrl === undefined) throw new Error(`"${workflow.name}" has no webhook.`);
		const question = 'When are you open?';
		const form = new URLSearchParams({ text: question });
		const { status, data } = await axios.post<FormAnswer>(workflow.webhookUrl, form, {
			proxy: false,
			validateStatus: () => true,
		});
		// One that ends while n8n lists it may be missing.
		const [id] = await until(
			async () => await n8n.api.executionIds(workflow.id),
			(ids) => ids.length > 0,
			() => `"${workflow.name}" was not started: its form was answered with ${status}.`,
		);
		assertSuccess(workflow, await n8n.api.finished(id));

		const [asked] = (await sandbox.requests('chatbot-com', 'conversation.sendQuery')).slice(-1);
		const { sessionId, result } = asked.responseBody as Reply;
		return [
			row('form answered with', 200, status),
			row('question', question, (asked.body as { query: string }).query),
			row('answer', result.fulfillment[0].message, data.answer),
			row('session', sessionId, data.session),
		];
	},
};
