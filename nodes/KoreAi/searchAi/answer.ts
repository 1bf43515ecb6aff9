import type { IDataObject } from 'n8n-workflow';

import { collection, texts } from '../../shared/fields/commonFields';
import { objectsIn, thingIn } from '../../shared/fields/lists';
import { input, inputs, operation, resource } from '../api';
import { bot } from '../locators';

const chunkOf = ({ _score: score, _source }: IDataObject): IDataObject => {
	const {
		chunkId,
		recordTitle: title,
		chunkText: text,
		sourceType,
		usedInAnswer,
	} = thingIn(_source);
	return { chunkId, title, text, sourceType, score, usedInAnswer };
};

/** The contents that were found, whatever kind of source they are of. */
const resultsOf = (results: unknown): IDataObject[] =>
	Object.entries(thingIn(results)).flatMap(([sourceType, group]) =>
		objectsIn<IDataObject>(group)
			.flatMap(({ data }) => objectsIn(data))
			.map(({ docId, recordTitle, recordUrl }) => ({
				contentId: docId,
				title: recordTitle,
				url: recordUrl,
				sourceType,
			})),
	);

/** What was answered, in eight fields. */
export function simplify({ template, ...row }: IDataObject): IDataObject {
	const { answer_details: details, results, chunk_result: chunks } = thingIn(template);
	const { query, response, resultType, searchRequestId } = thingIn(details);
	return {
		question: query,
		answer: thingIn(response).answer,
		resultType,
		results: resultsOf(results),
		chunks: objectsIn(chunks).map(chunkOf),
		searchRequestId,
		llmResponseTime: row.llmResponseTime,
		retrievalResponseTime: row.retrievalResponseTime,
	};
}

const options = [
	...inputs(
		'answer.ask',
		'answerSearch',
		'customData',
		'includeChunksInResponse',
		'isFacetsEnable',
		'retrievalStrategy',
		'searchResults',
	),
	input('answer.ask', 'dynamicPromptSelection', {
		default: '{ "integrationName": "korexo", "model": "XO-GPT", "promptName": "Default" }',
	}),
	input('answer.ask', 'metaFilters', { type: 'json', default: '[]', narrows: true }),
	{
		...texts(
			'Access As',
			'raclEntityIds',
			'Email or Group ID',
			'words',
			'Only use what these people or groups may read',
		),
		narrows: true,
	},
];

const ask = operation('answer.ask', {
	name: 'Ask',
	action: 'Get answer to question',
	description: 'Have Search AI answer a question from what was ingested, and name what it found',
	simplify,
	fields: [
		bot,
		input('answer.ask', 'query', { name: 'question', placeholder: 'e.g. When do you open?' }),
		collection('Options', options),
	],
});

export const answers = resource('Answer', ask);
