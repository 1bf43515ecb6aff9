import type { IDataObject } from 'n8n-workflow';

import { collection } from '../../shared/fields/commonFields';
import { objectsIn } from '../../shared/fields/lists';
import { input, operation, resource } from '../api';
import { hasSucceeded } from '../job';
import { bot } from '../locators';
import { removal } from './remove';

const sessionId = input('recording.get', 'sessionId', {
	displayName: 'Session ID',
	isId: true,
	description: "ID of the session that the call was in, as 'Get Many' for interactions has it",
});

const filesOf = (recordings: unknown) =>
	objectsIn<IDataObject>(recordings).map(({ fileUrl: url, fileName: name }) => ({ url, name }));

const CONTROL = 'recording.control';

const control = operation(CONTROL, {
	name: 'Control',
	action: 'Control recording and transcription of call',
	description: 'Start, pause, resume or end the recording or transcription of a running call',
	check: 'To find out, look at the call in Kore.ai.',
	inTurn: (fields) => fields.get('conversationId'),
	fields: [
		bot,
		input(CONTROL, 'conversationId', {
			isId: true,
			description: 'ID of the conversation of Agent AI that the call is of',
		}),
		collection('Options', [
			input(CONTROL, 'recording_action', { name: 'recordingAction', displayName: 'Recording' }),
			input(CONTROL, 'transcription_action', {
				name: 'transcriptionAction',
				displayName: 'Transcription',
			}),
		]),
	],
	run: async ({ api, fields, inputOf }) => {
		const asked = inputOf(CONTROL);
		if (Object.values(asked.body).every((value) => value === undefined)) {
			fields.fail('options', 'is empty', "Add 'Recording' or 'Transcription'.");
		}
		const answer = await api.call(CONTROL, asked);
		if (hasSucceeded(answer.status)) return answer;
		return api.failShape(answer, 'answered that it did not do it');
	},
});

export const recordings = resource(
	'Recording',
	operation('recording.get', {
		name: 'Get',
		action: 'Get recording of call',
		description: 'Retrieve where the recording of a call can be downloaded, once it is there',
		files: ({ recording }) => filesOf(recording),
		fields: [bot, sessionId],
	}),
	operation('recording.getVoicemail', {
		name: 'Get Voicemail',
		action: 'Get voicemail recording of call',
		description: 'Retrieve where a voicemail can be downloaded, with its text if wanted',
		files: (answer) => filesOf(answer['voicemail recording']),
		fields: [
			bot,
			sessionId,
			input('recording.getVoicemail', 'transcription', {
				displayName: 'Include Transcription',
				description: 'Whether to return the text of each message, too',
			}),
		],
	}),
	control,
	removal({
		id: 'recording.delete',
		what: 'recording',
		description: 'Delete the recordings of a call, which cannot be undone',
		check: "To find out, run 'Get' for the recording.",
		fields: [bot, sessionId],
	}),
);
