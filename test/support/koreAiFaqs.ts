import type { INodeParameters } from 'n8n-workflow';

import type { Faq } from '../../sandbox/vendors/koreAi/knowledgeState';
import type { KoreBench } from './koreAi';
import type { Asked } from './koreAiSync';

/** What the items below have. */
export interface Pair {
	question: string;
	answer: string;
}

const fields: INodeParameters = {
	question: '={{ $json.question }}',
	answer: '={{ $json.answer }}',
};

/** The operation, with what it reads from a pair. */
export const sync: Asked[0] = ['faq.sync', fields];

/** `count` pairs, numbered from `from` on. */
export const pairs = (count: number, from = 1): Pair[] =>
	Array.from({ length: count }, (_, index) => ({
		question: `What is ${from + index}?`,
		answer: `It is ${from + index}, at 100 %.`,
	}));

/** All FAQs of the sandbox. */
export const stored = async ({ state }: KoreBench): Promise<Faq[]> =>
	(await state()).knowledge.faqs;

/** The seeded FAQs are as many. */
export const SEEDED = 12;

/** Questions and answers that were added, in the order they came. */
export const added = async (kore: KoreBench): Promise<Pair[]> =>
	(await stored(kore)).slice(SEEDED).map(({ question, answer }) => ({ question, answer }));
