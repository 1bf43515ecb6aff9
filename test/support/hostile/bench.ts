import { cloneDeep, get, mapValues, merge, omit } from 'lodash';
import { DateTime } from 'luxon';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import type { INodeParameters } from 'n8n-workflow';

import { Client } from '../../../nodes/shared/call/client';
import type { Field } from '../../../nodes/shared/fields/field';
import type { AnswerJob } from '../answers/job';
import { JOBS } from '../answers/jobs';
import { runJob } from '../answers/runs';
import { SampleVendor, type Heard } from '../answers/vendor';
import { expectedOf, reached } from './expected';
import { goodValue, optionsOf, type Spot } from './spots';
import { hostile } from './values';

/** What came of a run. */
interface Came {
	error?: { name: string; message: string; description: string };
	hung: boolean;
	heard: Heard[];
	strays: string[];
	foreign: number;
}

/** What may be wrong with it. */
export type Fault = 'crashed' | 'hung' | 'other path' | 'altered' | 'sent';

export interface Finding {
	fault: Fault;
	what: string;
}

/** What operations call beside what their samples do: to wait, or to send files first. */
const MORE: Record<string, string[]> = {
	'bot.publish': ['bot.getPublishStatus'],
	'containmentReport.create': ['containmentReport.getStatus'],
	'conversation.delete': ['conversation.getDeletionStatus'],
	'notification.send': ['notification.getStatus', 'notification.getStatusV1'],
	'campaign.create': ['campaign.getStatus'],
	'campaign.start': ['campaign.getStatus'],
	'bot.import': ['bot.getImportStatus', 'bot.uploadFile'],
	'bot.importAsNew': ['bot.getImportStatus', 'bot.uploadFile'],
	'bot.importFunctions': ['bot.uploadFile'],
	'bot.export': ['bot.getExportStatus'],
	'language.add': ['bot.uploadFile'],
	'batchTest.run': ['batchTest.getRunStatus'],
	'batchTest.import': ['bot.uploadFile'],
	'conversationTest.create': ['bot.uploadFile', 'conversationTest.getCreationStatus'],
	'conversationTest.run': ['conversationTest.getRunStatus'],
	'qualityQueue.create': ['qualityQueue.getJob'],
	'qualityQueue.updateAgents': ['qualityQueue.getJob'],
	'content.ingest': ['bot.uploadFile'],
	'content.upsert': ['content.ingest', 'content.delete'],
	'content.sync': ['content.ingest', 'content.delete'],
	'source.create': ['bot.uploadFile'],
	'searchTraining.train': ['searchTraining.getStatus'],
	'faq.sync': ['faq.create'],
	'faq.train': ['faq.getTrainingStatus'],
	'extraction.create': ['bot.uploadFile', 'extraction.getAll'],
	'utterance.import': ['utterance.getImportStatus'],
	'utterance.export': ['utterance.getExportStatus'],
	'utterance.train': ['utterance.getTrainingStatus'],
};

/** What tells of the running or last one, where that is not a publish. */
const LAST: Record<string, string> = { 'faq.train': 'faq.getTrainingStatus' };

/** Far above what any run takes. */
const HANGS_AFTER = 90_000;

/** JavaScript's own words, and ours for an answer of another form: all answers here are good. */
const RAW =
	/TypeError|ReferenceError|RangeError|SyntaxError|URIError|Cannot (read|convert)|is not (a function|iterable)|Maximum call stack|URI malformed|Unexpected token|in another form/;

/** Where in a call something stands. */
interface Place {
	id: string;
	path: string[];
}

const leavesIn = (value: unknown, path: string[] = []): Array<{ path: string[]; leaf: unknown }> =>
	typeof value === 'object' && value !== null
		? Object.entries(value).flatMap(([name, inner]) => leavesIn(inner, [...path, name]))
		: [{ path, leaf: value }];

/** A form's parts by name, which is how a file is sent. */
const partsOf = (body: unknown): unknown =>
	typeof body !== 'string' || !body.startsWith('--')
		? body
		: Object.fromEntries(
				[...body.matchAll(/name="([^"]*)"\r\n\r\n([^]*?)\r\n--/g)].map(([, name, value]) => [
					name,
					value,
				]),
			);

