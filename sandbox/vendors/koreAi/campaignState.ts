/** How contact lists fill, and campaigns get on, by the clock. */
import type { Clock } from '../../clock';
import type { Campaign, ContactList, Dialing, NewContact } from './campaignTypes';
import { idOf, lookAt, type KoreAiState } from './state';

/** Moves contacts that were queued long enough, or looked for often enough, to their list. */
export function fill(list: ContactList, clock: Clock, isLook: boolean): void {
	list.queue = list.queue.filter((batch) => {
		const looks = batch.reads;
		const isDone = lookAt(batch, clock);
		if (!isLook) batch.reads = looks;
		if (!isDone) return true;
		for (const contact of batch.contacts) add(list, contact, clock.now());
		return false;
	});
}

/** Samples show numbers without a plus, whatever was sent. */
const digits = (phone: string) => phone.replaceAll(/[^\d]/g, '');

function add(list: ContactList, contact: NewContact, now: number): void {
	const phoneNumber = digits(contact.phoneNumber);
	const isThere = list.contacts.some((one) => one.phoneNumber === phoneNumber);
	if (isThere && !list.allowDuplicates) return;
	const id = idOf('cc', `${list.id} ${list.contacts.length}`);
	list.contacts.push({ ...contact, id, phoneNumber, addedAt: now });
	list.updatedAt = now;
}

/** What a campaign is at this moment; documented are the words, what leads from one to the next is inferred. */
export function statusOf(campaign: Campaign, clock: Clock): string {
	const { startedAt, stoppedAt, schedule, dialing, job } = campaign;
	if (stoppedAt !== undefined) return 'Stopped';
	if (startedAt !== undefined) {
		return dialing.every(({ dueAt }) => dueAt <= clock.now()) ? 'Completed' : 'Active';
	}
	if (schedule) return 'Scheduled';
	const looks = job.reads;
	const isReady = campaign.type === 'sms' || lookAt(job, clock);
	job.reads = looks;
	return isReady ? 'Ready' : 'Preparing';
}

/** Whether what came of a contact is known. */
export const isCalled = (campaign: Campaign, { dueAt }: Dialing, clock: Clock): boolean =>
	dueAt <= (campaign.stoppedAt ?? clock.now());

const CALL_MILLISECONDS = 10_000;
/** How many calls one line makes: of more contacts, several are called at once, so that a campaign is soon over. */
const CALLS_PER_LINE = 12;

/** The contact lists of these names. */
const listsNamed = ({ contactLists }: KoreAiState, botId: string, names: string[]) =>
	contactLists.filter((list) => list.botId === botId && names.includes(list.name));

/** Starts a campaign, or goes on with one that was stopped: the contacts in their order, ten seconds each. */
export function dial(state: KoreAiState, campaign: Campaign, clock: Clock): void {
	const now = clock.now();
	const { botId, input, id } = campaign;
	if (campaign.startedAt === undefined) {
		const no = listsNamed(state, botId, input.dncLists ? [input.dncLists.name] : []);
		const never = new Set(no.flatMap(({ contacts }) => contacts.map((one) => one.phoneNumber)));
		const all = listsNamed(state, botId, input.contactLists).flatMap(({ contacts }) => contacts);
		campaign.dialing = all
			.filter(({ phoneNumber }) => !never.has(phoneNumber))
			.map(({ phoneNumber }, index) => {
				return { id: idOf('cid', `${id} ${index}`), phoneNumber, dueAt: Infinity };
			});
	}
	const left = campaign.dialing.filter((one) => !isCalled(campaign, one, clock));
	const lines = Math.max(1, Math.ceil(left.length / CALLS_PER_LINE));
	for (const [index, one] of left.entries()) {
		one.dueAt = now + (Math.floor(index / lines) + 1) * CALL_MILLISECONDS;
	}
	campaign.startedAt ??= now;
	campaign.stoppedAt = undefined;
	campaign.updatedAt = now;
}
