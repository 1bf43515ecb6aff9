import { hashOf, numbered } from './contentIds';

/** What was seen of a list whose rows have no ID, and of its present reading. Plain data, kept by n8n across restarts. */
interface Sighted {
	/** IDs of the rows that are known, those last that this reading has shown. */
	known: string[];
	/** How many of them it has shown. */
	shown: number;
	/** IDs beyond them, of what it has shown on a later page once more: other rows, or the same that moved there meanwhile. */
	doubtful: string[];
}

/** Tells the rows of a list that is read in parts, page by page, from those that are known; `contentOf` is what tells them apart. */
export class Sightings<T> {
	private readonly known: Set<string>;

	private readonly shown: Set<string>;

	/** By hash, how many of the same this reading has shown. */
	private readonly counts = new Map<string, number>();

	/** What is not known, by ID. */
	private readonly others = new Map<string, T>();

	constructor(
		{ known, shown, doubtful }: Sighted,
		private readonly contentOf: (row: T) => unknown[],
	) {
		this.known = new Set(known);
		this.shown = new Set([...known.slice(known.length - shown), ...doubtful]);
		for (const id of this.shown) numbered(id.split('/')[0], this.counts);
	}

	/** Adds a page. Answers its rows that are new in any case: as many of the same as it has itself are as many things. */
	add(page: T[]): T[] {
		const own = new Map<string, number>();
		return page.filter((row) => {
			const hash = hashOf(this.contentOf(row));
			const id = numbered(hash, own);
			const inAll = numbered(hash, this.counts);
			const isNew = !this.known.has(id);
			this.known.add(id);
			this.shown.add(inAll);
			if (!this.known.has(inAll)) this.others.set(inAll, row);
			return isNew;
		});
	}

	/** Takes rows that may have moved for others, those with IDs that are meant, and answers them. */
	accept(isMeant: (id: string) => boolean): T[] {
		const meant = [...this.others].filter(([id]) => !this.known.has(id) && isMeant(id));
		for (const [id] of meant) this.known.add(id);
		return meant.map(([, row]) => row);
	}

	get sighted(): Sighted {
		const before = [...this.known].filter((id) => !this.shown.has(id));
		const shown = [...this.shown].filter((id) => this.known.has(id));
		const doubtful = [...this.shown].filter((id) => !this.known.has(id));
		return { known: [...before, ...shown], shown: shown.length, doubtful };
	}
}