const partsOfCall = ({ path, query, body }: Heard) => ({ path, query, body: partsOf(body) });

const valueAt = (heard: Heard[], { id, path }: Place): unknown => {
	const call = heard.find((one) => one.id === id);
	return call && get(partsOfCall(call), path);
};

/** The value in a place; `asList`: those of the whole list in which the place is an entry, or in one. */
function gotAt(heard: Heard[], { id, path }: Place, asList: boolean): unknown {
	const index = asList ? path.findLastIndex((name) => /^\d+$/.test(name)) : -1;
	if (index < 0) return valueAt(heard, { id, path });
	const list = valueAt(heard, { id, path: path.slice(0, index) });
	const inner = path.slice(index + 1);
	return [list].flat().map((one) => (inner.length > 0 ? get(one, inner) : one));
}

/** Two good values of a field that differ. */
function probesOf(field: Field): [unknown, unknown] | undefined {
	const { name, type, typeOptions = {} } = field;
	// Of more rows than a page has, a page is asked for.
	if (name === 'limit') return undefined;
	const good = goodValue(field);
	switch (type) {
		case 'boolean':
			return [true, false];
		case 'number':
			return [
				good,
				Number(good) + (Number(good) + 1 > (typeOptions.maxValue ?? Infinity) ? -1 : 1),
			];
		case 'options':
		case 'multiOptions':
			return optionsOf(field).length > 1
				? [optionsOf(field)[0].value, optionsOf(field)[1].value]
				: undefined;
		case 'string':
		case 'resourceLocator': {
			if (field.timeOfDay) return undefined;
			const text = String((good as { value?: string }).value ?? good);
			return [`${text.slice(0, -1)}1`, `${text.slice(0, -1)}2`];
		}
		default:
			return undefined;
	}
}

/** Runs the operations of one node with one value of a field being any. */
export class HostileBench {
	readonly vendor: SampleVendor;

	private url = '';

	private readonly foreign: Server;

	private hits = 0;

	private readonly places = new Map<Spot, Promise<Place[]>>();

	constructor(name: string) {
		this.vendor = new SampleVendor(name);
		this.foreign = createServer((_, response) => {
			this.hits++;
			response.end('{}');
		});
	}

	/** Starts the vendor, and a server that nobody has to call; answers the address of that one. */
	async start(): Promise<string> {
		this.url = await this.vendor.start();
		// All that is waited for is done at the first look.
		jest.spyOn(Client.prototype, 'wait').mockResolvedValue();
		// The samples' files stand at hosts that are none of this suite's business.
		const file = { content: new Uint8Array(), fileName: 'file.txt', mimeType: 'text/plain' };
		jest.spyOn(Client.prototype, 'file').mockResolvedValue(file);
		await new Promise<void>((resolve) => this.foreign.listen(0, '127.0.0.1', resolve));
		return `http://127.0.0.1:${(this.foreign.address() as AddressInfo).port}`;
	}

	async stop(): Promise<void> {
		await this.vendor.stop();
		this.foreign.closeAllConnections();
		await new Promise((resolve) => this.foreign.close(resolve));
	}

	private async run(job: AnswerJob, parameters: INodeParameters): Promise<Came> {
		const { vendor, url } = this;
		// A publish or training that is waited for is another one than that before.
		let published = 0;
		vendor.begin(LAST[job.id] ?? 'bot.getPublishStatus', (answer) => {
			const number = published++;
			const told = { _id: `ds-${number}`, modifiedOn: `moment ${number}`, status: 'successful' };
			return merge(cloneDeep(answer), told);
		});
		this.hits = 0;
		const oauthTokenData = { access_token: 'token', token_type: 'Bearer' };
		const account = { oauthTokenData, ...job.account };
		// What was created has what was sent, and not what the sample has.
		const answers = {
			...mapValues(job.answers, (answer) =>
				typeof answer === 'object' ? omit(answer, 'meta') : answer,
			),
			'bot.getImportStatus': merge(
				cloneDeep(vendor.samples.get('bot.getImportStatus')?.answer ?? {}),
				{ status: 'success' },
			),
			...(job.id === 'campaign.start' && {
				'campaign.getStatus': { status: 'success', data: { status: 'Completed' } },
			}),
		};
		const running = runJob(vendor, url, { ...job, parameters, account, answers })
			.then(({ error }) => error)
			.catch((thrown: unknown) => thrown as Error);
		const timer = new AbortController();
		const hangs = after(HANGS_AFTER, 'hung' as const, { signal: timer.signal, ref: false });
		const ended = await Promise.race([running, hangs.catch(() => 'hung' as const)]);
		timer.abort();
		const hung = ended === 'hung';
		const error = hung || !ended ? undefined : (ended as Error & { description?: string });
		return {
			error: error && {
				name: String(error.name),
				message: String(error.message),
				description: String(error.description ?? ''),
			},
			hung,
			heard: vendor.heard,
			strays: vendor.strays,
			foreign: this.hits,
		};
	}

