import { describeHostile } from '../support/hostile/describe';

describeHostile('kore-ai');
