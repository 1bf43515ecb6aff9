/** What the Kore.ai stand-in starts with for logs and metrics, and what is added to it. */
import { pick } from '../random';
import type { Analytics, Feedback } from './analyticsTypes';
import { FIRST_BOT_ID, hexOf, idOf } from './state';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const SEEDED_DAYS = 30;

/** By the vendor's sample. */
const CHANGES = [
	['stream', 'Bot updated'],
	['dialog', 'Published task Book a ticket'],
	['variables', 'Bot variables are exported'],
	['app', 'Scope definition updated for PublicAPI app'],
	['Knowledge Task', 'Knowledge task published'],
] as const;
const AUDITS = [
	['Logout', 'User logged out from 127.0.0.1 via web'],
	['App creation - Success', 'New app admin created'],
] as const;

/** Adds a change of a bot at a time. */
export function addChange({ changes }: Analytics, botId: string, at: number): void {
	const number = changes.length;
	const [resourceType, message] = pick(CHANGES, number);
	const id = idOf('btl', String(number));
	const resourceId = resourceType === 'dialog' ? idOf('dg', message) : botId;
	changes.push({ id, botId, at, resourceType, resourceId, message });
}

/** Adds an entry of the Admin Console at a time. */
export function addAudit({ audits }: Analytics, at: number): void {
	const number = audits.length;
	const [name, description] = pick(AUDITS, number);
	const id = hexOf(`audit ${number}`);
	audits.push({ id, at, name, category: 'Login/Logout', description });
}

const SCORES = [10, 9, 7, 3] as const;

/** Adds an answer to a survey at a time. */
export function addFeedback(
	{ feedback }: Analytics,
	botId: string,
	at: number,
	given: Partial<Feedback> = {},
): Feedback {
	const number = feedback.length;
	const added: Feedback = {
		id: hexOf(`feedback ${number}`),
		botId,
		at,
		surveyName: 'nps survey',
		surveyType: 'NPS',
		score: pick(SCORES, number),
		comments: number % 2 === 0 ? null : 'Thank you',
		userId: idOf('u', `end user ${number % 12}`),
		channelUId: `person.${number % 12}@customers.example.com`,
		sessionId: hexOf(`session ${number}`),
		channel: 'rtm',
		language: 'en',
		...given,
	};
	feedback.push(added);
	return added;
}

/** What is there to begin with: changes and entries of each of the seeded days. */
export function seededAnalytics(seededFrom: number): Analytics {
	const analytics: Analytics = { changes: [], audits: [], feedback: [], reports: [] };
	for (let day = 0; day < SEEDED_DAYS; day += 1) {
		const morning = seededFrom + day * DAY + 8 * HOUR;
		for (let hour = 0; hour < 4; hour += 1) {
			addChange(analytics, FIRST_BOT_ID, morning + hour * HOUR);
			addAudit(analytics, morning + hour * HOUR);
			addFeedback(analytics, FIRST_BOT_ID, morning + hour * HOUR);
		}
	}
	return analytics;
}
