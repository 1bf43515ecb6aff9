import { join } from 'node:path';
import { NodeConnectionTypes, NodeHelpers, nodeNameToToolName } from 'n8n-workflow';

import { contracts } from '../support/contracts';
import { operationsOf, packNodes, type OfferedOperation } from '../support/descriptions';
import type { Route } from '../../nodes/shared/call/vendor';
import { expectEach } from '../support/each';

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
const ERASES = /^(Delete|Erase|Remove|Reset|Unsubscribe)\b/;

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
	// An abbreviation stays one in the middle of an action.
	return new RegExp(`\\b${anyNumber}\\b`, 'i');
}

const nodes = packNodes().filter(({ description }) => operationsOf(description).length > 0);

/** Every operation as a tool, with the routes that it uses. */
const tools = nodes.flatMap(({ description, folder }) => {
	const contract = contracts().find(({ node }) => node === folder);
	const { routes } = jest.requireActual<{ routes: Record<string, Route> }>(
		join(__dirname, '..', '..', 'nodes', folder, 'routes'),
	);
	return operationsOf(description).map((operation) => {
		const { id, resource } = operation;
		const uses = contract?.composed.get(id);
		const isOf = (route: string) => (uses ? uses.includes(route) : route.startsWith(id));
		return {
			id: `${folder}/${id}`,
			...asTool(description, operation),
			words: OTHER_WORDS[`${folder}/${id}`] ?? wordsOf(description, resource),
			node: description.displayName,
			composed: uses !== undefined,
			used: Object.keys(routes)
				.filter(isOf)
				.map((route) => routes[route]),
		};
	});
});

test.each(['name', 'description'] as const)('tools of a node differ by %s', async (key) => {
	await expectEach(nodes, ({ description: { displayName } }) => {
		const told = tools.filter(({ node }) => node === displayName).map((tool) => tool[key]);
		const ignoringCase = told.map((text) => text.toLowerCase());
		expect(ignoringCase.length).toBeGreaterThan(0);
		expect(ignoringCase).toEqual([...new Set(ignoringCase)]);
	});
});

test('a tool says what it works on, and where', async () => {
	await expectEach(tools, ({ name, description, words, node }) => {
		expect(name).toMatch(FUNCTION_NAME);
		expect(description).toMatch(words);
		expect(description.endsWith(` in ${node}`)).toBe(true);
	});
});

test('a tool promises to read only where the contract does, and says when it erases', async () => {
	await expectEach(tools, ({ id, description, composed, used }) => {
		expect(composed || used.length > 0).toBe(true);
		const changing = used.filter(({ safe }) => !safe);
		if (READS.test(description)) expect(changing).toEqual([]);
		const deletes = changing.length > 0 && changing.every(({ method }) => method === 'DELETE');
		const erases = deletes || id.endsWith('.delete');
		if (erases) expect(description).toMatch(ERASES);
	});
});
