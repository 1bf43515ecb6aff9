import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	IPairedItemData,
} from 'n8n-workflow';

import { Client } from '../call/client';
import type { Session } from '../call/session';
import { Fields } from '../fields/fields';
import { errorJson, isTool, configurationError } from '../fields/nodeError';
import { fieldsOf, namingTarget } from './describe';
import type { AllItemsOperation, Made } from './operation';

/** In an expression that may come to something else for each item. `$now` and the like mean the same for all. */
const OF_ITEM =
	/\$(json|binary|data|item|itemIndex|position|thisItem|node|prevNode|input)\b|\.(item|itemMatching|pairedItem)\b/;

/** Whether any expression in a parameter as the user entered it reads the item. */
function readsItem(entered: unknown): boolean {
	if (typeof entered === 'string') return entered.startsWith('=') && OF_ITEM.test(entered);
	return Object.values((entered ?? {}) as object).some(readsItem);
}

/** Of so many items, the middle one and the last. */
const sampleOf = (count: number) => [Math.floor((count - 1) / 2), count - 1];

/**
 * Runs an operation over all input items at once. Each output item is linked to the items it comes from.
 * With On Error set to continue, a part that fails becomes `{ error, details }`, and so does the whole.
 */
export async function executeAll<Operations>(
	node: IExecuteFunctions,
	session: Session<Operations>,
	operation: AllItemsOperation<Operations>,
): Promise<INodeExecutionData[][]> {
	if (isTool(session.node)) {
		throw configurationError(
			session.node,
			`'${operation.name}' is no tool of an agent: it takes all items of a workflow`,
			'Put it behind the agent, or into a workflow of its own that the agent calls.',
		);
	}
	const items = node.getInputData();
	const timezone = node.getTimezone();
	const described = fieldsOf(operation);
	const { parameters } = session.node;
	const fieldsFor = (itemIndex: number, named?: number) =>
		new Fields(
			{ node: session.node, credentials: session.credentials, timezone, itemIndex: named },
			described,
			(name) => node.getNodeParameter(name, itemIndex, null),
			parameters,
		);
	const common = fieldsFor(0);
	const ofEach = new Map<number, Fields>();
	const fieldsOfItem = (itemIndex: number) => {
		const known = ofEach.get(itemIndex) ?? fieldsFor(itemIndex, itemIndex);
		ofEach.set(itemIndex, known);
		return known;
	};
	const { perItem = [] } = operation;
	const check = () => {
		common.check((name) => !perItem.includes(name));
		if (perItem.length === 0) return;
		for (const index of items.keys()) fieldsOfItem(index).check((name) => perItem.includes(name));
	};
	const checkCommon = (names: string[], long: string[] = []) => {
		if (session.node.executeOnce) {
			throw configurationError(
				session.node,
				"'Execute Once' is on, so only the first item came in",
				"Nothing was sent. Switch it off in the node's settings: this operation takes all items at once.",
			);
		}
		for (const name of [...names, ...long].filter((field) => readsItem(parameters[field]))) {
			const at = (index: number) => JSON.stringify(node.getNodeParameter(name, index, null));
			const first = at(0);
			const compared = long.includes(name) ? sampleOf(items.length) : items.keys();
			if ([...compared].every((index) => at(index) === first)) continue;
			common.fail(
				name,
				'differs from item to item, and one value is needed for all of them',
				'Nothing was sent. Use one value, or split the items before and run the node for each part.',
			);
		}
	};
	const api = new Client(session, { check: operation.check, part: 'all' });
	const failed = new WeakSet<object>();
	const errorItem = (thrown: unknown, from: number[]): Made => {
		const error = api.errorOf(thrown);
		const json = errorJson(error);
		failed.add(json);
		if (node.continueOnFail()) return { json, from };
		session.pool.stop();
		throw error;
	};
	const run = async () => {
		// Before anything is sent, and what is read here is not read again.
		check();
		return await operation.runAll({
			api,
			fields: common,
			fieldsOf: fieldsOfItem,
			checkCommon,
			items,
			node,
			concurrency: session.settings.concurrency,
			part: async (from, work) =>
				await work().then(
					(json): Made => ({ json, from }),
					(thrown: unknown) => errorItem(thrown, from),
				),
		});
	};
	const outputs = await run().catch((thrown: unknown) => [[errorItem(thrown, [...items.keys()])]]);
	const { length } = operation.outputs ?? [0];
	const named = namingTarget(operation, common);
	// An error, and what other outputs have of the input, stays as it is.
	const shown = (json: IDataObject, index: number) =>
		index > 0 || failed.has(json) ? json : named(json);
	// What many items come of takes the room of one.
	const links = new Map<number[], IPairedItemData[]>();
	const linkTo = (from: number[]): IPairedItemData[] => {
		const known = links.get(from) ?? from.map((item) => ({ item }));
		links.set(from, known);
		return known;
	};
	return Array.from({ length }, (_, index) =>
		(outputs[index] ?? []).map(({ from, json, ...item }) => ({
			json: shown(json, index),
			...item,
			pairedItem: linkTo(from),
		})),
	);
}
