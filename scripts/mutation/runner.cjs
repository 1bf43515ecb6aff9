const { readFileSync, writeFileSync } = require('node:fs');
const { relative } = require('node:path');
const { default: TestRunner } = require('jest-runner');

/** Names of the tests of each test file and their milliseconds, kept by the first run for those of the mutants. */
const KEPT = process.env.MUTATION_TESTS;

/**
 * Stryker tells Jest by name which tests a mutant needs, and Jest would load every test file to look for them.
 * This runner takes only the files that have one, the quick ones first, and ends with the first that fails.
 */
module.exports = class extends TestRunner {
	async runTests(tests, watcher, options) {
		const { testNamePattern, rootDir } = this._globalConfig;
		const nameOf = ({ path }) => relative(rootDir, path);
		const first = process.env.__STRYKER_ACTIVE_MUTANT__ === undefined;
		const kept = first ? {} : JSON.parse(readFileSync(KEPT, 'utf8'));
		let failed = false;
		const unsubscribe = [
			this.on('test-file-failure', () => (failed = true)),
			this.on('test-file-success', ([test, result]) => {
				failed ||= result.numFailingTests > 0 || result.testExecError !== undefined;
				if (!first) return;
				const names = result.testResults.map(({ fullName }) => fullName);
				kept[nameOf(test)] = { names, ms: result.perfStats.runtime };
			}),
		];
		const pattern = new RegExp(testNamePattern ?? '', 'i');
		const chosen = tests
			.filter((test) => first || kept[nameOf(test)].names.some((name) => pattern.test(name)))
			.sort((one, other) => (kept[nameOf(one)]?.ms ?? 0) - (kept[nameOf(other)]?.ms ?? 0));
		for (const test of chosen) {
			if (failed && !first) break;
			await super.runTests([test], watcher, { ...options, serial: true });
		}
		for (const stop of unsubscribe) stop();
		if (first) writeFileSync(KEPT, JSON.stringify(kept));
	}
};
