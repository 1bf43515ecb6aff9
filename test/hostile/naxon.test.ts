import { describeHostile } from '../support/hostile/describe';

describeHostile('naxon');
