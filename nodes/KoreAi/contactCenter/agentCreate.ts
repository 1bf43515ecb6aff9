import type { IDataObject } from 'n8n-workflow';

import { collection, texts } from '../../shared/fields/commonFields';
import { field } from '../../shared/fields/field';
import type { FieldsOf } from '../../shared/fields/fields';
import { input, operation } from '../api';
import { bot } from '../locators';
import { proficiency, rowId } from './parts';

const CREATE = 'agent.create';

const text = <const Name extends 'emailId' | 'firstName' | 'lastName'>(
	name: Name,
	displayName: string,
	placeholder: string,
) => input(CREATE, name, { displayName, isName: true, placeholder, description: undefined });

const queues = field({
	displayName: 'Queues',
	name: 'queues',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Queue',
	default: {},
	options: [
		{
			displayName: 'Queue',
			name: 'queue',
			values: [
				{
					displayName: 'Preferred',
					name: 'isPreferredAgent',
					type: 'boolean',
					default: false,
					description: 'Whether it is a preferred agent of the queue',
				},
				rowId('Queue ID', 'id', 'qu-268eda9-…'),
			],
		},
	],
});

const skills = field({
	displayName: 'Skills',
	name: 'skills',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Skill',
	default: {},
	description: 'What the agent can. How Kore.ai names the parts of an entry is inferred.',
	options: [
		{
			displayName: 'Skill',
			name: 'skill',
			values: [proficiency, rowId('Skill ID', 'skillId', '641847bf731b5d4baa2d1a2b')],
		},
	],
});

const languages = <const Name extends string>(displayName: string, name: Name, what: string) =>
	texts(
		displayName,
		name,
		'Language',
		'words',
		`Codes of the languages in which the agent takes ${what}, as an expert in each`,
	);

const more = collection('Additional Fields', [
	input(CREATE, 'agentGroupId', { displayName: 'Agent Group ID', isId: true }),
	input(CREATE, 'canSupportChat', { description: 'Whether the agent takes chats' }),
	input(CREATE, 'canSupportVoice', { description: 'Whether the agent takes calls' }),
	languages('Chat Languages', 'chatLanguages', 'chats'),
	input(CREATE, 'createDefaultLayoutAndAssign', {
		displayName: 'Create Default Layout',
		description: 'Whether to make a default desktop layout for the agent',
	}),
	input(CREATE, 'customId', {
		displayName: 'Custom ID',
		isId: true,
		description: 'ID of the agent in your own system, without blanks',
	}),
	input(CREATE, 'maxChatSupport', { displayName: 'Max Chats' }),
	input(CREATE, 'nickName', { displayName: 'Nickname' }),
	input(CREATE, 'phoneNumber'),
	queues,
	skills,
	languages('Voice Languages', 'voiceLanguages', 'calls'),
]);

const spoken = (codes: string[] | undefined) =>
	codes?.map((language) => ({ language, proficiency: 'expert', isActive: true }));

/** The lists of an agent, as far as they were added. */
function listsOf(fields: FieldsOf<[typeof more]>) {
	const given = fields.group('additionalFields');
	return {
		chatLanguageSupport: spoken(given.get('chatLanguages')),
		voiceLanguageSupport: spoken(given.get('voiceLanguages')),
		skills: given.rows('skills').map((row) => ({
			skillId: row.get('skillId'),
			proficiencyLevel: row.get('proficiencyLevel'),
		})),
		queues: given.rows('queues').map((row) => ({
			id: row.get('id'),
			isPreferredAgent: row.get('isPreferredAgent'),
		})),
	};
}

/** The operation that makes an agent. */
export const createAgent = (simplify: (row: IDataObject) => IDataObject) =>
	operation(CREATE, {
		name: 'Create',
		action: 'Create agent',
		description: 'Make somebody an agent of the contact center, with queues and skills',
		check: "To find out, run 'Get Many' for agents.",
		simplify,
		fields: [
			bot,
			text('emailId', 'Email', 'e.g. john.doe@example.com'),
			text('firstName', 'First Name', 'e.g. John'),
			text('lastName', 'Last Name', 'e.g. Doe'),
			input(CREATE, 'roleId', {
				displayName: 'Role ID',
				isId: true,
				placeholder: 'e.g. 67654be356840f366e791a2b',
				description: "ID of the role, as 'Get' for an agent with that role shows it",
			}),
			more,
		],
		run: async ({ api, fields, inputOf }) => {
			const { path, body } = inputOf(CREATE);
			return await api.call(CREATE, { path, body: { ...body, ...listsOf(fields) } });
		},
	});
