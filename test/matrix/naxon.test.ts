import { describeFaults } from '../support/matrix/describe';

describeFaults('naxon', 'Naxon');
