const { availableParallelism } = require('node:os');

/** Unit, engine, fault and contract suites; the e2e suite has a configuration of its own. */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
	transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022' } }] },
	globalSetup: '<rootDir>/test/support/globalSetup.ts',
	globalTeardown: '<rootDir>/test/support/globalTeardown.ts',
	setupFiles: ['<rootDir>/test/support/quiet.js'],
	// Far above what any test takes: a machine that is busy makes none fail.
	testTimeout: 300_000,
	// Many tests wait: for a limit, a pause, a deadline. Three of them fill two cores.
	maxWorkers: Math.ceil(availableParallelism() * 1.5),
};
