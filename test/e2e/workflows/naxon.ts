import type { Runner } from './runner';

export function naxonTests({ playground, find }: Runner): void {
	it('keyword-alert: a call without the secret is turned away', async () => {
		const { id, webhookUrl } = find('keyword-alert');
		const { n8n, sandbox } = playground();
		const before = await n8n.api.executionIds(id);
		const { status } = await sandbox.control<{ status: number }>('webhook', {
			url: `${webhookUrl}?secret=wrong`,
			payload: { keyword: 'refund' },
		});
		expect(status).toBe(401);
		expect(await n8n.api.executionIds(id)).toEqual(before);
	});

	it('keyword-alert: every answer is JSON that says what became of the call', async () => {
		const { n8n, sandbox, credentials } = playground();
		const { id, webhookUrl } = find('keyword-alert');
		const url = `${webhookUrl}?secret=${credentials.naxonApi.data.webhookSecret}`;
		const send = async (event: string) =>
			await sandbox.control<{ status: number; body: unknown }>('webhook', { url, event });
		const before = await n8n.api.executionIds(id);
		expect(await send('conversation-closed')).toMatchObject({
			status: 200,
			body: { message: 'Received; starts no workflow' },
		});
		expect(await n8n.api.executionIds(id)).toEqual(before);
		expect(await send('keyword-notification')).toMatchObject({
			status: 200,
			body: { message: 'Received; starts the workflow' },
		});
	});
}
