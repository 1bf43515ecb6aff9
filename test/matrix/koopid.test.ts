import { describeFaults } from '../support/matrix/describe';

describeFaults('koopid', 'Koopid');
