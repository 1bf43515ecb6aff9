import { flagOf } from '../../shared/call/answers';
import type { Client } from '../../shared/call/client';
import { Queue } from '../../shared/call/concurrency';
import { CHAT_ID, CHAT_KEY, koda } from '../api';
import type { Operations } from '../contract';

/** How many times further the list is read when a chat is not among those read so far. */
const STEP = 4;

/** Of a list that repeats itself, what came so far is all there is. */
const paging = { ...koda.paging, endsOnRepeat: true as const };

/**
 * Which chats of a bot a moderator has (docs/evidence/koda.md §3.2), for all items of a run: the list of chats, as far as
 * they needed it, and what the run itself has changed since.
 */
export class Inbox {
	private readonly modes = new Map<string, boolean>();

	/** Chats of which nobody knows whether a change took effect. */
	private readonly doubtful = new Set<string>();

	private readonly queue = new Queue();

	/** Chats to read next time; undefined before the first. */
	private reach?: number;

	private complete = false;

	private constructor(private readonly botId: string) {}

	static of(api: Client<Operations>, botId: string): Inbox {
		return api.shared(`inbox/${botId}`, () => new Inbox(botId));
	}

	/** Whether a moderator has the chat; not so when it is not in the list. Reads `size` chats per call. */
	async hasModerator(
		api: Client<Operations>,
		chat: string,
		size: number = paging.size,
	): Promise<boolean> {
		// One item after another: what the first one reads may be all that the others need.
		await this.queue.add('list', async () => {
			if (this.doubtful.delete(chat)) this.forget(chat);
			while (!this.modes.has(chat) && !this.complete) await this.readOn(api, size);
		});
		return this.modes.get(chat) ?? false;
	}

	/** Makes the change of a chat's moderator mode, and remembers what came of it. */
	async change(chat: string, moderator: boolean, call: () => Promise<unknown>): Promise<void> {
		this.doubtful.add(chat);
		await call();
		this.doubtful.delete(chat);
		this.modes.set(chat, moderator);
	}

	private forget(chat: string): void {
		this.modes.delete(chat);
		this.reach = undefined;
		this.complete = false;
	}

	/** Begins at the top again, where a chat that has moved meanwhile stands. */
	private async readOn(api: Client<Operations>, pageSize: number): Promise<void> {
		const limit = this.reach ?? pageSize;
		const rows = await api.list(
			'chat.getAll',
			{ path: { botId: this.botId } },
			{ key: CHAT_KEY, limit, pageSize },
			paging,
		);
		for (const { [CHAT_ID]: id, moderator_mode: mode } of rows) {
			const chat = String(id);
			if (!this.modes.has(chat)) this.modes.set(chat, flagOf(mode) ?? false);
		}
		this.complete = rows.length < limit;
		this.reach = limit * STEP;
	}
}
