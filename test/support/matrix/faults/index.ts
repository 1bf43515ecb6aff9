import { answer } from '../exchange';
import { BODIES } from './bodies';
import { CONNECTIONS } from './connections';
import { REFUSAL, type Fault } from './fault';
import { STATUSES } from './statuses';

export type { Fault } from './fault';

const ofToken: Fault[] = [
	['invalid_client', 401],
	['invalid_scope', 400],
	['unauthorized_client', 400],
	['slow_down', 400],
	['temporarily_unavailable', 503],
].map(([error, status]) => ({
	name: `OAuth error ${error}`,
	serve: answer(Number(status), ({ echo }) =>
		JSON.stringify({ error, error_description: `No token: ${echo}` }),
	),
	...REFUSAL,
	ofToken: true,
}));

/** All faults but the one that no server can have: that nobody listens. */
export const FAULTS: Fault[] = [...STATUSES, ...CONNECTIONS, ...BODIES, ...ofToken];

/** Nobody listens at the address, at first or for good. */
export const REFUSED: Fault = {
	name: 'connection refused',
	serve: () => undefined,
	...REFUSAL,
	repeated: true,
};
