import { posix } from 'node:path';

import type { Workflow } from '../n8n/api';
import { neededN8n } from '../n8n/examples';
import { compareNumbers, numberOf, VERSIONS } from '../n8n/versions';
import { offeredBy } from './offered';
import { pack, read, sourceUrl } from './pack';
import type { Service } from './services';

/** Where a text stands whose links are to lead elsewhere. */
interface Standing {
	/** Its folder. */
	from?: string;
	/** Its file, which its anchors are of. */
	here?: string;
	/** Another path for one that it links to. */
	moved?: (path: string) => string;
}

/** A text whose links within the repository lead there. */
function linkedToSources(text: string, { from = '', here = '', moved }: Standing = {}): string {
	return text.replace(/\]\((?!\w+:)([^)#]*)(#[^)]*)?\)/g, (_link, path: string, anchor = '') => {
		const target = path ? posix.join(from, path) : here;
		return `](${sourceUrl(moved?.(target) ?? target)}${anchor as string})`;
	});
}

/** What README says that the pack does for the service: `voice campaigns and their reports, the inbox as a moderator`. */
export function summaryOf({ slug }: Service): string {
	const line = new RegExp(`^- \\[[^\\]]+\\]\\(docs/${slug}\\.md\\): (.+?)\\. Nodes? \\*\\*`, 'm');
	const [, summary] = line.exec(read('README.md')) ?? [];
	if (!summary) throw new Error(`README.md does not say what there is of ${slug}`);
	return summary;
}

/** The first sentence of a workflow's note, below its heading, and which n8n it needs. */
function noteOf(workflow: Workflow): string {
	const { name, nodes } = workflow;
	const note = nodes.find(({ type }) => type === 'n8n-nodes-base.stickyNote')?.parameters.content;
	const [, sentence] = /^##[^\n]*\n+(.+?\.)(?=\s|$)/.exec(String(note)) ?? [];
	if (!sentence) throw new Error(`"${name}" has no note that begins with a sentence`);
	const needed = neededN8n(workflow);
	return needed === undefined ? sentence : `${sentence} It needs n8n ${needed} or newer.`;
}

/** What of a vendor's page is needed to begin; the rest is a link away. */
const BEGINNING = ['First five minutes', 'How sure a statement is', 'What you need'];

/** The vendor's page up to what is needed to begin, credential included: what stands above its sections, and these. */
function beginning({ slug, name }: Service, workflows: Map<string, Workflow>): string[] {
	const page = `docs/${slug}.md`;
	const [intro, ...sections] = read(page).split(/^(?=## )/m);
	const needed = BEGINNING.map((heading) => {
		const found = sections.find((section) => section.startsWith(`## ${heading}\n`));
		if (!found) throw new Error(`${page} has no section "${heading}"`);
		return found;
	});
	// The pack's own examples name the pack's nodes.
	const moved = (path: string) =>
		posix.dirname(path) === 'workflows' && workflows.has(posix.basename(path))
			? `packages/${name}/${path}`
			: path;
	return [intro.replace(/^# .*\n+/, ''), needed.join('')].map((text) =>
		linkedToSources(text.trim(), { from: 'docs', here: page, moved }),
	);
}

/** The versions of n8n in which the suites run the pack, oldest first. */
function triedVersions(): string {
	const versions = Object.values(VERSIONS).map(numberOf).sort(compareNumbers);
	return new Intl.ListFormat('en-GB').format(versions);
}

/** README.md of a package. `workflows`: its examples, by file name. */
export function readme(service: Service, workflows: Map<string, Workflow>): string {
	const { name, slug, title } = service;
	const examples = [...workflows].map(
		([file, workflow]) =>
			`- [${workflow.name}](${sourceUrl(`packages/${name}/workflows/${file}`)}): ${noteOf(workflow)}`,
	);
	const [intro, sections] = beginning(service, workflows);
	return `# ${name}

n8n nodes for ${title}: ${summaryOf(service)}.

${intro}

It is the part of [${pack.name}](${sourceUrl('README.md')}) that is of ${title}. Install this package or that one: n8n takes no second package that has the same nodes.

## Installation

_Settings → Community Nodes → Install_, and enter \`${name}\`. [More about it](${sourceUrl('docs/install.md')}).

${sections}

## Operations

${service.descriptions.map(offeredBy).join('\n\n')}

## Compatibility

The suites run these nodes in n8n ${triedVersions()}, against a stand-in for ${title} that we wrote. Nothing was run against a live account.

## Example workflows

Copy a file's text, and paste it into the editor.

${examples.join('\n')}

## Read on

- [Every operation, in detail](${sourceUrl(`docs/${slug}.md`)}), and [all of them in a table](${sourceUrl('docs/operations.md')})
- [Messages](${sourceUrl('docs/troubleshooting.md')}), [triggers](${sourceUrl('docs/triggers.md')}), [AI agents](${sourceUrl('docs/ai-agents.md')}), [queue mode](${sourceUrl('docs/scaling.md')})
- [What is protected](${sourceUrl('SECURITY.md')}), [what the tests show](${sourceUrl('docs/reliability.md')})

MIT licence.
`;
}

/** CHANGELOG.md of a package: the pack's, without what is of other vendors only. */
export function changelog(service: Service, services: Service[]): string {
	const names = ({ title }: Service, line: string) => line.includes(title);
	const others = services.filter((one) => one !== service);
	const lines = read('CHANGELOG.md')
		.split('\n')
		.filter((line) => {
			const ofOthers = line.startsWith('- ') && others.some((one) => names(one, line));
			return !ofOthers || names(service, line);
		});
	return linkedToSources(lines.join('\n'));
}
