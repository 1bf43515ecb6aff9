// `prepublishOnly`: what is published by hand has no provenance, and n8n verifies no package without it.
if (process.env.GITHUB_ACTIONS !== 'true') {
	console.error(
		'Only the workflow "Release" on GitHub publishes, so that npm can show which commit a package was built of. ' +
			'CONTRIBUTING.md says how to start it.',
	);
	process.exit(1);
}
