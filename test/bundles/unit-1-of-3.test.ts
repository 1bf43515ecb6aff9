import { runBundle } from '../support/bundle';

runBundle(__filename);
