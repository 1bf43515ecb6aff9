import type { INodeType } from 'n8n-workflow';

import { implementations } from '../../engine/runNode';

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
