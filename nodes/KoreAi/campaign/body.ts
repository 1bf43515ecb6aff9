import { DateTime } from 'luxon';

import type { FieldsOf } from '../../shared/fields/fields';
import type { CampaignSettings, DialingStrategy } from '../contract';
import type { options, schedule, settings, who } from './settings';

/** The fields of a campaign but for its contact lists. */
export type SettingFields = FieldsOf<
	[...typeof who, ...typeof settings, typeof options, typeof schedule]
>;

/** A time of day, `HH:mm`, as Kore.ai writes it: 9:00 AM (docs/evidence/kore-ai.md §9.2.1). */
const clock = (time: string) =>
	DateTime.fromFormat(time, 'HH:mm').toFormat('h:mm a', { locale: 'en-US' });

/** A day as Kore.ai writes it, by the panel's number. */
const DAYS = { 1: 'MO', 2: 'TU', 3: 'WE', 4: 'TH', 5: 'FR', 6: 'SA', 0: 'SU' } as const;

const WORKDAYS = ['1', '2', '3', '4', '5'] as const;

/** When people may be called or written to. Throws NodeOperationError when there is no such time, or zone. */
function callingHours(fields: SettingFields, timezone: string): DialingStrategy['callingHours'] {
	const more = fields.group('schedule');
	const [from, to] = [fields.get('allowedHoursStart'), fields.get('allowedHoursEnd')];
	if (to <= from) {
		const wayOut = 'Choose a later time of the same day.';
		fields.fail('allowedHoursEnd', "is not after 'Allowed Hours Start'", wayOut);
	}
	const zone = more.get('timeZone') ?? timezone;
	if (!DateTime.local({ zone }).isValid) {
		more.fail('timeZone', `is no time zone: ${zone}`, 'Use a name such as Europe/Warsaw.');
	}
	const days = more.get('allowedWeekdays') ?? WORKDAYS;
	return {
		// All samples are weekly; what the other values mean is not described.
		frequency: 'WEEKLY',
		timezone: zone,
		days: days.map((day) => ({ day: DAYS[day], start: clock(from), end: clock(to) })),
	};
}

/** What only calls have. */
function ofVoice(fields: SettingFields): Partial<CampaignSettings> {
	const dialingMode = fields.get('dialingMode');
	const common = { dncLists: { name: fields.get('doNotCallList') }, dialingMode };
	if (dialingMode === 'Agentless') {
		const machineDetection = fields.group('options').get('machineDetection');
		return {
			...common,
			experienceFlowName: fields.get('experienceFlowName'),
			enableMachineDetect: machineDetection ?? 'no',
		};
	}
	const isPreview = dialingMode === 'Preview';
	return {
		...common,
		queue_name: fields.get('queue'),
		...(isPreview && { maxSkips: fields.get('maxSkips') }),
	};
}

/** What only text messages have. The text is sent in Base64 (docs/evidence/kore-ai.md §9.2.2). */
function ofSms(fields: SettingFields): Partial<CampaignSettings> {
	const format = fields.get('format');
	const more = fields.group('options');
	const doNotCallList = more.get('doNotCallList');
	const common = { format, dncLists: doNotCallList ? { name: doNotCallList } : undefined };
	if (format === 'advanced') {
		return { ...common, experienceFlowName: fields.get('smsExperienceFlow') };
	}
	const message = Buffer.from(fields.get('message'), 'utf8').toString('base64');
	return { ...common, message: { message, template_name: more.get('templateName') } };
}

/**
 * A campaign as Kore.ai takes it, for the contact lists with these names; `timezone` is the workflow's.
 * Throws NodeOperationError, which names the field, when nobody could be called in these times.
 */
export function settingsOf(
	fields: SettingFields,
	contactLists: string[],
	timezone: string,
): CampaignSettings {
	const more = fields.group('options');
	const campaignType = fields.get('campaignType');
	const isVoice = campaignType === 'voice';
	return {
		name: fields.get('name'),
		description: fields.get('description'),
		contactLists,
		priority: more.get('priority') ?? '5',
		...(isVoice ? ofVoice(fields) : ofSms(fields)),
		dialingStrategy: {
			callerId: { phoneNumber: fields.get('callerPhoneNumber') },
			callingHours: callingHours(fields, timezone),
			...(isVoice && {
				dialingOrder: more.get('dialingOrder') ?? 'FIFO',
				maxAttemptsPerRecord: more.get('maxAttempts') ?? 3,
				defaultRetryPeriod: more.get('attemptsDelay') ?? 10,
				maxRingTime: more.get('maxRingTime') ?? 30,
			}),
		},
		schedule: { isSchedulingEnabled: false },
		campaignType,
	};
}
