import type { IDataObject } from 'n8n-workflow';

import { collection, texts } from '../../shared/fields/commonFields';
import { objectsIn, thingIn } from '../../shared/fields/lists';
import { input, operation, resource } from '../api';
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

const ask = operation('answer.ask', {
	name: 'Ask',
	action: 'Get answer to question',
	description: 'Have Search AI answer a question from what was ingested, and name what it found',
	simplify,
	fields: [
		bot,
		input('answer.ask', 'query', {
			displayName: 'Question',
			name: 'question',
			placeholder: 'e.g. When do you open?',
			description: undefined,
		}),
		collection('Options', [
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
			input('answer.ask', 'customData', {
				displayName: 'Custom Data (JSON)',
				description:
					'Context of the question, such as userContext, or previousConversation with queries and answers',
			}),
			input('answer.ask', 'metaFilters', {
				displayName: 'Filters (JSON)',
				type: 'json',
				typeOptions: undefined,
				default: '[]',
				narrows: true,
				description:
					'Rules for what the answer may be made of, such as [{ "condition": "AND", "rules": [{ "fieldName": "sourceType", "fieldValue": ["web"], "operator": "contains" }] }]',
			}),
			input('answer.ask', 'answerSearch', {
				displayName: 'Include Answer',
				description: 'Whether to make an answer. Without it, Search AI only searches.',
			}),
			input('answer.ask', 'includeChunksInResponse', {
				displayName: 'Include Chunks',
				description: 'Whether to return the chunks that fit',
			}),
			input('answer.ask', 'isFacetsEnable', {
				displayName: 'Include Facets',
				description: 'Whether to return the facets of the app. Not shown by Simplify.',
			}),
			input('answer.ask', 'searchResults', {
				displayName: 'Include Search Results',
				description: 'Whether to return the contents that were found',
			}),
			input('answer.ask', 'dynamicPromptSelection', {
				displayName: 'Prompt and Model (JSON)',
				default: '{ "integrationName": "korexo", "model": "XO-GPT", "promptName": "Default" }',
				description: "What to use in the place of the app's own. Letters count as they stand.",
			}),
			input('answer.ask', 'retrievalStrategy', {
				description: "How to search, in the place of the app's own way",
			}),
		]),
	],
});

export const answers = resource('Answer', ask);
