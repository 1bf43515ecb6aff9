import { WEEKDAYS } from '../../compose/campaign/window';
import { collection, texts } from '../../shared/fields/commonFields';
import { fieldList } from '../../shared/fields/field';
import { input } from '../api';
import { bot } from '../locators';
import { campaignType } from './type';

const voice = { campaignType: ['voice'] };
const agentless = { ...voice, dialingMode: ['Agentless'] };
const withAgents = { ...voice, dialingMode: ['Preview', 'Progressive'] };
const sms = { campaignType: ['sms'] };

const experienceFlow = input('campaign.create', 'experienceFlowName', {
	displayName: 'Experience Flow',
	required: true,
	isName: true,
	placeholder: 'e.g. Voice Survey Entry Flow',
	description: 'Name of the flow by which the bot talks',
});

const doNotCallList = {
	displayName: 'Do Not Call List',
	name: 'doNotCallList',
	type: 'string',
	isName: true,
	default: '',
	placeholder: 'e.g. Unsubscribed',
	description: 'Name of the contact list of those who must not be called or written to',
} as const;

/** Whom a campaign is for, and by which bot; Kore.ai's own words where the editor has no better ones. */
export const who = fieldList([
	bot,
	campaignType,
	input('campaign.create', 'name', { isName: true, placeholder: 'e.g. Win-Back May' }),
	input('campaign.create', 'description', { placeholder: 'e.g. People who left in spring' }),
]);

/** Which contact lists it is for. */
export const forLists = fieldList([
	{
		...texts(
			'Contact Lists',
			'contactLists',
			'Contact List',
			'names',
			'Names of the contact lists to call or write to',
		),
		required: true,
		narrows: true,
		isName: true,
	},
]);

/** How and when people are called or written to. */
export const settings = fieldList([
	{ ...doNotCallList, required: true, displayOptions: { show: voice } },
	{
		displayName: 'Caller Phone Number',
		name: 'callerPhoneNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. +14846500000',
		description: 'Number that the person sees',
	},
	{
		displayName: 'Allowed Hours Start',
		name: 'allowedHoursStart',
		type: 'string',
		timeOfDay: true,
		default: '',
		required: true,
		placeholder: 'e.g. 09:00',
		description:
			'Nobody is called or written to before this time. Of a date, only the time counts.',
	},
	{
		displayName: 'Allowed Hours End',
		name: 'allowedHoursEnd',
		type: 'string',
		timeOfDay: true,
		default: '',
		required: true,
		placeholder: 'e.g. 17:30',
		hint: "In the workflow's time zone (Settings of the workflow), or in that under Schedule",
		description: 'Nobody is called or written to after this time. Of a date, only the time counts.',
	},
	input('campaign.create', 'dialingMode', {
		noDataExpression: true,
		displayOptions: { show: voice },
		default: 'Agentless',
		options: [
			{ name: 'Agentless', value: 'Agentless', description: 'The bot talks' },
			{
				name: 'Preview',
				value: 'Preview',
				description: 'An agent sees the contact before the call',
			},
			{
				name: 'Progressive',
				value: 'Progressive',
				description: 'Whoever answers is connected with an agent',
			},
		],
		description: 'Who talks with the person',
	}),
	{ ...experienceFlow, displayOptions: { show: agentless } },
	input('campaign.create', 'queue_name', {
		displayName: 'Queue',
		name: 'queue',
		required: true,
		isName: true,
		placeholder: 'e.g. Default Queue',
		displayOptions: { show: withAgents },
		description: 'Name of the queue whose agents talk',
	}),
	input('campaign.create', 'maxSkips', {
		required: true,
		default: 1,
		displayOptions: { show: { ...voice, dialingMode: ['Preview'] } },
		description: 'How many contacts an agent may skip',
	}),
	input('campaign.create', 'format', {
		noDataExpression: true,
		displayOptions: { show: sms },
		options: [
			{ name: 'Advanced', value: 'advanced', description: 'A bot writes, by an experience flow' },
			{ name: 'Simple', value: 'simple', description: 'A text' },
		],
		default: 'simple',
	}),
	{
		displayName: 'Message',
		name: 'message',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		required: true,
		displayOptions: { show: { ...sms, format: ['simple'] } },
		description: 'The text to send',
	},
	{
		...experienceFlow,
		name: 'smsExperienceFlow',
		displayOptions: { show: { ...sms, format: ['advanced'] } },
	},
]);

/** On which days, and in which zone. */
export const schedule = collection('Schedule', [
	{
		displayName: 'Allowed Weekdays',
		name: 'allowedWeekdays',
		type: 'multiOptions',
		options: [...WEEKDAYS],
		default: ['1', '2', '3', '4', '5'],
		narrows: true,
		description: 'Days on which people are called or written to; Monday to Friday without it',
	},
	{
		displayName: 'Time Zone',
		name: 'timeZone',
		type: 'string',
		default: '',
		placeholder: 'e.g. Europe/Warsaw',
		description: "Zone of the allowed hours; the workflow's without it",
	},
]);

/** What else has a value without the user. */
export const further = fieldList([
	{
		displayName: 'Attempts Delay (Minutes)',
		name: 'attemptsDelay',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 1440, numberPrecision: 0 },
		default: 10,
		displayOptions: { show: { '/campaignType': ['voice'] } },
		description: 'Minutes between two attempts; 10 without it',
	},
	{
		displayName: 'Dialing Order',
		name: 'dialingOrder',
		type: 'options',
		options: [
			{ name: 'First In, First Out', value: 'FIFO' },
			{ name: 'Last In, First Out', value: 'LIFO' },
		],
		default: 'FIFO',
		displayOptions: { show: { '/campaignType': ['voice'] } },
	},
	{
		...doNotCallList,
		narrows: true,
		displayOptions: { show: { '/campaignType': ['sms'] } },
	},
	{
		displayName: 'Machine Detection',
		name: 'machineDetection',
		type: 'options',
		options: [
			{ name: 'Detect', value: 'detect', description: 'Tell the flow that a machine answered' },
			{ name: 'Disconnect', value: 'disconnect', description: 'Hang up when a machine answers' },
			{ name: 'No', value: 'no' },
		],
		default: 'no',
		displayOptions: {
			show: { '/campaignType': ['voice'], '/dialingMode': ['Agentless'] },
		},
		description: 'What to do when a machine answers; nothing without it',
	},
	{
		displayName: 'Max Attempts',
		name: 'maxAttempts',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 100, numberPrecision: 0 },
		default: 3,
		displayOptions: { show: { '/campaignType': ['voice'] } },
		description: 'How often to call a contact at most; 3 without it',
	},
	{
		displayName: 'Max Ring Time (Seconds)',
		name: 'maxRingTime',
		type: 'number',
		typeOptions: { minValue: 5, maxValue: 120, numberPrecision: 0 },
		default: 30,
		displayOptions: { show: { '/campaignType': ['voice'] } },
		description: 'How long to let it ring; 30 seconds without it',
	},
	input('campaign.create', 'priority', {
		required: false,
		default: '5',
		description: 'Which of several campaigns goes first: 5 before 1. 5 without it.',
	}),
	{
		displayName: 'Template Name',
		name: 'templateName',
		type: 'string',
		isName: true,
		default: '',
		displayOptions: { show: { '/campaignType': ['sms'], '/format': ['simple'] } },
		description: 'Name of an approved template, whose text Message then has to be',
	},
]);

/** The same as Create and Update have it. */
export const options = collection('Options', further);