	/** What is said of a value in a field, and the calls with an effect that were sent all the same. */
	async refusal(job: AnswerJob, spot: Spot, value: unknown) {
		const { error, heard } = await this.run(job, spot.put(hostile(value).code));
		return { error, effects: this.effectsAmong(heard) };
	}

	private effectsAmong(heard: Heard[]): string[] {
		return heard.map(({ id }) => id).filter((id) => !this.vendor.samples.get(id)!.safe);
	}

	/** Where a field's value stands in calls: what two good values change there. */
	private async placesOf(job: AnswerJob, spot: Spot): Promise<Place[]> {
		const probes = probesOf(spot.field);
		if (!probes) return [];
		const first = await this.run(job, spot.put(hostile(probes[0]).code));
		const second = await this.run(job, spot.put(hostile(probes[1]).code));
		return first.heard.flatMap((call) =>
			leavesIn(partsOfCall(call))
				.map(({ path, leaf }) => ({ place: { id: call.id, path }, leaf }))
				.filter(({ place, leaf }) => {
					const other = valueAt(second.heard, place);
					return String(leaf) === String(probes[0]) && String(other) === String(probes[1]);
				})
				.map(({ place }) => place),
		);
	}

	/** What is wrong with a run in which a field has the value. */
	async judge(job: AnswerJob, spot: Spot, value: unknown): Promise<Finding[]> {
		const known = this.places.get(spot) ?? this.placesOf(job, spot);
		this.places.set(spot, known);
		const places = await known;
		const came = await this.run(job, spot.put(hostile(value).code));
		const { error, hung, heard, strays, foreign } = came;
		if (hung) return [{ fault: 'hung', what: 'it did not end' }];
		const findings: Finding[] = [];
		const say = (fault: Fault, what: string) => findings.push({ fault, what });
		const uses = JOBS[this.vendor.name].jobs
			.filter(({ id }) => id === job.id)
			.flatMap((one) => one.uses);
		const usual = [...uses, ...(MORE[job.id] ?? [])];
		const others = heard.map(({ id }) => id).filter((id) => !usual.includes(id));
		if (strays.length > 0) say('other path', strays.join(', '));
		if (others.length > 0) say('other path', others.join(', '));
		if (foreign > 0) say('other path', 'another host was called');
		if (error) {
			const isOurs = ['NodeOperationError', 'NodeApiError'].includes(error.name);
			const raw = RAW.exec(`${error.message} ${error.description}`);
			if (!isOurs || raw) say('crashed', `${error.name}: ${error.message}`);
			else if (!/'[^']+'/.test(error.message))
				say('crashed', `no field is named: ${error.message}`);
			const [effect] = this.effectsAmong(heard);
			if (effect) say('sent', `${effect}, then: ${error.message}`);
			return findings;
		}
		// n8n makes a text of a date.
		const given = DateTime.isDateTime(value) ? String(value) : value;
		const expected = expectedOf(spot.field, given);
		if (expected.kind === 'refused') say('altered', 'it was accepted');
		if (expected.kind !== 'as') return findings;
		for (const place of places) {
			const got = gotAt(heard, place, Array.isArray(expected.value));
			if (reached(spot.field, expected.value, got)) continue;
			say('altered', `${place.id} ${place.path.join('.')}: ${JSON.stringify(got)?.slice(0, 100)}`);
		}
		return findings;
	}
}
