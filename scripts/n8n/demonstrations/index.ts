import type { Demonstration } from '../demonstration';
import { answerFromAnyForm } from './answerFromAnyForm';
import { keywordAlert } from './keywordAlert';
import { winBack } from './winBack';
import { winBackKoreAi } from './winBackKoreAi';

/** What `npm start` shows, in this order. */
export const demonstrations: Demonstration[] = [
	winBack,
	winBackKoreAi,
	keywordAlert,
	answerFromAnyForm,
];
