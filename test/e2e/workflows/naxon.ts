import { itemsOf } from '../../../scripts/n8n/api';
import type { Runner } from './runner';

interface NaxonState {
	conversations: Array<{
		id: number;
		platformUserId: string;
		messages: Array<{ id: number; sender: string; message: string }>;
	}>;
}

interface KodaState {
	chats: Array<{
		platformUserId: string;
		moderatorMode: boolean;
		entries: Array<{ type: string; block: { text: string } }>;
	}>;
}

export function naxonTests({ playground, find, startedBy }: Runner): void {
	it('keyword-alert: a call without the secret is turned away', async () => {
		const { id, webhookUrl } = find('keyword-alert');
		const { n8n, sandbox } = playground();
		const before = await n8n.api.executionIds(id);
		const { status } = await sandbox.control<{ status: number }>('webhook', {
			vendor: 'naxon',
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
			await sandbox.control<{ status: number; body: unknown }>('webhook', {
				vendor: 'naxon',
				url,
				event,
			});
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

	describe('keyword-escalation', () => {
		const FILE = 'keyword-escalation';
		/** Whom the list in the workflow knows, and by which ID in KODA. */
		const KNOWN = { naxon: 'u1234', koda: '4100000001' };

		/** What Naxon says about a person's conversation; answers what a colleague is given. */
		async function escalate(person: string, keyword: string) {
			const { sandbox, credentials } = playground();
			const { conversations } = await sandbox.state<NaxonState>('naxon');
			const found = conversations.find(({ platformUserId }) => platformUserId === person);
			const { id = 0, messages = [] } = found ?? {};
			const url = `${find(FILE).webhookUrl}?secret=${credentials.naxonApi.data.webhookSecret}`;
			const payload = {
				id,
				keyword,
				platform_user_id: person,
				most_recent_message: messages.at(-1),
			};
			const execution = await startedBy(FILE, async () => {
				await sandbox.control('webhook', { vendor: 'naxon', url, payload });
			});
			return { given: itemsOf(execution, 'For a Colleague'), messages };
		}

		const chatOf = async (user: string) => {
			const { chats } = await playground().sandbox.state<KodaState>('koda');
			return chats.find(({ platformUserId }) => platformUserId === user);
		};

		it('tells the person in KODA that somebody is coming, and gives a colleague the conversation', async () => {
			const before = await chatOf(KNOWN.koda);
			expect(before?.moderatorMode).toBe(false);
			const { given, messages } = await escalate(KNOWN.naxon, 'refund');
			const after = await chatOf(KNOWN.koda);
			expect(after?.moderatorMode).toBe(true);
			const added = after?.entries.slice(before?.entries.length) ?? [];
			expect(added).toMatchObject([
				{ type: 'moderator', block: { text: expect.stringContaining('asked about “refund”') } },
			]);
			expect(given).toEqual([
				{
					subject: `“refund”: ${KNOWN.naxon} is waiting in KODA chat ${KNOWN.koda}`,
					person: KNOWN.naxon,
					was_told: true,
					conversation: messages
						.slice(-5)
						.map(({ sender, message }) => `${sender}: ${message}`)
						.join('\n'),
				},
			]);
		});

		it('writes once, however often Naxon sends the notification', async () => {
			const before = await chatOf(KNOWN.koda);
			expect((await escalate(KNOWN.naxon, 'refund')).given).toEqual([]);
			expect(await chatOf(KNOWN.koda)).toEqual(before);
		});

		it('says that a person has no known chat in KODA, and writes to nobody', async () => {
			const { sandbox } = playground();
			const before = (await sandbox.requests('koda')).length;
			const { given } = await escalate('u1240', 'lawyer');
			expect(given).toMatchObject([
				{ subject: '“lawyer”: u1240 has no known chat in KODA', was_told: false },
			]);
			expect(await sandbox.requests('koda')).toHaveLength(before);
		});
	});
}
