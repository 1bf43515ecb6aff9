import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { Result } from '../../engine/runNode';
import { useKoda, type KodaBench } from './koda';
import { fromItems } from './kodaCampaign';

export const people = (...rows: Array<Record<string, unknown>>): INodeExecutionData[] =>
	rows.map((json) => ({ json: json as INodeExecutionData['json'] }));

export const ewa = { phone: '600 000 001', first_name: 'Ewa', visits: 3 };
export const jan = { phone: '+48 600-000-002', first_name: 'Jan' };
export const lars = { phone: '0046701740605', first_name: 'Lars', vip: true, note: null };

/** The input items, counted from 0, that each item is linked to. */
export const paired = (items: INodeExecutionData[]) =>
	items.map(({ pairedItem }) => (pairedItem as Array<{ item: number }>).map(({ item }) => item));

interface FromItemsBench {
	koda: KodaBench;
	run: (
		parameters: INodeParameters,
		items: INodeExecutionData[],
		settings?: object,
	) => Promise<Result>;
	/** What was sent to create call lists. */
	bodies: () => Promise<Array<Record<string, unknown>>>;
	/** IDs of the sandbox's call lists by name. */
	listIds: () => Promise<Record<string, string[]>>;
}

/** The sandbox, and Create From Items on it. */
export function useFromItems(): FromItemsBench {
	const koda = useKoda();
	return {
		koda,
		run: async (parameters, items, settings = {}) =>
			await koda.run({ ...fromItems, ...parameters }, { items, settings }),
		bodies: async () =>
			(await koda.sent('callList.create')).map(({ body }) => body as Record<string, unknown>),
		listIds: async () => {
			const { callLists } = await koda.state();
			const ids: Record<string, string[]> = {};
			for (const { id, settings } of callLists) (ids[settings.name] ??= []).push(id);
			return ids;
		},
	};
}
