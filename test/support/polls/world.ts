import type { IDataObject, INodeParameters, INodeType } from 'n8n-workflow';

import type { Route } from '../../../nodes/shared/call/vendor';
import type { Handlers } from './service';

/** When something happens, and from when on the service shows it, in milliseconds by its clock. */
export interface Moment {
	at: number;
	shownAt: number;
}

/** What a service knows that has one kind of event. */
export interface World {
	handlers: Handlers;
	/** Lets so many events happen at one moment; answers their keys. */
	happen: (count: number, moment: Moment) => string[];
	/** Changes what is known without an event. */
	edit: () => void;
}

/** What a world is made with. */
export interface Setting {
	/** The service's time. */
	now: () => number;
	/** The workflow's zone, in which services without one write. */
	zone: string;
}

/** An event of a polling trigger at a simulated service. */
export interface Simulated {
	name: string;
	node: INodeType;
	credential: string;
	routes: Record<string, Route>;
	parameters: INodeParameters;
	/** What tells its items apart. */
	keyOf: (item: IDataObject) => string;
	make: (setting: Setting) => World;
	/** Whether an event is a row with a time; otherwise it is that something has come into a condition. */
	dated: boolean;
	/** Whether the service is asked for what happened until now, by our clock. */
	endsNow?: true;
	/** Whether its state keeps all that a day brings. */
	keepsDay?: true;
	/** Whether an empty answer means that nothing is there. */
	mayBeEmpty?: true;
	/** Events that a service shows at once at most, if it tells of a few only. */
	most?: number;
	/** Events of one moment that a service gives, if it does not give all. */
	mostAtOnce?: number;
}

/** What was shown last of some rows: it is asked for at every page. */
const shownLast = new WeakMap<object, { now: number; length: number; shown: unknown[] }>();

/** Rows, the latest first, that are shown by now. Rows are added, and not changed. */
export function shownIn<T extends Moment>(rows: T[], now: number): T[] {
	const last = shownLast.get(rows);
	if (last?.now === now && last.length === rows.length) return last.shown as T[];
	const shown = rows.filter(({ shownAt }) => shownAt <= now).sort((a, b) => b.at - a.at);
	shownLast.set(rows, { now, length: rows.length, shown });
	return shown;
}

/** One page of `rows`, and what a list says of it. */
export function pageOf<T>(rows: T[], page: number, size: number) {
	const pages = Math.max(1, Math.ceil(rows.length / size));
	return { shown: rows.slice((page - 1) * size, page * size), pages, total: rows.length };
}
