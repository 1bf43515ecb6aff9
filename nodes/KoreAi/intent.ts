import type { IDataObject } from 'n8n-workflow';

import { textIn } from '../shared/call/answers';
import { collection } from '../shared/fields/commonFields';
import { objectsIn, thingIn } from '../shared/fields/lists';
import { input, inputs, operation, resource } from './api';
import { bot } from './locators';

interface Resolved {
	winningIntent?: unknown;
	entities?: unknown;
}

/** What was understood, in ten fields. */
function simplify({ response }: IDataObject): IDataObject {
	const { response: inner, ...outer } = thingIn(response);
	// In an envelope of that name, it is one further in.
	const found = outer.result === undefined ? thingIn(inner) : outer;
	const { winningIntent, entities }: Resolved = thingIn(found.finalResolver);
	const [best] = objectsIn(winningIntent);
	return {
		input: [found.input].flat().flatMap(textIn).join('\n'),
		result: found.result,
		intent: found.task ?? best?.intent,
		taskId: found.taskId ?? best?.taskId,
		type: found.subType ?? best?.activityType,
		state: found.intentStatus ?? best?.state,
		score: best?.score,
		identifiedVia: found.identifiedVia,
		language: found.language,
		entities: objectsIn(entities),
	};
}

const find = operation('intent.find', {
	name: 'Find',
	action: 'Find intent of text',
	description: 'Retrieve what a bot understands of a text, without a conversation',
	simplify,
	fields: [
		bot,
		input('intent.find', 'streamName', { isName: true }),
		...inputs('intent.find', 'input', 'fetchConfiguredTasks'),
		collection('Options', inputs('intent.find', 'parentIntent', 'sync')),
	],
});

export const intents = resource('Intent', find);
