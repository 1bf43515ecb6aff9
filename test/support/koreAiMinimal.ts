import type { INodeParameters } from 'n8n-workflow';

import { byId } from '../../engine/jobs';

/** The least that each operation on knowledge takes beside its bot. */
export const KNOWLEDGE_MINIMAL: Record<string, INodeParameters> = {
	'content.ingest': {
		sourceName: 'Help Center',
		sourceType: 'json',
		title: 'Opening hours',
		chunks: { chunk: [{ chunkText: 'We open at nine.' }] },
	},
	'content.upsert': {
		sourceName: 'Help Center',
		title: 'Opening hours',
		content: 'We open at nine.',
		recordUrl: 'https://example.com/hours',
	},
	'content.sync': {
		sourceName: 'Help Center',
		title: 'Opening hours',
		content: 'We open at nine.',
		recordUrl: 'https://example.com/hours',
		syncName: 'help',
	},
	'content.get': { content: byId('fc-1') },
	'content.getAll': {},
	'content.getAllByStatus': { sourceName: 'Website' },
	'content.delete': { contentIds: ['fc-1'] },
	'chunk.getAll': {},
	'chunk.update': { chunk: byId('chk-1'), updateFields: { chunkTitle: 'Hours' } },
	'chunk.delete': { chunkIds: ['chk-1'] },
	'source.create': { name: 'Website', url: 'https://example.com' },
	'source.crawl': { webSource: byId('fs-1') },
	'searchTraining.train': {},
	'searchTraining.getStatus': { trainingId: 'fjg-1' },
	'searchJob.get': { jobId: 'fj-1' },
	'answer.ask': { question: 'When do you open?' },
	'knowledgeTask.getAll': {},
	'faq.create': { question: 'When do you open?', answer: 'At nine.' },
	'faq.sync': { question: 'When do you open?', answer: 'At nine.' },
	'faq.getAll': {},
	'faq.train': {},
	'faq.getTrainingStatus': {},
	'extraction.create': { name: 'Prices', fileUrl: 'https://example.com/faq' },
	'extraction.getAll': {},
	'extraction.getQuestions': { extractionId: 'ke-1' },
	'utterance.import': {},
	'utterance.getImportStatus': { importId: 'bir-1' },
	'utterance.export': {},
	'utterance.getExportStatus': {},
	'utterance.train': {},
	'utterance.getTrainingStatus': {},
};
