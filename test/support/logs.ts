import { inspect } from 'node:util';
import type { IExecuteFunctions, INodeType } from 'n8n-workflow';

type Write = (...args: unknown[]) => unknown;

/** A class of node that has an `execute`. */
interface Executable {
	prototype: Required<Pick<INodeType, 'execute'>>;
}

/**
 * Everything that is logged or printed from now on while nodes of a class run: by n8n's logger at any level, whose
 * class is known only from a running node, by the console and to the process's outputs. `jest.restoreAllMocks` ends it.
 * The text that is returned shows errors whole, with their causes.
 */
export function listen({ prototype }: Executable): () => string {
	const heard: unknown[][] = [];
	const hear: Write = (...args) => {
		heard.push(args);
		return true;
	};
	for (const method of ['debug', 'error', 'info', 'log', 'warn'] as const) {
		jest.spyOn(console, method).mockImplementation(hear);
	}
	jest.spyOn(process.stdout, 'write').mockImplementation(hear as () => boolean);
	jest.spyOn(process.stderr, 'write').mockImplementation(hear as () => boolean);
	const { execute } = prototype;
	jest.spyOn(prototype, 'execute').mockImplementation(async function (this: IExecuteFunctions) {
		const logger = Object.getPrototypeOf(this.logger) as { log: Write };
		if (!jest.isMockFunction(logger.log)) jest.spyOn(logger, 'log').mockImplementation(hear);
		return await execute.call(this);
	});
	return () => heard.map((args) => inspect(args, { depth: Infinity, showHidden: true })).join('\n');
}
