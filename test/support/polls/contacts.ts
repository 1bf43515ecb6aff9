import { Campaigns, calledIn } from './campaigns';
import { Run } from './run';

/** Pages that polls asked for, by campaign, in their order. */
interface Asked {
	id: string;
	page: number;
}

/** A trigger that is published, and what its polls ask for. */
export async function published(campaigns: Campaigns) {
	const run = new Run(calledIn(campaigns), { tellsTime: true });
	let asked: Asked[] = [];
	const watch = (status: (asked: Asked) => number | undefined = () => undefined) => {
		run.service.refusal = (path, page) => {
			const id = /campaign\/(cd-\d+)\/status/.exec(path)?.[1];
			if (id === undefined) return undefined;
			asked.push({ id, page });
			return status({ id, page });
		};
	};
	watch();
	await run.publish();
	return {
		run,
		watch,
		/** The pages that `act`, or a poll, asks for. */
		asks: async (act: () => Promise<unknown> = async () => await run.poll()) => {
			asked = [];
			run.pass(1);
			await act();
			return asked.toSorted((a, b) => a.page - b.page);
		},
	};
}

/** These pages of a campaign. */
export const pages = (from: number, to: number, id = 'cd-0') =>
	Array.from({ length: to - from + 1 }, (_, index) => ({ id, page: from + index }));

/** A campaign that runs, in which so many of its contacts were called before the trigger knew it. */
export function running(size: number, before: number): Campaigns {
	const campaigns = new Campaigns();
	campaigns.add(size, 'Active');
	campaigns.happen(before);
	return campaigns;
}
