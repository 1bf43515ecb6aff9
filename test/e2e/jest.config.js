/** A real n8n, and one test file after another: they share it. */
module.exports = {
	rootDir: '../..',
	testMatch: ['<rootDir>/test/e2e/*.test.ts'],
	transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022' } }] },
	testEnvironment: 'node',
	// Far above what any test takes: a machine that is busy makes none fail.
	testTimeout: 20 * 60_000,
	maxWorkers: 1,
	verbose: true,
};
