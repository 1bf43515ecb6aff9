/** Plays the calls of a call list along the sandbox's clock. */
import type { Call, CallList, CallListSettings } from './state';

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;

/** Every call of a list has begun this many milliseconds after the list may begin. */
const SPREAD_MS = 30 * SECOND;
/** Milliseconds between creation and the first call. */
const LEAD_MS = 5 * SECOND;
/** Milliseconds an unanswered attempt rings. */
const RING_MS = 15 * SECOND;
/** Numbers with this ending never answer: they use up their attempts, hours apart. */
const SILENT_NUMBER = /99$/;

/** Milliseconds of `YYYY-MM-DD` and `HH:mm`. Guess: the vendor's zone is not stated, UTC here. */
function momentOf(date: string, time: string): number {
	return Date.parse(`${date}T${time}:00Z`);
}

function minutesOf(time: string): number {
	const [hours, minutes] = time.split(':').map(Number);
	return hours * 60 + minutes;
}

/** When a list may begin and must end; an end without a time is the end of its day (inferred). */
export function campaignSpan(settings: CallListSettings): { start: number; end: number } {
	const start = momentOf(settings.campaign_date_start, settings.campaign_date_time);
	const { campaign_date_end: endDate, campaign_date_time_end: endTime } = settings;
	if (endDate === undefined) return { start, end: Infinity };
	const end = momentOf(endDate, endTime ?? '00:00');
	return { start, end: endTime === undefined ? end + DAY : end };
}

/** The parts of [from, to] in which a list may call, oldest first; milliseconds since 1970. */
function allowedSpans(
	settings: CallListSettings,
	from: number,
	to: number,
): Array<[number, number]> {
	const { start, end } = campaignSpan(settings);
	const first = Math.max(from, start);
	const last = Math.min(to, end);
	const opening = minutesOf(settings.allowed_hours_start) * 60 * SECOND;
	const closing = minutesOf(settings.allowed_hours_end) * 60 * SECOND;
	const days = settings.campaign_allowed_days;
	const spans: Array<[number, number]> = [];
	for (let day = Math.floor(first / DAY) * DAY; day <= last; day += DAY) {
		const weekday = String(new Date(day).getUTCDay());
		if (days !== undefined && days.length > 0 && !days.includes(weekday)) continue;
		const span: [number, number] = [Math.max(first, day + opening), Math.min(last, day + closing)];
		if (span[0] < span[1]) spans.push(span);
	}
	return spans;
}

/** Milliseconds of an answered call: 7 to 19 seconds. */
function talkMs(index: number): number {
	return (7 + (index % 13)) * SECOND;
}

function finishAttempt(call: Call, settings: CallListSettings, now: number): boolean {
	if (call.endsAt === undefined || call.endsAt > now) return false;
	const answered = !SILENT_NUMBER.test(call.phoneNumber);
	const endedAt = call.endsAt;
	call.endsAt = undefined;
	if (answered || call.attemptsLeft === 0) {
		call.status = answered ? 'finished' : 'no_answer';
		call.finishedAt = endedAt;
		return true;
	}
	call.status = 'waiting';
	call.nextAt = endedAt + settings.attempts_delay * HOUR;
	return false;
}

function playCall(list: CallList, call: Call, index: number, spans: Array<[number, number]>): void {
	for (const [from, to] of spans) {
		while (call.endsAt === undefined && call.finishedAt === undefined && call.nextAt < to) {
			const startedAt = Math.max(from, call.nextAt);
			list.processedAt = Math.min(list.processedAt ?? startedAt, startedAt);
			call.startedAt ??= startedAt;
			call.lastAttemptAt = startedAt;
			call.attemptsLeft -= 1;
			call.status = 'calling';
			const silent = SILENT_NUMBER.test(call.phoneNumber);
			call.endsAt = startedAt + (silent ? RING_MS : talkMs(index));
			if (finishAttempt(call, list.settings, list.playedTo)) list.finishedCalls += 1;
		}
	}
}

/** Brings a list up to the present: attempts begin inside the allowed hours, unless it is paused. */
export function play(list: CallList, now: number): void {
	const from = list.playedTo;
	if (now <= from) return;
	list.playedTo = now;
	if (list.finishedCalls === list.calls.length) return;
	const spans = list.paused ? [] : allowedSpans(list.settings, from, now);
	list.calls.forEach((call, index) => {
		if (finishAttempt(call, list.settings, now)) list.finishedCalls += 1;
		playCall(list, call, index, spans);
	});
}

/** Sets the first attempt of each call: spread evenly over half a minute, in order. */
export function schedule(list: CallList): void {
	const begin = Math.max(list.createdAt, campaignSpan(list.settings).start) + LEAD_MS;
	list.calls.forEach((call, index) => {
		call.nextAt = begin + Math.floor((index * SPREAD_MS) / list.calls.length);
	});
}

/** The list's status word; `finished` is the sample's, the others are guesses. */
export function statusOf(list: CallList, now: number): string {
	if (list.finishedCalls === list.calls.length) return 'finished';
	if (now >= campaignSpan(list.settings).end) return 'finished';
	if (list.paused) return 'paused';
	return list.processedAt === undefined ? 'waiting' : 'in_progress';
}
