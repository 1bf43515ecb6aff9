import { countBy } from 'lodash';
import type { IDataObject, INode, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { ObservableObject } from 'n8n-workflow';

import { accounts } from '../../../engine/credentials';
import { forgetAll } from '../../../nodes/shared/call/perProcess';
import { Service } from './service';
import type { Simulated, World } from './world';

const MINUTE = 60_000;

/** In minutes. */
const DAY = 24 * 60;

/** The service's time at first, unless a scenario says otherwise. */
const BEGIN = Date.UTC(2026, 10, 20, 10);

const realNow = Date.now.bind(Date);

/** Gives the process its own clock again. */
export function restoreClock(): void {
	Date.now = realNow;
}

/** What a run is made with. */
export interface Circumstances {
	/** Whether the service tells its time with its answers. */
	tellsTime: boolean;
	/** The service's time at first, ISO 8601. */
	at?: string;
	/** The workflow's zone. */
	zone?: string;
	/** The workflow's ID; one of a run that has a process of its own, if left out. */
	workflow?: string;
	/** The trigger's Options and Request Options. */
	options?: IDataObject;
	requestOptions?: IDataObject;
}

/** How a poll goes. */
interface PollOptions {
	/** n8n is killed when the poll has ended: what it has written by then. */
	killed?: 'nothing written' | 'only the place' | 'only the execution';
	/** Milliseconds that n8n gives it. */
	budget?: number;
	/** Whether the button Fetch Test Event asks. */
	isTest?: boolean;
}

/** What came of a run, by key. */
export interface Verdict {
	happened: number;
	lost: string[];
	doubled: string[];
	/** What is older than the trigger, or never happened. */
	odd: string[];
	/** What was lost or doubled as the docs say. */
	named: number;
	/** Messages of polls that failed although nothing was wrong. */
	errors: string[];
	/** The largest state, in characters. */
	largest: number;
}

/** The verdict of a run in which nothing went wrong. */
export const FAULTLESS = { lost: [], doubled: [], odd: [], errors: [] };

/** A published workflow that consists of one trigger, in a simulated n8n, while things happen at a simulated service. */
export class Run {
	readonly service: Service;

	readonly world: World;

	/** The service's time. */
	private now: number;

	/** By how much our clock is ahead of it. */
	private ahead = 0;

	private stored: IDataObject = {};

	private inMemory: IDataObject = {};

	private readonly happened: string[] = [];

	/** Keys of what started the workflow. */
	readonly started: string[] = [];

	/** What happened since the last poll that counted. */
	private unseen: string[] = [];

	/** What the docs say may be lost, or come twice. */
	private readonly excused = { lost: new Set<string>(), twice: new Set<string>(), old: false };

	private readonly failures: string[] = [];

	private largest = 0;

	constructor(
		private readonly event: Simulated,
		private readonly circumstances: Circumstances,
	) {
		const { at, zone = 'UTC', tellsTime } = circumstances;
		this.now = at ? Date.parse(at) : BEGIN;
		const clock = () => this.now;
		this.world = event.make({ now: clock, zone });
		this.service = new Service(event.routes, this.world.handlers, clock, tellsTime);
		// Not a mock, which would remember every call; `npm test` gives each file a Date of its own.
		Date.now = () => this.now + this.ahead;
		if (circumstances.workflow === undefined) forgetAll();
		this.read();
	}

	/** How many events may happen between two polls. */
	count(wanted: number): number {
		const { most = Infinity, mostAtOnce = Infinity } = this.event;
		return Math.min(wanted, most, mostAtOnce);
	}

	/** Whether times count for the event. */
	get isDated(): boolean {
		return this.event.dated;
	}

	/** Lets events happen `minutesAgo`, or now, which the service shows after `hidden` minutes. */
	happen(wanted: number, { minutesAgo = 0, hidden = 0 } = {}): string[] {
		const at = this.now - (this.isDated ? minutesAgo : 0) * MINUTE;
		// Where a service tells of the last one only, those are gone that no poll has seen.
		if (this.event.most === 1) this.mayLose(this.unseen);
		const keys = this.world.happen(this.count(wanted), {
			at,
			shownAt: this.now + hidden * MINUTE,
		});
		this.happened.push(...keys);
		this.unseen.push(...keys);
		return keys;
	}

	/** What happened before the workflow was published: it must not come. */
	happenedBefore(wanted: number, minutesAgo: number): void {
		const at = this.now - minutesAgo * MINUTE;
		this.world.happen(this.count(wanted), { at, shownAt: at });
	}

	/** Time passes. */
	pass(minutes: number): void {
		this.now += minutes * MINUTE;
	}

	/** Sets our clock to so many minutes after the right time. */
	setClock(minutesAhead: number): void {
		this.ahead = minutesAhead * MINUTE;
	}

	/** n8n is started anew, with what its database has. */
	restart(): void {
		this.read();
		forgetAll();
	}

	private read(): void {
		this.inMemory = ObservableObject.create(structuredClone(this.stored)) as IDataObject;
	}

	/** n8n saves the place when a workflow is published. */
	async publish(): Promise<void> {
		await this.poll();
		this.save();
	}

	/** Somebody puts back an old copy of the database, or none. */
	loseState(): void {
		this.stored = {};
		this.restart();
	}

	/** Somebody changes what n8n keeps of the trigger to something else. */
	spoilState(): void {
		this.stored = { ...this.stored, state: { place: 0 } };
		this.restart();
	}

	/** The events that the docs name as lost. */
	mayLose(keys: string[]): void {
		for (const key of keys) this.excused.lost.add(key);
	}

	/** What is shown only from a time on that our clock has not reached, at a service that does not tell its own. */
	mayBeOld(): void {
		if (this.event.endsNow && !this.circumstances.tellsTime) this.excused.old = true;
	}

	/** As `mayLose`, at a service that does not tell its time. */
	mayLoseUntold(keys: string[]): void {
		if (!this.circumstances.tellsTime) this.mayLose(keys);
	}

	/** As `mayLoseUntold`, of what is compared with when the workflow was published, by a clock that was `minutes` ahead. */
	mayLoseEnds(keys: string[], minutes: number): void {
		if (this.event.name.endsWith('sessionClosed')) this.mayLoseUntold(keys);
		// They are read from a day before on.
		if (minutes > DAY) this.mayLoseInteractions(keys);
	}

	/** As `mayLoseUntold`, of interactions until the first poll with a clock that is right again. */
	mayLoseInteractions(keys: string[]): void {
		if (this.event.name.endsWith('interactionFinished')) this.mayLoseUntold(keys);
	}

	/** As `mayLose`, of calls, whose times may have no zone. */
	mayLoseOfCalls(keys: string[]): void {
		if (this.event.name.endsWith('callFinished')) this.mayLose(keys);
	}

	/** The events that the docs name as coming twice. */
	mayRepeat(keys: string[]): void {
		for (const key of keys) this.excused.twice.add(key);
	}

	private save(): void {
		this.stored = JSON.parse(JSON.stringify(this.inMemory)) as IDataObject;
	}

	/** Polls; answers the calls it took, and what came. */
	async counted(): Promise<{ calls: number; came: string[] }> {
		let calls = 0;
		this.service.during(() => void (calls += 1));
		const came = await this.poll();
		this.service.meanwhile = undefined;
		return { calls, came };
	}

	/** What n8n has in its memory of the trigger, as JSON. */
	kept(): string {
		return JSON.stringify(this.inMemory);
	}

	/** A poll in which nothing may go wrong. */
	async poll(options: PollOptions = {}): Promise<string[]> {
		return await this.attempt(options).catch((error: Error) => {
			this.failures.push(error.message);
			return [];
		});
	}

	/** A poll that fails; answers its message. */
	async failing(options: PollOptions = {}): Promise<string> {
		const message = await this.attempt(options).then(
			() => undefined,
			(error: Error) => error.message,
		);
		if (message === undefined) this.failures.push('A poll succeeded that was to fail');
		return message ?? '';
	}

	/** Polls as n8n does; answers the keys of what started the workflow. */
	async attempt({ killed, budget, isTest }: PollOptions = {}): Promise<string[]> {
		// n8n keeps this object for as long as the workflow is published.
		const { inMemory } = this;
		const output = await this.event.node.poll!.call(this.functions(inMemory, budget, isTest));
		const keys = this.keysOf(output);
		if (!killed) this.unseen = [];
		const isSaved = keys.length > 0 && killed !== 'nothing written';
		if (isSaved && killed !== 'only the execution') this.save();
		if (isSaved && killed !== 'only the place') this.started.push(...keys);
		this.largest = Math.max(this.largest, JSON.stringify(inMemory).length);
		if (killed) this.restart();
		return keys;
	}

	private keysOf(output: INodeExecutionData[][] | null): string[] {
		return (output ?? []).flat().map(({ json }) => this.event.keyOf(json));
	}

	private functions(staticData: IDataObject, budget?: number, isTest = false): IPollFunctions {
		const { event, circumstances, service } = this;
		const { zone = 'UTC', options = {}, requestOptions = { maxRetryWait: 0 } } = circumstances;
		const parameters: IDataObject = { options, requestOptions, ...event.parameters };
		const account = accounts('')[event.credential];
		const credentials = { ...account, baseUrl: 'https://service.example' };
		const node = {
			id: 'node',
			name: 'Trigger',
			type: event.name,
			typeVersion: 1,
			position: [0, 0],
			parameters,
			credentials: { [event.credential]: { id: '1', name: 'Account' } },
		} as unknown as INode;
		return {
			getMode: () => (isTest ? 'manual' : 'trigger'),
			getNode: () => node,
			getWorkflow: () => ({ id: circumstances.workflow ?? 'workflow', active: true }),
			getTimezone: () => zone,
			getNodeParameter: (name: string, fallback?: unknown) => parameters[name] ?? fallback,
			getCredentials: async () => await Promise.resolve(credentials),
			getWorkflowStaticData: () => staticData,
			...(budget === undefined ? {} : { getPollBudgetMs: () => budget }),
			logger: { debug() {}, info() {}, warn() {}, error() {} },
			helpers: {
				httpRequestWithAuthentication: async (_type: string, request: never) =>
					await service.request(request),
			},
		} as unknown as IPollFunctions;
	}

	/** Everything is well again, and polled until all has come. */
	async settle(): Promise<Verdict> {
		this.setClock(0);
		this.service.meanwhile = undefined;
		this.service.faults.length = 0;
		for (const minutes of [1, 10, 10]) {
			this.pass(minutes);
			await this.poll();
		}
		const counts = countBy(this.started);
		// What cannot be told apart has the same key.
		const due = countBy(this.happened);
		const { lost, twice } = this.excused;
		const missing = Object.keys(due).filter((key) => (counts[key] ?? 0) < due[key]);
		const doubled = Object.keys(counts).filter((key) => counts[key] > (due[key] ?? 1));
		return {
			happened: this.happened.length,
			lost: missing.filter((key) => !lost.has(key)),
			doubled: doubled.filter((key) => !twice.has(key) || counts[key] > 2),
			odd: Object.keys(counts).filter((key) => !Object.hasOwn(due, key) && !this.excused.old),
			named: missing.length + doubled.length,
			errors: this.failures,
			largest: this.largest,
		};
	}
}
