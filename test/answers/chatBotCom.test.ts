import { describeAnswers } from '../support/answers/describe';

describeAnswers('chatbot-com', 'ChatBot.com');
