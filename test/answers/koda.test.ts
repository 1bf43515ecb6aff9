import { describeAnswers } from '../support/answers/describe';

describeAnswers('koda', 'KODA');
