import { attempt, isError } from 'lodash';
import type { IBinaryData, IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { MAX_FILE_MB } from '../call/download';
import { StoredFile } from '../call/storedFile';
import { field, fieldList, shownWith, type Field } from '../fields/field';
import type { Fields, ValuesOf } from '../fields/fields';
import { configurationError, unreadFile } from '../fields/nodeError';
import { FileItem, type FileAddress, type Output, type RunContext } from './operation';

const MEGABYTE = 1024 * 1024;

/** Where an operation finds a file: the name of one of the item's binary fields. */
export const fileField = field({
	displayName: 'Input Data Field Name',
	name: 'binaryField',
	type: 'string',
	default: 'data',
	required: true,
	hint: 'The name of the input field containing the file to send',
});

/** Which file is sent, and as what. */
interface Upload {
	/** Name of the item's binary field. */
	from: string;
	/** The node's field that names it, as the editor shows it; Input Data Field Name without it. */
	field?: string;
	/** Name of the multipart part. */
	part: string;
	/** Parts beside the file. */
	values?: (file: IBinaryData) => Record<string, string>;
}

type At = Pick<RunContext<unknown>, 'node' | 'itemIndex'>;

/**
 * The item's file, which is not read yet, and its size in bytes: of an inline one at most, as base64 may have line breaks;
 * 0 where the storage does not say it.
 */
interface Found {
	file: IBinaryData;
	size: number;
}

/** Throws NodeOperationError when there is no file under that name, n8n has it no more, or it is too large. */
export async function checkFile(
	{ node, itemIndex }: At,
	{ from, field = fileField.displayName }: Upload,
): Promise<Found> {
	const file = binaryOf(node, itemIndex, from, field);
	const { id, data } = file;
	const size = id ? await storedSize({ node, itemIndex }, file) : Buffer.byteLength(data, 'base64');
	if (size <= MAX_FILE_MB * MEGABYTE) return { file, size };
	throw configurationError(
		node.getNode(),
		`The file in '${from}' has ${Math.ceil(size / MEGABYTE)} MB, more than the ${MAX_FILE_MB} MB this node sends`,
		'Send a smaller file.',
		itemIndex,
	);
}

/** Of a file that n8n keeps elsewhere, in bytes; 0 where the storage does not say it. */
async function storedSize({ node, itemIndex }: At, { id, fileName }: IBinaryData): Promise<number> {
	const metadata = node.helpers.getBinaryMetadata(id!).catch(({ message: reason }: Error) => {
		const found = { name: fileName ?? id!, reason, sent: 'Nothing of it was sent.' };
		throw unreadFile(node.getNode(), found, itemIndex);
	});
	return (await metadata).fileSize || 0;
}

/**
 * One of the item's files as a multipart form, the values before the file, which is read when the form is sent.
 * Throws as `checkFile` does.
 */
export async function fileForm(call: At, upload: Upload): Promise<FormData> {
	const { from, part, values } = upload;
	const { helpers } = call.node;
	const { file, size: atMost } = await checkFile(call, upload);
	const { id, mimeType: type, fileName } = file;
	const form = new FormData();
	for (const [name, value] of Object.entries(values?.(file) ?? {})) form.append(name, value);
	const whole = async () => await helpers.getBinaryDataBuffer(call.itemIndex, from);
	const size = id && atMost > 0 ? atMost : (await whole()).length;
	const open = async () => (id ? await helpers.getBinaryStream(id) : [await whole()]);
	form.append(part, new StoredFile(open, size, { name: fileName ?? part, type }));
	return form;
}

function binaryOf(
	node: IExecuteFunctions,
	itemIndex: number,
	from: string,
	field: string,
): IBinaryData {
	const file = attempt(() => node.helpers.assertBinaryData(itemIndex, from));
	// Of a name that every object has, such as constructor, n8n gives what that is.
	if (!isError(file) && typeof file.mimeType === 'string') return file;
	throw configurationError(
		node.getNode(),
		`'${field}' names no file: the item has no binary data '${from}'`,
		'Put a node before this one that gives the item a file, and enter the name it gives it.',
		itemIndex,
	);
}

const DATA = 'data';

const outputField = field({
	displayName: 'Put Output File in Field',
	name: 'outputBinaryField',
	type: 'string',
	default: DATA,
	isName: true,
	hint: 'The name of the output binary field to put the file in',
});

/** What a file that an operation makes is called, and where it goes; `name` is what it is called without a choice. */
export const fileFields = (name: string) =>
	fieldList([
		{
			displayName: 'File Name',
			name: 'fileName',
			type: 'string',
			default: name,
			required: true,
			description: 'Name of the file that comes out',
		},
		outputField,
	]);

/** Of bytes the same ones, not a copy: a file may be large. */
const bytesOf = (content: string | Uint8Array): Buffer =>
	typeof content === 'string'
		? Buffer.from(content)
		: Buffer.from(content.buffer, content.byteOffset, content.byteLength);

/** An output item with a file that the operation has made, as File Name and Put Output File in Field say. */
export async function fileItem(
	{
		fields,
		node,
	}: Pick<RunContext<unknown, ValuesOf<ReturnType<typeof fileFields>>>, 'fields' | 'node'>,
	json: FileItem['json'],
	content: string | Uint8Array,
	mimeType: string,
): Promise<FileItem> {
	const named = fields.get('fileName');
	const file = await node.helpers.prepareBinaryData(bytesOf(content), named, mimeType);
	return new FileItem(json, { [fields.get('outputBinaryField') ?? DATA]: file });
}

const downloadFile = field({
	displayName: 'Download File',
	name: 'downloadFile',
	type: 'boolean',
	default: false,
	description: 'Whether to retrieve the file itself, too, once there is one',
});

/** Download File, for an operation whose answer gives the address of one; where it can be waited for, for a run that does. */
export function downloadFields(fields: readonly Field[]): Field[] {
	const ifWanted = shownWith([outputField], { [downloadFile.name]: [true] });
	const both: Field[] = [downloadFile, ...ifWanted];
	return fields.some(({ name }) => name === 'wait') ? shownWith(both, { wait: [true] }) : both;
}

/**
 * The output with the files that `filesIn` finds the addresses of in it: the first under the name that Put Output File
 * in Field has, further ones with a number after it. As it is, where they are not wanted, or there are none yet.
 */
export async function withFiles<Operations>(
	{ api, fields, node }: RunContext<Operations>,
	filesIn: (answer: IDataObject) => FileAddress[],
	output: Output | Output[],
): Promise<Output | Output[]> {
	const { visible } = fields;
	const wanted = fields as Fields<{ downloadFile: boolean; outputBinaryField?: string }>;
	const isShown = visible.some(({ name }) => name === downloadFile.name);
	if (!isShown || !wanted.get('downloadFile') || Array.isArray(output)) return output;
	if (output instanceof FileItem) return output;
	const field = wanted.get('outputBinaryField') ?? DATA;
	const files: Array<[string, IBinaryData]> = [];
	for (const { url, name } of filesIn(output)) {
		if (typeof url !== 'string' || url === '') continue;
		const known = typeof name === 'string' ? name : undefined;
		const { content, fileName, mimeType } = await api.file(url, known);
		const file = await node.helpers.prepareBinaryData(bytesOf(content), fileName, mimeType);
		files.push([files.length === 0 ? field : `${field}_${files.length + 1}`, file]);
	}
	return files.length === 0 ? output : new FileItem(output, Object.fromEntries(files));
}
