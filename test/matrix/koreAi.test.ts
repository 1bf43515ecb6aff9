import { describeFaults } from '../support/matrix/describe';

describeFaults('kore-ai', 'Kore.ai');
