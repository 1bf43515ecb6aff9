import { createHash } from 'node:crypto';

import { byId } from '../../../engine/jobs';
import { UNKNOWN, useKoda } from '../../support/koda';
import {
	describeBadInput,
	describeCases,
	describeRefusals,
	success,
	type KodaCase,
} from '../../support/kodaCases';

const bench = useKoda();

const CHAT = '4100000000';

/** Bytes that do not survive being taken for text. */
const content = Buffer.from([0, 255, 13, 10, 45, 45, 0, 128]);
const received = {
	size: content.length,
	sha256: createHash('sha256').update(content).digest('hex'),
};

const binaryOf = (mimeType: string, fileName?: string) => ({
	data: content.toString('base64'),
	mimeType,
	fileName,
});

/** The four parts of the contract's form. */
const files = [
	['audio', 'talk.mp3', 'audio/mpeg'],
	['file', 'Łąka i krzaki.pdf', 'application/pdf'],
	['image', 'photo.png', 'image/png'],
	['video', 'clip.mp4', 'video/mp4'],
];

const sendFile = { resource: 'chat', operation: 'sendFile', chat: byId(CHAT) };

const cases = files.map(
	([sendAs, filename, contentType]): KodaCase => ({
		operationId: 'chat.sendFile',
		parameters: { chat: byId(CHAT), sendAs },
		item: { json: {}, binary: { data: binaryOf(contentType, filename) } },
		path: { platformUserId: CHAT },
		body: { [sendAs]: { filename, contentType, ...received } },
		output: success,
	}),
);

const filesOf = async (id: string) =>
	(await bench.state()).chats.find(({ platformUserId }) => platformUserId === id)?.files;

describe('each kind of file', () => describeCases(bench, cases));
describe('each refusal', () => describeRefusals(bench, cases.slice(0, 1)));

test('the file reaches the person under its part, name and type', async () => {
	const { item, parameters } = cases[2];
	await bench.run({ ...sendFile, ...parameters }, { items: item && [item] });
	expect(await filesOf(CHAT)).toEqual([
		{ field: 'image', filename: 'photo.png', contentType: 'image/png', size: content.length },
	]);
});

test('a file without a name, from the field that each item names', async () => {
	const data = binaryOf('image/png');
	const { outputs } = await bench.run(
		{ ...sendFile, sendAs: 'image', binaryField: '={{ $json.field }}' },
		{
			items: [
				{ json: { field: 'scan' }, binary: { scan: data } },
				{ json: { field: 'data' }, binary: { data } },
			],
		},
	);
	const done = [0, 1].map((item) => ({ json: { success: true }, pairedItem: { item } }));
	expect(outputs).toEqual([done]);
	expect(await filesOf(CHAT)).toHaveLength(2);
});

test.each([
	['no file at all', { json: {} }],
	['a file under another name', { json: {}, binary: { other: binaryOf('image/png') } }],
])('%s: nothing is sent', async (_, item) => {
	const error = await bench.runToError(sendFile, { items: [item] });
	expect(error.message).toMatch(/^'Input Data Field Name' .*'data' \[item 0]$/);
	expect(error.description).toMatch(/Put a node before this one that gives the item a file/);
	expect(error).toMatchObject({ httpCode: null, pairedItem: { item: 0 } });
	expect(error.cause).toBe('configuration-invalid');
	await bench.expectSilence();
});

test('a chat that KODA does not know is a 404', async () => {
	const { item } = cases[0];
	const error = await bench.runToError(
		{ ...sendFile, chat: byId(UNKNOWN) },
		{ items: item && [item] },
	);
	expect(error).toMatchObject({ httpCode: '404', pairedItem: { item: 0 } });
	expect(error.description).toContain('KODA said: "Chat not found"');
});

describeBadInput(bench, 'chat.sendFile', [
	[
		'a kind that KODA has not',
		"'Send As' cannot be 'sticker'",
		/Use one of: audio, file, image, video/,
		{ chat: byId(CHAT), sendAs: '={{ "sticker" }}' },
	],
]);
