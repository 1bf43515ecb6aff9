import { createServer, request as send, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where a run is cut off: at a call that never reaches the service, or at one whose answer gets lost. */
export type Moment = 'before the call' | 'before the answer';

export interface Killing {
	moment: Moment;
	/** Address of the service, without a path; the run gets another one that stands for it. */
	target: string;
	/** Brings the service to where each trial begins. */
	prepare: () => Promise<unknown>;
	/**
	 * Runs the workflow as an execution of its own, against the address; with Max Wait for Retries 0, since a killed
	 * n8n sends nothing again. Answers what made it fail.
	 */
	run: (url: string) => Promise<{ error?: unknown }>;
	/** Whether a run may end well though it was cut off: at a look at what it has done. */
	mayEndWell?: true;
	/** Asserts that the work is done, as if nothing had happened. */
	check: () => Promise<unknown>;
}

/** More calls than any run here makes. */
const MANY = 500;

/**
 * Kills a run after 0 calls, runs it again, and checks; then after 1, after 2, and so on, until a run has gone through
 * alive. Token requests are calls too. At the kill, whatever is under way reaches the service, and no answer arrives.
 * Answers how many calls the run makes that goes through.
 */
export async function killAtEveryCall(killing: Killing): Promise<number> {
	const { moment, target, prepare, run, check, mayEndWell } = killing;
	for (let calls = 0; calls < MANY; calls++) {
		await prepare();
		const line = await Line.open(target, calls, moment);
		try {
			const { error } = await run(line.url);
			await line.settled();
			if (line.alive) expect(error).toBeUndefined();
			else {
				if (!mayEndWell) expect(error).toBeDefined();
				expect((await run(target)).error).toBeUndefined();
			}
			await check();
		} catch (reason) {
			const { message } = reason as Error;
			throw new Error(`Killed ${moment} ${calls + 1}: ${message}`, { cause: reason });
		} finally {
			line.close();
		}
		if (line.alive) return calls;
	}
	throw new Error(`The run makes more than ${MANY} calls`);
}

/** The line to a service: carries so many calls with their answers, and breaks at the next one. */
class Line {
	alive = true;

	private begun = 0;

	private readonly underWay = new Set<Promise<void>>();

	private constructor(
		private readonly server: Server,
		private readonly target: string,
	) {}

	static async open(target: string, calls: number, moment: Moment): Promise<Line> {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const line = new Line(server, target);
		server.on('request', (request, response) => {
			const last = ++line.begun > calls;
			if (last && moment === 'before the call') line.break();
			if (!line.alive) return;
			const answered = line.carry(request).then(
				({ answer, body }) => {
					if (last) line.break();
					else if (line.alive)
						response.writeHead(answer.statusCode ?? 500, answer.headers).end(body);
				},
				// It broke off while it was being sent.
				() => void response.destroy(),
			);
			line.underWay.add(answered);
		});
		return line;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	/** Waits until the service has done everything that reached it. */
	async settled(): Promise<void> {
		await Promise.all(this.underWay);
	}

	close(): void {
		this.server.close();
		this.server.closeAllConnections();
	}

	/** From now on nothing gets through in either direction, and every new connection is refused. */
	private break(): void {
		this.alive = false;
		this.close();
	}

	private async carry(request: IncomingMessage) {
		const { method, headers, url } = request;
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		return await new Promise<{ answer: IncomingMessage; body: Buffer }>((resolve, reject) => {
			send(new URL(url ?? '/', this.target), { method, headers }, (answer) => {
				const parts: Buffer[] = [];
				answer.on('data', (part: Buffer) => parts.push(part));
				answer.on('end', () => resolve({ answer, body: Buffer.concat(parts) }));
				answer.on('error', reject);
			})
				.on('error', reject)
				.end(Buffer.concat(chunks));
		});
	}
}
