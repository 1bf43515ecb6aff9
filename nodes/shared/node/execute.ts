import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError, sleep } from 'n8n-workflow';

import { Client } from '../call/client';
import { Queue, inParallel } from '../call/concurrency';
import { Session } from '../call/session';
import { READING_IN_FLIGHT } from '../call/settings';
import type { OperationId, Vendor } from '../call/vendor';
import { Fields } from '../fields/fields';
import {
	asNodeError,
	errorJson,
	finalError,
	markErrors,
	type NodeError,
} from '../fields/nodeError';
import { fieldsOf, namingTarget, shapeOf } from './describe';
import { executeAll } from './executeAll';
import { withFiles } from './files';
import { FileItem, type ItemOperation, type Resource } from './operation';
import { callInput } from './plain';

/** Runs the chosen operation for every input item, or for all of them at once. */
export async function execute<Operations>(
	node: IExecuteFunctions,
	vendor: Vendor<Operations>,
	resources: Array<Resource<Operations>>,
): Promise<INodeExecutionData[][]> {
	const resource = node.getNodeParameter('resource', 0);
	const chosen = node.getNodeParameter('operation', 0);
	const operation = resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === chosen);
	if (!operation)
		throw new NodeOperationError(node.getNode(), "Choose an 'Operation' that the node offers");
	const inFlight = operation.check || operation.largeAnswers ? undefined : READING_IN_FLIGHT;
	const session = await Session.open(node, vendor, inFlight);
	try {
		const outputs = await ('runAll' in operation
			? executeAll(node, session, operation)
			: executeEach(node, session, operation));
		if (session.node.onError === 'continueErrorOutput') outputs.forEach(markErrors);
		return outputs;
	} catch (thrown) {
		if (operation.check) session.keepForRetry();
		throw finalError(session.node, thrown);
	}
}

/** What running it once more does. */
const retryHint = (session: Session<unknown>): string =>
	session.keepForRetry()
		? " n8n's Retry in the list of executions goes on from there; a new execution sends all items again."
		: " It is too much to be kept: n8n's Retry in the list of executions sends all items again, as a new execution does.";

/**
 * Runs an operation for every input item: at most Calls in Flight at a time, output in input order,
 * each item linked to the one it came from. With On Error set to continue, an item that fails becomes
 * `{ error, details }`; otherwise nothing new is started, what is under way is waited for, and the node fails.
 */
async function executeEach<Operations>(
	node: IExecuteFunctions,
	session: Session<Operations>,
	operation: ItemOperation<Operations>,
): Promise<INodeExecutionData[][]> {
	const items = node.getInputData();
	const { credentials } = session;
	const source = { node: session.node, credentials, timezone: node.getTimezone() };
	const described = fieldsOf(operation);
	const queue = new Queue();
	const run = async (itemIndex: number): Promise<INodeExecutionData[]> => {
		const fields: Fields<object> = new Fields(
			{ ...source, itemIndex },
			described,
			(name) => node.getNodeParameter(name, itemIndex, null),
			session.node.parameters,
		);
		const api = new Client(session, { itemIndex, check: operation.check });
		const inputOf = <Id extends OperationId<Operations>>(id: Id) =>
			callInput(session.vendor, id, fields as Fields) as unknown as Required<Operations[Id]>;
		const call = async () => {
			try {
				api.checkCredential(operation.id);
				const context = { api, fields, inputOf, node, itemIndex };
				const output = await operation.run(context);
				return operation.files ? await withFiles(context, operation.files, output) : output;
			} catch (thrown) {
				// At once, before the next in turn begins.
				if (!node.continueOnFail()) session.pool.stop();
				throw api.errorOf(thrown);
			}
		};
		// Before anything is sent, and what is read here is not read again.
		fields.check();
		const key = operation.inTurn?.(fields);
		const outputs = [key === undefined ? await call() : await queue.add(key, call)].flat();
		const shape = shapeOf(operation, fields);
		const named = namingTarget(operation, fields);
		try {
			return outputs.map((output) => {
				const { json, ...files } = output instanceof FileItem ? output : { json: output };
				return { json: named(shape(json)), ...files, pairedItem: { item: itemIndex } };
			});
		} catch (thrown) {
			throw api.errorOf(thrown);
		}
	};

	const outputs: INodeExecutionData[][] = [];
	let begun = 0;
	let completed = 0;
	let failure: NodeError | undefined;
	await inParallel(
		items.length,
		session.settings.concurrency,
		async (itemIndex) => {
			// Answers that have come are read first, or n8n would wait for the service between bursts of work.
			await sleep(0);
			if (session.pool.signal.aborted) return;
			begun++;
			try {
				outputs[itemIndex] = await run(itemIndex);
				completed++;
			} catch (thrown) {
				const error = asNodeError(session.node, thrown, itemIndex);
				outputs[itemIndex] = [{ json: errorJson(error), pairedItem: { item: itemIndex } }];
				if (node.continueOnFail()) return;
				failure ??= error;
				session.pool.stop();
			}
		},
		() => session.pool.signal.aborted,
	);
	if (failure && items.length > 1) {
		failure.description = `${failure.description ?? ''}\n\nProgress: ${completed} of ${items.length} items had gone through when the node stopped, and ${begun - completed - 1} more had begun. Set 'On Error' to continue past an item.${operation.check ? retryHint(session) : ''}`;
	}
	if (failure) throw failure;
	return [outputs.flat()];
}
