import type { IDataObject } from 'n8n-workflow';

import { KORE, pageOf } from './koreAi';
import type { Simulated, World } from './world';

/** The number of a contact: one that stands on the list once more has something behind it. */
const numberOf = (contact: string) => contact.split(' ')[0];

/** A voice campaign; its contacts in the order in which Kore.ai shows them. */
interface Campaign {
	id: string;
	status: string;
	/** In milliseconds. */
	createdAt: number;
	contacts: string[];
}

/** Where a contact moves to in the list when it is called; Kore.ai documents no order. */
export type Movement = 'still' | 'front' | 'back';

/** The campaigns of a bot, in which somebody is called when it happens. */
export class Campaigns implements World {
	readonly all: Campaign[] = [];

	private readonly called = new Set<string>();

	private contacts = 0;

	movement: Movement = 'still';

	/** What Kore.ai announces of a campaign beyond its contacts. */
	surplus = 0;

	readonly handlers: World['handlers'] = {
		'campaign.getAll': (asked) =>
			pageOf(this.all, asked, ({ id, status, createdAt }) => ({
				_id: id,
				status,
				createdAt: new Date(createdAt).toISOString(),
			})),
		'campaign.getStatus': (asked) => {
			const { contacts } = this.all.find(({ id }) => id === asked.path.campaignId)!;
			const answer = pageOf(contacts, asked, (contact) => ({
				phoneNumber: numberOf(contact),
				uniqueId: '',
				dialerOutcome: this.called.has(contact) ? 'completed' : '',
				botSessionId: '',
			}));
			const totalResults = contacts.length + this.surplus;
			return { ...answer, data: { ...(answer.data as IDataObject), totalResults } };
		},
	};

	/** Makes a campaign with so many contacts. */
	add(size: number, status = 'Ready'): Campaign {
		const contacts = Array.from({ length: size }, () => String(48_600_000_000 + this.contacts++));
		const campaign = { id: `cd-${this.all.length}`, status, createdAt: 0, contacts };
		this.all.push(campaign);
		return campaign;
	}

	/** Puts some of its numbers on a campaign's list once more, at its end. */
	repeat({ contacts }: Campaign, numbers: string[]): void {
		contacts.push(...numbers.map((number) => `${number} ${this.contacts++}`));
	}

	/** All that are not in one status are now in another. */
	turn(from: string, to: string): void {
		for (const campaign of this.all) if (campaign.status === from) campaign.status = to;
	}

	/** Pages of contacts of the campaigns that were begun. */
	get pages(): number {
		const begun = this.all.filter(({ status }) => status !== 'Ready');
		return begun.reduce((sum, { contacts }) => sum + Math.ceil(contacts.length / 100), 0);
	}

	/** Calls contacts, of one active campaign after the other, from all over its list. */
	happen(count: number): string[] {
		const active = this.all.filter(({ status }) => status === 'Active');
		const keys: string[] = [];
		for (let index = 0; index < count; index++) {
			if (active.length === 0) break;
			const key = this.call(active[index % active.length], this.called.size * 7919);
			if (key !== undefined) keys.push(key);
		}
		return keys;
	}

	/** Calls the first contact from a place of the list on that was not called; answers its number. */
	call({ contacts }: Campaign, from: number): string | undefined {
		const after = from % contacts.length;
		const isOpen = (phone: string) => !this.called.has(phone);
		const key = contacts.slice(after).find(isOpen) ?? contacts.find(isOpen);
		if (key === undefined) return undefined;
		this.called.add(key);
		if (this.movement !== 'still') contacts.splice(contacts.indexOf(key), 1);
		if (this.movement === 'front') contacts.unshift(key);
		if (this.movement === 'back') contacts.push(key);
		return numberOf(key);
	}

	edit(): void {}
}

/** Contact Called at these campaigns. */
export const calledIn = (campaigns: Campaigns): Simulated => ({
	...KORE.find(({ name }) => name.endsWith('contactCalled'))!,
	make: () => campaigns,
});
