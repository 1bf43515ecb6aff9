import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import type { IBinaryData, IExecuteFunctions, INode } from 'n8n-workflow';

import type { Field } from '../../nodes/shared/fields/field';
import { Fields, type ValuesOf } from '../../nodes/shared/fields/fields';
import { StoredFile, brokenFileIn, closeFiles } from '../../nodes/shared/call/storedFile';
import {
	checkFile,
	downloadFields,
	fileFields,
	fileForm,
	fileItem,
	withFiles,
} from '../../nodes/shared/node/files';
import type { RunContext } from '../../nodes/shared/node/operation';
import { refusalOf, source } from '../support/fields';

const MB = 1024 * 1024;

/** A run whose item 3 has a file under `data`, which is kept inline, or elsewhere with a size. */
function contextOf(file: Partial<IBinaryData>, size = 0) {
	const helpers = {
		assertBinaryData: (itemIndex: number, name: string) => {
			if (itemIndex !== 3 || name !== 'data') throw new Error('none');
			return { mimeType: 'text/plain', data: '', ...file };
		},
		getBinaryMetadata: async (id: string) =>
			await Promise.resolve({ fileSize: id === 'kept' ? size : -1 }),
		getBinaryDataBuffer: async () => await Promise.resolve(Buffer.from('content')),
		getBinaryStream: async () => await Promise.resolve(Readable.from([Buffer.from('content')])),
		prepareBinaryData: async (content: Buffer, fileName: string, mimeType: string) =>
			await Promise.resolve({ data: content.toString('base64'), fileName, mimeType }),
	};
	const node = { getNode: () => ({ name: 'Node', type: 'test' }) as INode, helpers };
	return { node: node as unknown as IExecuteFunctions, itemIndex: 3 };
}

/** Bytes in base64, of which nobody reads more than the length: four letters for three bytes. */
const inline = (bytes: number) => ({ data: 'A'.repeat(4 * Math.ceil(bytes / 3)) });

const upload = { from: 'data', part: 'file' };

/** What the check says; fails when it says nothing. */
async function refusal(context: ReturnType<typeof contextOf>, more: object = {}) {
	const thrown: unknown = await checkFile(context, { ...upload, ...more }).catch((error) => error);
	return refusalOf(() => {
		throw thrown;
	});
}

test.each([
	['nothing, inline', inline(0), 0],
	['99 MB, inline', inline(99 * MB), 0],
	['100 MB, kept elsewhere', { id: 'kept' }, 100 * MB],
])('a file of %s is taken', async (_, file, size) => {
	const found = await checkFile(contextOf(file, size), upload);
	expect(found.file).toMatchObject({ mimeType: 'text/plain' });
});

test.each([
	['101 MB, inline', inline(101 * MB - 3), 0, 101],
	['a byte more than 100 MB, kept elsewhere', { id: 'kept' }, 100 * MB + 1, 101],
	['250 MB, kept elsewhere', { id: 'kept' }, 250 * MB, 250],
])('a file of %s is too large', async (_, file, size, shown) => {
	const { message, description, context } = await refusal(contextOf(file, size));
	expect(message).toBe(
		`The file in 'data' has ${shown} MB, more than the 100 MB this node sends [item 3]`,
	);
	expect(description).toContain('Send a smaller file.');
	expect(context.itemIndex).toBe(3);
});

test.each([
	[{}, "'Input Data Field Name'"],
	[{ field: 'Attachment' }, "'Attachment'"],
])('without the file, the field that names it is named: %j', async (more, name) => {
	const { message, description } = await refusal(contextOf({}), { ...more, from: 'none' });
	expect(message).toBe(`${name} names no file: the item has no binary data 'none' [item 3]`);
	expect(description).toContain('Put a node before this one');
});

/** `content` in base64. */
const kept = { data: 'Y29udGVudA==' };

test.each([
	[{ ...kept, fileName: 'a.txt' }, 'a.txt'],
	[kept, 'file'],
	[{ data: 'Y29u\r\ndGVu\r\ndA==\r\n' }, 'file'],
	[{ id: 'kept' }, 'file'],
])('a form has the values, then the file: %j', async (file, name) => {
	const values = ({ mimeType }: IBinaryData) => ({ kind: mimeType, language: 'pl' });
	const parts = [...(await fileForm(contextOf(file, 7), { ...upload, values })).entries()];
	expect(parts.map(([part]) => part)).toEqual(['kind', 'language', 'file']);
	expect(parts.slice(0, 2).map(([, value]) => value)).toEqual(['text/plain', 'pl']);
	const sent = parts[2][1] as File;
	expect([sent.name, sent.type, sent.size]).toEqual([name, 'text/plain', 7]);
	// Read as often as it is sent.
	for (const time of [1, 2]) {
		expect([time, String(await buffer(sent.stream()))]).toEqual([time, 'content']);
	}
});

