import type { Demonstration } from '../demonstration';
import { answerFromAnyForm } from './answerFromAnyForm';
import { campaign } from './campaign';
import { keywordAlert } from './keywordAlert';

/** What `npm start` shows, in this order. */
export const demonstrations: Demonstration[] = [campaign, keywordAlert, answerFromAnyForm];
