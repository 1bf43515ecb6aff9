import type { Behaviour } from './server';

/** Where a contestant works. */
export interface Place {
	/** Address of the service. */
	url: string;
	/** How much there is to do: items, pages or rows. */
	size: number;
}

/** Does the work once, from inputs that are prepared; answers how many of its results are right. */
export type Work = () => Promise<number>;

/** One way to do a workload's work. What it does before it answers is not measured. */
export type Contestant = (place: Place) => Work | Promise<Work>;

/** Work that is done in several ways, each time in a process of its own. */
export interface Workload {
	/** As in docs/performance-tables.md. */
	name: string;
	what: string;
	behaviour: Behaviour;
	sizes: number[];
	/** What is counted by the size. */
	unit: string;
	/** Results of a size that are expected; as many as the size, if left out. */
	expected?: (size: number) => number;
	/** The size that is done once before; 100 if left out. */
	warmUp?: number;
	/** Times that every way is measured for a size. */
	rounds: number;
	/** By name, ours first. */
	ways: Record<string, Contestant>;
}
