const UNRELEASED = '## [Unreleased]\n';

/**
 * A changelog in the form of Keep a Changelog in which all that was unreleased is of `version`, released on `date`
 * (`YYYY-MM-DD`). Throws when nothing is unreleased.
 */
export function released(changelog: string, version: string, date: string): string {
	const [before, after] = changelog.split(UNRELEASED);
	if (after === undefined) throw new Error('CHANGELOG.md has no "## [Unreleased]"');
	const rest = after.search(/^## \[/m);
	const news = rest < 0 ? after : after.slice(0, rest);
	if (!/^- /m.test(news)) throw new Error('CHANGELOG.md says of nothing that it is unreleased');
	return `${before}${UNRELEASED}\n## [${version}] - ${date}\n${after}`;
}
