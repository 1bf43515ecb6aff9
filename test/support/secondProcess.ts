import type { INodeType } from 'n8n-workflow';

import { implementations } from '../../engine/runNode';

/** The KODA node as another n8n process has it, which shares nothing with this one; answers its type. */
export function secondKoda(): string {
	const type = 'second-process.koda';
	jest.isolateModules(() => {
		const { Koda } = jest.requireActual<{ Koda: new () => INodeType }>(
			'../../nodes/Koda/Koda.node',
		);
		implementations[type] = new Koda();
	});
	return type;
}
