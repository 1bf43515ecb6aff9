import { runBundleApart } from '../support/bundle';

runBundleApart(__filename);
