import { AsyncLocalStorage } from 'node:async_hooks';
import { LoadOptionsContext } from 'n8n-core';
import { Workflow, type INode } from 'n8n-workflow';

import { additionalData, nodeTypes } from '../../../engine/runNode';

const written = new AsyncLocalStorage<unknown[]>();

/**
 * From now on, what n8n's logger is given at any level, and what is printed, is kept for the run that it comes from.
 * `jest.restoreAllMocks` ends it.
 */
export function hearLogs(): void {
	const hear = (...args: unknown[]) => {
		written.getStore()?.push(args);
		return true;
	};
	for (const method of ['debug', 'error', 'info', 'log', 'warn'] as const) {
		jest.spyOn(console, method).mockImplementation(hear);
	}
	const node: INode = {
		id: 'node',
		name: 'Node',
		type: 'n8n-nodes-chatbot-platforms.koda',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const { logger } = new LoadOptionsContext(workflow, node, additionalData({}), '');
	const type = Object.getPrototypeOf(logger) as { log: (...args: unknown[]) => void };
	jest.spyOn(type, 'log').mockImplementation(hear);
}

/** Runs `work`; answers with it what was logged and printed meanwhile. */
export async function withLogs<T>(work: () => Promise<T>): Promise<[T, unknown[]]> {
	const logs: unknown[] = [];
	return [await written.run(logs, work), logs];
}

/** More than any error or item has; a text beyond that is looked at no further. */
const MOST = 500_000;

/** Every text inside `root`, keys and hidden properties of errors included, in one. */
export function textOf(root: unknown): string {
	const texts: string[] = [];
	const seen = new Set<unknown>();
	const open = [root];
	while (open.length > 0) {
		const value = open.pop();
		if (typeof value === 'string') texts.push(value.slice(0, MOST));
		if (!value || typeof value !== 'object' || seen.has(value)) continue;
		seen.add(value);
		if (Buffer.isBuffer(value)) {
			texts.push(value.toString().slice(0, MOST));
			continue;
		}
		if (value instanceof Map || value instanceof Set) open.push(...value);
		for (const key of Reflect.ownKeys(value)) {
			texts.push(String(key));
			const { value: inner } = Object.getOwnPropertyDescriptor(value, key)!;
			open.push(inner);
		}
	}
	return texts.join('\n');
}
