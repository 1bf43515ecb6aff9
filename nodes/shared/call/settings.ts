import type {
	IExecuteFunctions,
	IHookFunctions,
	ILoadOptionsFunctions,
	IPollFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

import { field, fieldList } from '../fields/field';
import { Fields, type FieldsOf } from '../fields/fields';

/** The contexts a trigger works in: its activation, a webhook's call, a poll. */
export type Trigger = IHookFunctions | IWebhookFunctions | IPollFunctions;

/** The contexts a service can be called from: a node run, a picker of the editor, a trigger. */
export type Caller = IExecuteFunctions | ILoadOptionsFunctions | Trigger;

/** The Request Options setting, in the units the user sees. */
export interface Settings {
	/** Calls in flight at most. */
	concurrency: number;
	/** Calls started within any 60 seconds at most; 0 for no limit. */
	callsPerMinute: number;
	/** Seconds that one call may wait for retries in all. */
	maxRetryWait: number;
	/** Seconds that one call may take, its whole answer and the request for a token included. */
	timeout: number;
}

/**
 * Calls in flight of an operation that only reads, where the user sets nothing. With 50 the time is that of the work and
 * not of waiting (docs/performance.md). Fewer where a breakdown would leave it unknown what became of each.
 */
export const READING_IN_FLIGHT = 50;

const options = fieldList([
	{
		displayName: 'Calls in Flight',
		name: 'concurrency',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: 8,
		description:
			'How many calls may be under way at the same time. Without it 8, and 50 in operations that only read (but 8 where answers are large).',
	},
	{
		displayName: 'Calls per Minute',
		name: 'callsPerMinute',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 0,
		description:
			'How many calls may start within a minute, in all workflows of this n8n process that use the credential. 0 sets no limit.',
	},
	{
		displayName: 'Max Wait for Retries (Seconds)',
		name: 'maxRetryWait',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 120,
		description:
			'How long one call may wait in all when the service asks to slow down or cannot be reached. 0 never retries.',
	},
	{
		displayName: 'Timeout (Seconds)',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 3600, numberPrecision: 0 },
		default: 60,
		description:
			'How long one call may take until its answer is there, the request for a token included. An hour at most.',
	},
]);

/** How calls are sent: in the node's Settings tab, as for n8n's own REST nodes. */
export const requestOptions = field({
	displayName: 'Request Options',
	name: 'requestOptions',
	type: 'collection',
	isNodeSetting: true,
	placeholder: 'Add option',
	default: {},
	options,
});

/**
 * The settings of a node run or a poll; a picker has the defaults. `inFlight` is another default of Calls in Flight.
 * Throws NodeOperationError for a value that makes no sense.
 */
export function readSettings(caller: Caller, inFlight?: number): Settings {
	const node = caller.getNode();
	const source = { node, itemIndex: 0, timezone: caller.getTimezone() };
	const read: FieldsOf<[typeof requestOptions]> = new Fields(
		source,
		[requestOptions],
		() => valuesOf(caller),
		node.parameters,
	);
	const chosen = read.group('requestOptions');
	return {
		concurrency: chosen.get('concurrency') ?? inFlight ?? 8,
		callsPerMinute: chosen.get('callsPerMinute') ?? 0,
		maxRetryWait: chosen.get('maxRetryWait') ?? 120,
		timeout: chosen.get('timeout') ?? 60,
	};
}

function valuesOf(caller: Caller): unknown {
	if ('getInputData' in caller) return caller.getNodeParameter('requestOptions', 0, {});
	if ('getCurrentNodeParameter' in caller) return {};
	return caller.getNodeParameter('requestOptions', {});
}
