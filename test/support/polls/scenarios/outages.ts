import { status, type Fault, type Service } from '../service';
import { rounds, type Scenario } from './scenario';

const broken = (code: string) => () => {
	throw Object.assign(new Error(code), { code });
};

/** What keeps a poll from what it asks for, in words and as an answer. */
const OUTAGES: Array<[string, (service: Service) => Fault]> = [
	['the service answers 503', (service) => status(service, 503)],
	['the service answers 500', (service) => status(service, 500)],
	['the service answers 429 and no time to wait', (service) => status(service, 429)],
	['the credential is refused', (service) => status(service, 401)],
	['the connection is refused', () => broken('ECONNREFUSED')],
	['the connection breaks', () => broken('ECONNRESET')],
	['there is no answer in time', () => broken('ETIMEDOUT')],
	['the answer is a web page', (service) => () => service.answer('<!DOCTYPE html><html></html>')],
	['the answer is cut off', (service) => () => service.answer('{"data": [{"id"')],
	['the answer is empty', (service) => () => service.answer('')],
];

const outages = OUTAGES.map(
	([name, faultOf]): Scenario => ({
		name: `${name} for three polls`,
		...(name === 'the answer is empty' ? { empty: true } : {}),
		play: async (run) => {
			await rounds(run, 1);
			run.happen(2);
			for (let poll = 0; poll < 3; poll++) {
				run.pass(10);
				run.service.faults.push(...Array.from({ length: 200 }, () => faultOf(run.service)));
				await run.failing();
				run.service.faults.length = 0;
			}
			await rounds(run, 1);
		},
	}),
);

const slow: Scenario[] = [
	{
		name: 'the service asks to slow down, and the poll waits',
		circumstances: { requestOptions: { maxRetryWait: 5 } },
		play: async (run) => {
			for (let round = 0; round < 2; round++) {
				run.happen(2);
				run.pass(2);
				run.service.faults.push(status(run.service, 429, { 'retry-after-ms': '3' }));
				await run.poll();
			}
		},
	},
	{
		name: 'a call fails once in each poll, and is repeated',
		circumstances: { requestOptions: { maxRetryWait: 5 } },
		play: async (run) => {
			run.happen(2);
			run.pass(2);
			run.service.faults.push(status(run.service, 503, { 'retry-after-ms': '3' }));
			await run.poll();
		},
	},
	{
		name: 'the next poll begins while one is under way',
		play: async (run) => {
			run.happen(3);
			run.pass(1);
			await Promise.all([run.poll(), run.poll(), run.poll()]);
			await rounds(run, 1);
		},
	},
	{
		name: 'a poll hangs, is given up, and its answer comes later',
		play: async (run) => {
			run.happen(3);
			run.pass(1);
			const released: Array<() => void> = [];
			const hung: Fault = async (regular) => {
				await new Promise<void>((resolve) => released.push(resolve));
				return regular();
			};
			run.service.faults.push(...Array.from({ length: 100 }, () => hung));
			await run.failing({ budget: 20 });
			run.service.faults.length = 0;
			run.happen(3);
			for (const release of released) release();
			for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
			await rounds(run, 2);
		},
	},
	{
		name: 'ten polls in a row hang',
		play: async (run) => {
			run.happen(3);
			for (let poll = 0; poll < 10; poll++) {
				run.pass(1);
				run.service.faults.push(async () => await new Promise(() => {}));
				await run.failing({ budget: 5 });
				// On a busy machine, its time may be over before it asks.
				run.service.faults.length = 0;
			}
			await rounds(run, 2);
		},
	},
	{
		name: 'a poll hangs when n8n is restarted',
		play: async (run) => {
			run.happen(3);
			run.pass(1);
			run.service.faults.push(async () => await new Promise(() => {}));
			const asked = new Promise<void>((resolve) => run.service.during(() => resolve()));
			void run.attempt({ budget: 1000 }).catch(() => {});
			await asked;
			run.restart();
			await rounds(run, 2);
		},
	},
];

/** The service cannot be reached, refuses, or is slow. */
export const TROUBLES: Scenario[] = [...outages, ...slow];
