import { describeHostile } from '../support/hostile/describe';

describeHostile('chatbot-com');
