import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import prettier from 'prettier';

import { endpointsOf } from '../../nodes/shared/openapi/endpoints';
import { adopt } from './adopt';
import { operationLines, serviceLines } from './diff';
import type { OpenApiDocument } from './document';
import { contractsFolder, listContracts, loadDocument } from './document';
import { allFacts, type OperationMatch, type OperationMatching } from './facts';
import { coverage, isDoubtful, matchOperations } from '../../nodes/shared/openapi/match';

const usage = `npm run contract:compare -- <vendor-openapi-file> [--write] [--contract <name>]
  [--match callList.get="GET /their/path"]...  [--folder <contracts folder>]`;

/** A file that covers less of a contract than this is taken for another service's. */
const leastCoverage = 0.3;

interface Candidate {
	file: string;
	name: string;
	ours: OpenApiDocument;
	matching: OperationMatching;
}

function parseTold(pairs: string[]): Map<string, string> {
	return new Map(
		pairs.map((pair) => {
			const [, id, place] = /^([^=]+)=(\S+ \S+)$/.exec(pair) ?? [];
			if (!id) throw new Error(`--match ${pair} is not of the form operationId="METHOD /path"`);
			return [id, place];
		}),
	);
}

/** Matches the vendor's document with the contract named, or else with the one it covers best. */
async function choose(
	theirs: OpenApiDocument,
	folder: string,
	name: string | undefined,
	told: ReadonlyMap<string, string>,
): Promise<Candidate> {
	const all = listContracts(folder);
	const files = name ? all.filter((contract) => contract.name === name) : all;
	const candidates: Candidate[] = [];
	for (const contract of files) {
		const ours = await loadDocument(contract.file);
		const matching = matchOperations(allFacts(ours), allFacts(theirs), told);
		candidates.push({ ...contract, ours, matching });
	}
	candidates.sort((left, right) => coverage(right.matching) - coverage(left.matching));
	const [best] = candidates;
	const names = all.map((contract) => contract.name).join(', ');
	if (!best) throw new Error(`There is no contract ${name}; there are ${names}`);
	if (!name && coverage(best.matching) < leastCoverage) {
		throw new Error(`The file fits none of our contracts; name one: --contract ${names}`);
	}
	return best;
}

const percent = (share: number) => `${Math.round(share * 100)} %`;

function print({ ours, matching }: Candidate, theirs: OpenApiDocument): void {
	const section = (title: string, lines: string[]) => {
		console.log([`\n${title}`, ...lines.map((text) => `  ${text}`)].join('\n'));
	};
	section('Service', serviceLines(ours, theirs));
	for (const match of matching.matches) {
		const place = `${match.theirs.method} ${match.theirs.path}`;
		const doubt = isDoubtful(match) ? `, DOUBTFUL: another fits ${percent(match.runnerUp)}` : '';
		section(
			`${match.ours.id} = ${place} (${percent(match.score)}${doubt})`,
			operationLines(match.ours, match.theirs),
		);
	}
	const idsOf = (operations: OperationMatching['onlyOurs']) =>
		operations.map(({ id, method, path: url }) => `${method} ${url} (${id})`);
	if (matching.onlyOurs.length > 0) section('Only in ours', idsOf(matching.onlyOurs));
	if (matching.onlyTheirs.length > 0) section('Only in theirs', idsOf(matching.onlyTheirs));
}

/** What a person without a checkout enters in the credential. */
function printOverrides({ matches, onlyOurs }: OperationMatching): void {
	const endpoints = endpointsOf(matches);
	const entries = Object.entries(endpoints).map(([id, { method, path: url }]) => [
		id,
		`${method} ${url}`,
	]);
	const unclear = [...matches.map(({ ours }) => ours), ...onlyOurs].filter(
		({ id }) => !(id in endpoints),
	);
	console.log(
		"\nEndpoint Overrides of the credential, or paste the vendor's file itself there (JSON)",
	);
	console.log(JSON.stringify(Object.fromEntries(entries), null, 2));
	if (unclear.length > 0) console.log(`Not clear: ${unclear.map(({ id }) => id).join(', ')}`);
}

async function write(
	file: string,
	matches: OperationMatch[],
	theirs: OpenApiDocument,
): Promise<void> {
	const { text, undecided } = adopt(readFileSync(file, 'utf8'), matches, theirs);
	const options = await prettier.resolveConfig(path.join(contractsFolder, path.basename(file)));
	writeFileSync(file, await prettier.format(text, { ...options, filepath: file }));
	console.log(`\nAdopted ${matches.length} operations into ${file}.`);
	for (const line of undecided) console.log(`  Left to you: ${line}`);
	console.log('Next: read the difference, then npm run contract:generate and npm test.');
}

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			write: { type: 'boolean', default: false },
			contract: { type: 'string' },
			match: { type: 'string', multiple: true, default: [] },
			folder: { type: 'string', default: contractsFolder },
		},
	});
	if (positionals.length !== 1) throw new Error(usage);
	const theirs = await loadDocument(positionals[0]);
	const { folder, contract, match } = values;
	const chosen = await choose(theirs, folder, contract, parseTold(match));
	const { matches, onlyOurs } = chosen.matching;

	console.log(`${theirs.info.title} ${theirs.info.version} against contracts/${chosen.name}`);
	console.log(`${matches.length} of ${matches.length + onlyOurs.length} operations matched.`);
	print(chosen, theirs);
	printOverrides(chosen.matching);
	if (!values.write) return;
	const clear = matches.filter((pair) => !isDoubtful(pair));
	await write(chosen.file, clear, theirs);
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
