import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { BinaryDataService } from 'n8n-core';

import { byId } from '../../../engine/jobs';
import { useKoda } from '../../support/koda';

/** Files that n8n keeps on disk or elsewhere: they are read while they are sent. */
const bench = useKoda();

const CHAT = '4100000000';
const PIECE = 64 * 1024;
const content = Buffer.alloc(5 * PIECE + 1, 'żółw\0');
const whole = { size: content.length, sha256: createHash('sha256').update(content).digest('hex') };

const photo = {
	...{ id: 'filesystem-v2:photo', data: 'filesystem-v2' },
	...{ mimeType: 'image/png', fileName: 'photo.png' },
};
const items = [{ json: {}, binary: { data: photo } }];
const sendFile = {
	...{ resource: 'chat', operation: 'sendFile', chat: byId(CHAT) },
	sendAs: 'image',
};

/** What was opened, oldest first. */
let opened: Readable[];
let size: number;

beforeEach(() => {
	opened = [];
	size = content.length;
	jest
		.spyOn(BinaryDataService.prototype, 'getMetadata')
		.mockImplementation(async () => await Promise.resolve({ fileSize: size }));
	jest.spyOn(BinaryDataService.prototype, 'getAsStream').mockImplementation(async () => {
		const pieces = Array.from({ length: Math.ceil(content.length / PIECE) }, (_, index) =>
			content.subarray(index * PIECE, (index + 1) * PIECE),
		);
		opened.push(Readable.from(pieces));
		return await Promise.resolve(opened.at(-1)!);
	});
	jest.spyOn(BinaryDataService.prototype, 'getAsBuffer').mockImplementation(() => {
		throw new Error('The whole file was read into memory');
	});
});
afterEach(() => jest.restoreAllMocks());

/** The bodies that KODA got. */
const received = async () =>
	(await bench.sent('chat.sendFile')).map(({ body }) => (body as { image: object }).image);

const fault = async (faults: object) =>
	await bench
		.sandbox()
		.control('faults', { vendor: 'koda', operationId: 'chat.sendFile', ...faults });

const closed = () => opened.map(({ destroyed }) => destroyed);

test('it arrives as it is', async () => {
	const { error, json } = await bench.run(sendFile, { items });
	expect(error).toBeUndefined();
	expect(json).toEqual([{ success: true }]);
	expect(await received()).toEqual([expect.objectContaining(whole)]);
	expect(closed()).toEqual([true]);
});

test('after 429 it is read again from the beginning, and arrives whole', async () => {
	await fault({ kind: 'status', status: 429, headers: { 'Retry-After': '0' } });
	const { error } = await bench.run(sendFile, { items });
	expect(error).toBeUndefined();
	expect(await received()).toEqual(Array(2).fill(expect.objectContaining(whole)));
	expect(closed()).toEqual([true, true]);
});

test('after 401 n8n renews the token and sends it whole again', async () => {
	await fault({ kind: 'status', status: 401 });
	const { error } = await bench.run(sendFile, { items });
	expect(error).toBeUndefined();
	expect(await received()).toEqual(Array(2).fill(expect.objectContaining(whole)));
	expect(closed()).toEqual([true, true]);
});

test("with n8n's Retry On Fail it is sent again where it had no effect, and read again", async () => {
	await fault({ kind: 'status', status: 400 });
	const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 };
	const { error } = await bench.run(sendFile, { items, settings });
	expect(error).toBeUndefined();
	expect(await received()).toEqual(Array(2).fill(expect.objectContaining(whole)));
});

test('where the connection breaks it is not sent twice, and nothing stays open', async () => {
	await fault({ kind: 'reset', applyFirst: true });
	const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 };
	const error = await bench.runToError(sendFile, { items, settings });
	expect(error.message).toMatch(/unknown|whether/i);
	expect(await received()).toHaveLength(1);
	expect(closed()).toEqual([true]);
});

test('one that is not read to its end in time is closed', async () => {
	jest.spyOn(BinaryDataService.prototype, 'getAsStream').mockImplementation(async () => {
		const endless = new Readable({ read: () => undefined });
		endless.push(content.subarray(0, PIECE));
		opened.push(endless);
		return await Promise.resolve(endless);
	});
	const slow = { ...sendFile, requestOptions: { timeout: 3 } };
	const error = await bench.runToError(slow, { items });
	expect(error.message).toContain('whether the operation took effect is unknown');
	expect(closed()).toEqual([true]);
});

test('one that n8n has no more is named, and counts as not sent', async () => {
	const gone = jest.spyOn(BinaryDataService.prototype, 'getAsStream');
	gone.mockRejectedValueOnce(new Error('File not found'));
	const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 };
	const error = await bench.runToError(sendFile, { items });
	expect(error.message).toBe("The file 'photo.png' could not be read [item 0]");
	expect(error.description).toMatch(/^File not found\. KODA got a part of it at most/);
	gone.mockRejectedValueOnce(new Error('File not found'));
	const { json } = await bench.run(sendFile, { items, settings });
	expect(json).toEqual([{ success: true }]);
});

test("n8n's words for a system error do not take the place of the file's name", async () => {
	const refused = new Error('connect ECONNREFUSED 127.0.0.1:9000');
	jest.spyOn(BinaryDataService.prototype, 'getAsStream').mockRejectedValue(refused);
	const error = await bench.runToError(sendFile, { items });
	expect(error.message).toBe("The file 'photo.png' could not be read [item 0]");
	expect(error.description).toMatch(/^Connect ECONNREFUSED 127\.0\.0\.1:9000\. KODA got a part/);
});

test.each([
	'File not found: photo',
	'connect ECONNREFUSED 127.0.0.1:9000',
	"ENOENT: no such file or directory, open '/files/photo.metadata'",
])('one of which n8n has nothing at all is named before anything is sent: %s', async (reason) => {
	const gone = Object.assign(new Error(reason), { code: 'ENOENT' });
	jest.spyOn(BinaryDataService.prototype, 'getMetadata').mockRejectedValue(gone);
	const error = await bench.runToError(sendFile, { items });
	expect(error.message).toBe("The file 'photo.png' could not be read [item 0]");
	expect(error.description).toContain(
		`${reason.slice(1)}. Nothing of it was sent. Look whether n8n`,
	);
	await bench.expectSilence();
});

test.each([-1, 1])('a file that has %d bytes more than n8n says does not arrive', async (more) => {
	size = content.length - more;
	const error = await bench.runToError(sendFile, { items });
	expect(error.message).toBe("The file 'photo.png' could not be read [item 0]");
	expect(error.description).toContain(`It does not have the ${size} bytes that n8n says. KODA got`);
	expect((await bench.state()).chats.flatMap(({ files = [] }) => files)).toEqual([]);
	expect(closed()).toEqual([true]);
});
