import { join } from 'node:path';
import { NodeConnectionTypes, NodeHelpers, nodeNameToToolName } from 'n8n-workflow';

import { contracts } from '../support/contracts';
import { operationsOf, packNodes, type OfferedOperation } from '../support/descriptions';
import type { Route } from '../../nodes/shared/call/vendor';

/** What OpenAI takes as the name of a function; n8n cuts longer ones, which could make two of them the same. */
const FUNCTION_NAME = /^[a-zA-Z0-9_-]{1,64}$/;

/** Words that stand for a resource where its own name would say less. */
const OTHER_WORDS: Record<string, RegExp> = {
	'ChatBotCom/conversation.sendQuery': /\bbot\b/,
	'ChatBotCom/training.getAll': /\bunmatched phrases\b/,
	'ChatBotCom/training.train': /\bphrases\b/,
	'Koopid/conversation.getChatStats': /\bchat\b/,
	'Koopid/conversation.getIntents': /\bintents\b/,
	'Koopid/conversation.getInteractionTypes': /\binteraction types\b/,
	'Koopid/conversation.getInteractions': /\binteractions\b/,
	'Koopid/conversation.getSummary': /\bdashboard\b/,
	'Koopid/message.getTopWords': /\bwords\b/,
	'Koopid/customer.getActivity': /\buser activity\b/,
};

/** First words that promise that nothing changes. */
const READS = /^(Export|Get|Parse|Search)\b/;
const ERASES = /^(Delete|Erase|Remove)\b/;

/** An operation as n8n describes it to a model when the tool's description is set automatically. */
function asTool(nodeType: (typeof nodes)[number]['description'], operation: OfferedOperation) {
	const parameters = { resource: operation.resource, operation: String(operation.option.value) };
	const description = { ...nodeType, outputs: [NodeConnectionTypes.AiTool] };
	return {
		name: nodeNameToToolName(NodeHelpers.makeNodeName(parameters, description)),
		description: NodeHelpers.makeDescription(parameters, description),
	};
}

/** The resource's name in any number, in the words of an action. */
function wordsOf({ properties }: (typeof nodes)[number]['description'], resource: string): RegExp {
	const [selector] = properties;
	const offered = (selector.options ?? []) as Array<{ name: string; value: string }>;
	const name = offered.find(({ value }) => value === resource)?.name.toLowerCase() ?? '';
	const anyNumber = name.endsWith('y') ? `${name.slice(0, -1)}(y|ies)` : `${name}(e?s)?`;
	return new RegExp(`\\b${anyNumber}\\b`);
}

const nodes = packNodes().filter(({ description }) => operationsOf(description).length > 0);

describe.each(nodes.map((node) => [node.description.displayName, node] as const))(
	'as tools, the operations of %s',
	(displayName, { description, folder }) => {
		const operations = operationsOf(description);
		const tools = operations.map((operation) => asTool(description, operation));
		const cases = operations.map((operation, index) => [operation.id, operation, index] as const);
		const contract = contracts().find(({ node }) => node === folder);
		const { routes } = jest.requireActual<{ routes: Record<string, Route> }>(
			join(__dirname, '..', '..', 'nodes', folder, 'contract'),
		);
		const routesOf = (id: string) => {
			const uses = contract?.composed.get(id);
			const isOf = (route: string) => (uses ? uses.includes(route) : route.startsWith(id));
			return Object.keys(routes)
				.filter(isOf)
				.map((route) => routes[route]);
		};

		test('differ by name and description', () => {
			for (const key of ['name', 'description'] as const) {
				const told = tools.map((tool) => tool[key].toLowerCase());
				expect(told).toEqual([...new Set(told)]);
			}
		});

		test.each(cases)('%s says what it works on, and where', (id, { resource }, index) => {
			const { name, description: told } = tools[index];
			expect(name).toMatch(FUNCTION_NAME);
			expect(told).toMatch(OTHER_WORDS[`${folder}/${id}`] ?? wordsOf(description, resource));
			expect(told.endsWith(` in ${displayName}`)).toBe(true);
		});

		test.each(cases)(
			'%s promises to read only where the contract does, and says when it erases',
			(id, _, index) => {
				const used = routesOf(id);
				expect(contract?.composed.has(id) || used.length > 0).toBe(true);
				const { description: told } = tools[index];
				const changing = used.filter(({ safe }) => !safe);
				if (READS.test(told)) expect(changing).toEqual([]);
				const deletes = changing.length > 0 && changing.every(({ method }) => method === 'DELETE');
				const erases = deletes || id.endsWith('.delete');
				if (erases) expect(told).toMatch(ERASES);
			},
		);
	},
);
