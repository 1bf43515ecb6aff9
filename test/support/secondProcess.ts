import type { INodeType } from 'n8n-workflow';

import { implementations } from '../../engine/runNode';
import type { Sandbox } from '../../scripts/sandbox';

type Module = Record<string, new () => INodeType>;

/** Registers what `load` gives as a node of another n8n process, which shares nothing with this one; answers its type. */
function secondProcess(name: string, load: () => new () => INodeType): string {
	const type = `second-process.${name}`;
	jest.isolateModules(() => {
		const Node = load();
		implementations[type] = new Node();
	});
	return type;
}

/** The KODA node as another n8n process has it; answers its type. */
export const secondKoda = (): string =>
	secondProcess('koda', () => jest.requireActual<Module>('../../nodes/Koda/Koda.node').Koda);

/** The Kore.ai node as another n8n process has it; answers its type. */
export const secondKoreAi = (): string =>
	secondProcess(
		'koreAi',
		() => jest.requireActual<Module>('../../nodes/KoreAi/KoreAi.node').KoreAi,
	);

/** The Kore.ai Contact Center node likewise. */
export const secondKore = (): string =>
	secondProcess(
		'koreAiContactCenter',
		() =>
			jest.requireActual<Module>('../../nodes/KoreAi/KoreAiContactCenter.node').KoreAiContactCenter,
	);

/** The next two calls of an operation are answered when both have come, as they were answered alone; after that the next two, and so on. */
export async function meet(
	sandbox: Sandbox,
	vendor: string,
	operationId: string,
	times = 1,
): Promise<void> {
	const fault = { vendor, operationId, kind: 'meet', count: 2, applyFirst: true };
	for (let time = 0; time < times; time++) await sandbox.control('faults', fault);
}
