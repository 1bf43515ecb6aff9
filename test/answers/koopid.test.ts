import { describeAnswers } from '../support/answers/describe';

describeAnswers('koopid', 'Koopid');
