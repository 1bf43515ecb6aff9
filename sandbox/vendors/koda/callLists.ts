/** Operations on call lists (Voice Outbound). */
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock';
import { ApiError, type Handler } from '../../types';
import { campaignSpan, play, schedule, statusOf } from './calling';
import { pageOf } from './paging';
import type { Call, CallList, CallListSettings, KodaState } from './state';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** `YYYY-MM-DD HH:mm:ss`, the form of the samples. */
function timeText(milliseconds: number): string {
	return new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ');
}

function durationText(milliseconds: number): string {
	return new Date(milliseconds).toISOString().slice(11, 19);
}

function textValues(record: Record<string, unknown>): Record<string, string> {
	const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
	return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, asText(value)]));
}

/** Makes a stored call from a row of the request; every key but the number is custom data. */
export function callOf(row: Record<string, unknown>, maxAttempts: number): Call {
	const { phone_number: phoneNumber, ...custom } = row;
	return {
		phoneNumber: String(phoneNumber),
		customData: textValues(custom),
		attemptsLeft: Math.max(1, Math.floor(maxAttempts)),
		nextAt: 0,
		status: 'waiting',
	};
}

/** Makes a stored list whose calls are scheduled. */
export function callListOf(
	id: string,
	settings: CallListSettings,
	rows: Array<Record<string, unknown>>,
	createdAt: number,
	createdVia: string,
): CallList {
	const calls = rows.map((row) => callOf(row, settings.max_attempts));
	const list: CallList = {
		id,
		settings,
		createdAt,
		createdVia,
		paused: false,
		playedTo: createdAt,
		calls,
		finishedCalls: 0,
	};
	schedule(list);
	return list;
}

/** Refuses date and time forms that no sample shows (guess: the vendor does so, too). */
function checkForms(settings: CallListSettings): void {
	const check = (name: keyof CallListSettings, form: RegExp) => {
		const value = settings[name];
		if (value === undefined || (typeof value === 'string' && form.test(value))) return;
		throw new ApiError(400, `${name} has a wrong form`);
	};
	check('allowed_hours_start', TIME);
	check('allowed_hours_end', TIME);
	check('campaign_date_start', DATE);
	check('campaign_date_time', TIME);
	check('campaign_date_end', DATE);
	check('campaign_date_time_end', TIME);
}

function summary(list: CallList, now: number) {
	const { settings } = list;
	const { start, end } = campaignSpan(settings);
	return {
		id: list.id,
		status: statusOf(list, now),
		total_calls: list.calls.length,
		finished_calls: list.finishedCalls,
		name: settings.name,
		start_at: timeText(start),
		...(end === Infinity ? {} : { max_call_at: timeText(end) }),
		...(list.processedAt === undefined ? {} : { processed_at: timeText(list.processedAt) }),
		created_at: timeText(list.createdAt),
		allowed_calling_hours: `${settings.allowed_hours_start}:00-${settings.allowed_hours_end}:00`,
		created_via: list.createdVia,
	};
}

function callDetails(call: Call, settings: CallListSettings) {
	const variables = [...settings.campaign_vars, ...(settings.report_vars ?? [])];
	const collected = call.status === 'finished' ? variables : [];
	const { startedAt, finishedAt, lastAttemptAt } = call;
	return {
		attempts_left: call.attemptsLeft,
		phone_number: call.phoneNumber,
		custom_data: call.customData,
		data_collected: Object.fromEntries(collected.map((name) => [name, `${name} given`])),
		...(startedAt === undefined ? {} : { start_calling: timeText(startedAt) }),
		...(finishedAt === undefined || lastAttemptAt === undefined
			? {}
			: {
					finish_calling: timeText(finishedAt),
					// Ringing is no talk (guess: KODA counts so, too).
					call_duration: durationText(call.status === 'finished' ? finishedAt - lastAttemptAt : 0),
				}),
		...(lastAttemptAt === undefined ? {} : { last_attempt: timeText(lastAttemptAt) }),
		calling_status: call.status,
	};
}

type Summary = ReturnType<typeof summary>;

/** Compares two summaries by a field: numbers as numbers, a missing value before all others. */
function byField(field: keyof Summary, descending: boolean) {
	return (a: Summary, b: Summary): number => {
		const left = a[field] ?? '';
		const right = b[field] ?? '';
		const order = left < right ? -1 : left > right ? 1 : 0;
		return descending ? -order : order;
	};
}

/** Handlers of the five call-list operations. */
export function callListHandlers(state: KodaState, clock: Clock): Record<string, Handler> {
	const find = (listId: string): CallList => {
		const list = state.callLists.find(({ id }) => id === listId.toLowerCase());
		if (list === undefined) throw new ApiError(404, 'Call list not found');
		play(list, clock.now());
		return list;
	};
	const done = (response: object) => ({ meta: { status: 200 }, response });

	return {
		'callList.getAll': (request) => {
			const now = clock.now();
			const { sort_by: field = 'created_at', sort_order: order = 'DESC' } = request.query;
			const rows = state.callLists.map((list) => {
				play(list, now);
				return summary(list, now);
			});
			rows.sort(byField(field as keyof Summary, order === 'DESC'));
			const page = pageOf(rows, request);
			return { meta: { status: 200, ...page.meta }, response: page.rows };
		},
		'callList.create': ({ body }) => {
			const { calls, ...settings } = body as CallListSettings & {
				calls: Array<Record<string, unknown>>;
			};
			checkForms(settings);
			// Guess: another value than the sample's `dashboard` is likely for lists made here.
			const list = callListOf(randomUUID(), settings, calls, clock.now(), 'api');
			state.callLists.push(list);
			return done({ result: true, list_id: list.id, count: calls.length });
		},
		'callList.get': ({ params }) => {
			const list = find(params.listId);
			return done({
				...list.settings,
				...(list.processedAt === undefined ? {} : { processed_at: timeText(list.processedAt) }),
				created_via: list.createdVia,
				calls: list.calls.map((call) => callDetails(call, list.settings)),
			});
		},
		'callList.resume': ({ params }) => {
			const list = find(params.listId);
			// Inferred from the name: the calls that are taken up again.
			const recovered = list.paused ? list.calls.length - list.finishedCalls : 0;
			list.paused = false;
			return done({ result: true, count_recovery: recovered });
		},
		'callList.pause': ({ params }) => {
			find(params.listId).paused = true;
			return done({ result: true, msg: 'Tasks canceled' });
		},
	};
}
