import type { Serve } from '../exchange';

/** A fault of a service, and what a client may make of it. */
export interface Fault {
	name: string;
	serve: Serve;
	/**
	 * What a call with an effect has come to: nothing, for sure; nobody can tell; or it was done, so that both a success
	 * and an error that says that nobody can tell are right.
	 */
	effect: 'none' | 'unknown' | 'done';
	/** What is left of what was asked for: nothing, all of it to those who can read it, or a part that may do. */
	data: 'none' | 'all' | 'some';
	/** Whether a call that only reads is repeated after it, and so gets through when it happens once. */
	repeated?: true;
	/** Whether it is a whole answer with status 200, and so data where the contract says nothing of them. */
	whole?: true;
	/** Whether it comes before the request was read. */
	early?: true;
	/** Whether it takes as long as the client lets it. */
	slow?: true;
	/** Whether it takes much memory or time. */
	heavy?: true;
	/** Only of a token endpoint. */
	ofToken?: true;
}

/** A call that was read, or may have been, and whose answer is nothing. */
export const UNKNOWN = { effect: 'unknown', data: 'none' } as const;

/** A call that was refused for sure. */
export const REFUSAL = { effect: 'none', data: 'none' } as const;
