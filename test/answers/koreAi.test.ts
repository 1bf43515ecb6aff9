import { describeAnswers } from '../support/answers/describe';

describeAnswers('kore-ai', 'Kore.ai');
