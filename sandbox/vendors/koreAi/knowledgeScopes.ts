/** Scopes of apps for what bots answer from. */
const SEARCH_AI_SCOPES = [
	'Ingest data',
	'Document Management',
	'Chunk Management',
	'Data Ingestion',
	'Train',
	'Answer Generation',
];
const TRAINING_SCOPES = ['Train FAQ', 'Utterances Import', 'Utterances Export', 'Train ML'];

/** Scopes of an app of the Admin Console, and of one of a bot. */
export const KNOWLEDGE_SCOPES = {
	admin: [
		...SEARCH_AI_SCOPES.map((scope) => `Answers › ${scope}`),
		'Manage Knowledge Graph',
		...TRAINING_SCOPES.map((scope) => `Test and Train › ${scope}`),
	],
	builder: [...SEARCH_AI_SCOPES, 'Manage Knowledge Graph', ...TRAINING_SCOPES],
};
