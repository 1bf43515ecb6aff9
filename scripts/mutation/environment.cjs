const { TestEnvironment } = require('jest-environment-node');

/** Skips what follows the first test that fails: it has killed the mutant, and the others may hang. */
module.exports = class extends TestEnvironment {
	failed = false;

	handleTestEvent(event) {
		if (event.name === 'test_done') this.failed ||= event.test.errors.length > 0;
		if (event.name === 'test_start' && this.failed) event.test.mode = 'skip';
	}
};
