import { describeFaults } from '../support/matrix/describe';

describeFaults('koda', 'KODA');
