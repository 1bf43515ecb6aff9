import { describeFaults } from '../support/matrix/describe';

describeFaults('chatbot-com', 'ChatBot.com');
