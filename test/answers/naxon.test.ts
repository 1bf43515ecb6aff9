import { describeAnswers } from '../support/answers/describe';

describeAnswers('naxon', 'Naxon');
