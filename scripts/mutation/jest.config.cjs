const { join } = require('node:path');

const { globalSetup, globalTeardown, ...config } = require('../../jest.config.js');

// Each of Stryker's workers has a sandbox of its own, started once and not for each mutant.
const urls = (process.env.MUTATION_SANDBOXES ?? '').split(' ');
process.env.SANDBOX_URLS = urls[Number(process.env.STRYKER_MUTATOR_WORKER ?? 0) % urls.length];

/** How `npm run mutation` runs the unit and fault suites; scripts/mutation.ts sets the environment. */
module.exports = {
	...config,
	rootDir: join(__dirname, '..', '..'),
	roots: ['<rootDir>/test/unit', '<rootDir>/test/fault'],
	testPathIgnorePatterns: ['/node_modules/', ...JSON.parse(process.env.MUTATION_LEFT_OUT ?? '[]')],
	runner: join(__dirname, 'runner.cjs'),
	testEnvironment: join(__dirname, 'environment.cjs'),
	// A test that only a slow machine fails would count a survivor as killed.
	testTimeout: 60_000,
	maxWorkers: 1,
};
