import type { IDataObject } from 'n8n-workflow';

import type { Client } from '../../shared/call/client';
import type { Twin } from '../../shared/call/twins';
import type { Contact } from './rows';

/** A list of people to be called, as it shall be. */
export interface PlannedList {
	name: string;
	contacts: Contact[];
}

/** A list as the service's overview of them shows it. */
export interface ListRow extends Twin {
	name: string;
	/** The service's word for how far it is. */
	status?: unknown;
	/** Set where it is no campaign yet, but what a run that broke off has made for one. */
	isBegun?: boolean;
}

/** Somebody on a list that is there. */
export interface ShownContact {
	number: string;
	variables?: IDataObject;
}

/** What a list holds. */
export interface ShownList {
	/** Reads them. Variables where the service shows them: without them only the numbers are compared. */
	contacts: () => Promise<ShownContact[]>;
	/** Whether a mark says that it was made for the same people, so that they need not be read. */
	isMarked?: (planned: PlannedList) => boolean;
	/** The setting that it has otherwise than `planned`, as the service calls it; undefined when none is. */
	otherSetting: (planned: PlannedList) => string | undefined;
}

/** What came of creating a list. */
export interface CreatedList {
	id: string;
	/** How many calls the service says it took. */
	accepted: number;
	/** What the output item has besides. */
	more?: IDataObject;
}

/** How messages call things and what is done to them. */
interface Words {
	/** The service. */
	vendor: string;
	/** One list: `call list`. */
	list: string;
	/** What a run makes first, if it makes several things of a list: `contact list`. */
	begun?: string;
	/** What lists belong to, as in `the bot already has`. */
	owner: string;
	/** What is done to the later of two lists that were created at the same moment. */
	withdraw: { verb: string; done: string; after: string };
}

/** How a vendor keeps campaigns: what is there, and what changes it. Everything is asked for, nothing remembered here. */
export interface CampaignAdapter<Operations> {
	words: Words;
	/** The name of a variable that the service keeps for itself, if there is one. */
	reserved?: string;
	/** How long the name of a list may be. */
	longestName?: number;
	/** All lists there are. */
	all: (api: Client<Operations>) => Promise<ListRow[]>;
	/** The newest, at least back to one of `known`; all where that cannot be had. */
	newest: (api: Client<Operations>, own: string, known: ReadonlySet<string>) => Promise<ListRow[]>;
	/** What is in a list. Throws when the service does not show it. */
	read: (api: Client<Operations>, row: ListRow) => Promise<ShownList>;
	/** What would be sent, for a dry run. */
	request: (planned: PlannedList) => IDataObject;
	/** Creates it, or goes on where a run broke off, through a client of this list alone. */
	create: (api: Client<Operations>, planned: PlannedList) => Promise<CreatedList>;
	/** Of two lists that were created at the same moment: whether the other seems to be taken back, though it can be seen. */
	seemsWithdrawn: (other: ListRow, own: ListRow) => boolean;
	/** Takes it back, so that nobody is called; also one that seems to be already. */
	withdraw: (api: Client<Operations>, row: ListRow) => Promise<unknown>;
	/**
	 * Does what is left once it is known that nobody else has created it too; answers what the item has besides. Of one that
	 * is not this run's own, another process may do so right now.
	 */
	finish?: (api: Client<Operations>, id: string, isOwn: boolean) => Promise<IDataObject>;
}