test.each([6, 8])(
	'a file of 7 bytes that is said to have %d is not sent to its end',
	async (size) => {
		const form = await fileForm(contextOf({ id: 'kept' }, size), upload);
		const sent = form.get('file') as File;
		await expect(buffer(sent.stream())).rejects.toThrow(
			`it does not have the ${size} bytes that n8n says`,
		);
	},
);

/** An S3 storage behind a proxy that leaves Content-Length out: n8n 1 gives NaN, n8n 2 gives 0. */
test.each([NaN, 0])('one of which the storage says no size, but %d, is counted', async (size) => {
	const sent = (await fileForm(contextOf({ id: 'kept' }, size), upload)).get('file') as File;
	expect([sent.size, String(await buffer(sent.stream()))]).toEqual([7, 'content']);
});

test('what was opened and not read to its end is closed', async () => {
	const form = await fileForm(contextOf({ id: 'kept' }, 7), upload);
	const opened: Readable[] = [];
	const endless = () => Readable.from(Array<Buffer>(7).fill(Buffer.from('x')));
	const file = new StoredFile(
		async () => {
			opened.push(endless());
			return await Promise.resolve(opened.at(-1)!);
		},
		7,
		{ name: 'a.txt', type: 'text/plain' },
	);
	form.append('other', file);
	const reader = file.stream().getReader();
	await reader.read();
	// Another one that is still being opened.
	const late = file.stream().getReader().read();
	closeFiles(form);
	expect(await late).toEqual({ done: true });
	expect(opened.map(({ destroyed }) => destroyed)).toEqual([true, true]);
});

test('what fails because it was closed does not count for the next time it is sent', async () => {
	const file = new StoredFile(
		async () => await Promise.resolve(new Readable({ read: () => undefined })),
		7,
		{ name: 'a.txt', type: 'text/plain' },
	);
	const form = new FormData();
	form.append('file', file);
	const waiting = file.stream().getReader().read();
	// It is open by then, and nothing comes of it.
	await setImmediate();
	closeFiles(form);
	await expect(waiting).rejects.toThrow();
	expect(brokenFileIn(form)).toBeUndefined();
});

test('why it could not be read counts until it is closed', async () => {
	const form = await fileForm(contextOf({ id: 'kept' }, 8), upload);
	await expect(buffer((form.get('file') as File).stream())).rejects.toThrow();
	expect(brokenFileIn(form)?.failure?.message).toContain('8 bytes');
	closeFiles(form);
	expect(brokenFileIn(form)).toBeUndefined();
});

test('a form without values is the file', async () => {
	const form = await fileForm(contextOf({}), upload);
	expect([...form.keys()]).toEqual(['file']);
});

test.each([
	[{ outputBinaryField: 'report' }, 'report'],
	[{ outputBinaryField: '' }, 'data'],
])('a text becomes the file of an output item: %j', async (given, name) => {
	const values: Record<string, string> = { fileName: 'a.txt', ...given };
	const fields = new Fields<ValuesOf<ReturnType<typeof fileFields>>>(
		source,
		fileFields('b.txt'),
		(field) => values[field],
	);
	const { node } = contextOf({});
	const item = await fileItem({ fields, node }, { id: 1 }, 'żółw', 'text/plain');
	const data = Buffer.from('żółw').toString('base64');
	expect(item).toEqual({
		json: { id: 1 },
		binary: { [name]: { data, fileName: 'a.txt', mimeType: 'text/plain' } },
	});
});

test('the bytes of a file are handed on to n8n, not a copy of them', async () => {
	const content = Buffer.alloc(100, 'long').subarray(4, 8);
	const { node, itemIndex } = contextOf({});
	const stored = jest.spyOn(node.helpers, 'prepareBinaryData');
	const fieldsWith = (described: Field[], values: Record<string, unknown>) =>
		new Fields<ValuesOf<ReturnType<typeof fileFields>>>(source, described, (name) => values[name]);
	const made = fieldsWith(fileFields('a.pdf'), { fileName: 'a.pdf', outputBinaryField: 'data' });
	await fileItem({ fields: made, node }, {}, content, 'application/pdf');
	const fields = fieldsWith(downloadFields([]), { downloadFile: true, outputBinaryField: 'data' });
	const api = { file: async () => await Promise.resolve({ content, fileName: 'a.pdf' }) };
	const context = { api, fields, node, itemIndex } as unknown as RunContext<object>;
	await withFiles(context, () => [{ url: 'https://example.com/a.pdf' }], {});
	expect(stored).toHaveBeenCalledTimes(2);
	for (const [bytes] of stored.mock.calls as Array<[Buffer]>) {
		expect(bytes.toString()).toBe('long');
		expect(bytes.buffer).toBe(content.buffer);
	}
});
