import axios, { type AxiosInstance } from 'axios';
import type { Playground } from '../../../scripts/n8n/playground';

const BOT = '3337eb37-9c70-4e88-a173-21372501d7ee';

/** By then all calls of a short list are over. */
const CALLED_SECONDS = 90;

interface Chat {
	platformUserId: string;
	moderatorMode: boolean;
	entries: Array<{ block: { text: string } }>;
}

/** Somebody else who works with KODA: calls of their own, with a token of their own. */
export class KodaColleague {
	private readonly http: AxiosInstance;

	private constructor(
		private readonly playground: Playground,
		token: string,
	) {
		this.http = axios.create({
			baseURL: `${playground.sandbox.url}/koda/v1/bots/${BOT}`,
			headers: { authorization: `Bearer ${token}` },
			proxy: false,
		});
	}

	static async signIn(playground: Playground): Promise<KodaColleague> {
		const { clientId, clientSecret, accessTokenUrl } = playground.credentials.kodaOAuth2Api.data;
		const form = new URLSearchParams({ grant_type: 'client_credentials' });
		const { data } = await axios.post<{ access_token: string }>(accessTokenUrl, form, {
			auth: { username: clientId, password: clientSecret },
			proxy: false,
		});
		return new KodaColleague(playground, data.access_token);
	}

	private async chats(): Promise<Chat[]> {
		return (await this.playground.sandbox.state<{ chats: Chat[] }>('koda')).chats;
	}

	/** Lets messages be written, each in another chat; answers their texts. */
	async messages(count: number): Promise<string[]> {
		const texts = (chats: Chat[]) =>
			chats.flatMap(({ entries }) => entries.map(({ block }) => block.text));
		const before = new Set(texts(await this.chats()));
		await this.playground.sandbox.control('seed', { vendor: 'koda', newMessages: count });
		return texts(await this.chats()).filter((text) => !before.has(text));
	}

	/** Takes chats over; answers whose. */
	async takeOver(count: number): Promise<string[]> {
		const free = (await this.chats()).filter(({ moderatorMode }) => !moderatorMode);
		const users = free.slice(-count).map(({ platformUserId }) => platformUserId);
		for (const user of users) await this.http.post(`inbox/${user}/enable-moderator-mode`);
		return users;
	}

	/** Calls these numbers in one campaign, until all of them were called. */
	async call(name: string, numbers: string[]): Promise<void> {
		const day = new Date().toISOString();
		await this.http.post('call-lists', {
			name,
			allowed_hours_start: '00:00',
			allowed_hours_end: '23:59',
			caller_phone_number: '+48222431496',
			start_block_id: '5d306675-4500-409d-80a2-6d16ac28db58',
			campaign_vars: ['answer'],
			max_attempts: 1,
			attempts_delay: 1,
			campaign_date_start: day.slice(0, 10),
			campaign_date_time: day.slice(11, 16),
			calls: numbers.map((number) => ({ phone_number: number })),
		});
		const { sandbox } = this.playground;
		await sandbox.control('clock', { advanceSeconds: CALLED_SECONDS });
		await this.http.get('call-lists');
		// Other services have the same clock, and show nothing that is still to come.
		await sandbox.control('clock', { advanceSeconds: -CALLED_SECONDS });
	}
}
