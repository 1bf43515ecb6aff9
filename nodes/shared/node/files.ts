import { attempt, isError } from 'lodash';
import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import { field } from '../fields/field';
import { configurationError } from '../fields/nodeError';
import { FileItem, type RunContext } from './operation';

const MEGABYTE = 1024 * 1024;

/** Largest file an upload takes, in megabytes: a multipart body is built in memory. */
const MAX_UPLOAD_MB = 100;

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

/** The item's file, before it is read. Throws NodeOperationError when there is none under that name, or it is too large. */
export async function checkFile(
	{ node, itemIndex }: At,
	{ from, field = fileField.displayName }: Upload,
): Promise<IBinaryData> {
	const file = binaryOf(node, itemIndex, from, field);
	const { id, data } = file;
	const size = id ? (await node.helpers.getBinaryMetadata(id)).fileSize : data.length * 0.75;
	if (size <= MAX_UPLOAD_MB * MEGABYTE) return file;
	throw configurationError(
		node.getNode(),
		`The file in '${from}' has ${Math.ceil(size / MEGABYTE)} MB, more than the ${MAX_UPLOAD_MB} MB this node sends`,
		'An upload is held in memory, so it is limited. Send a smaller file.',
		itemIndex,
	);
}

/** One of the item's files as a multipart form, the values before the file. Throws as `checkFile` does. */
export async function fileForm(call: At, upload: Upload): Promise<FormData> {
	const { from, part, values } = upload;
	const file = await checkFile(call, upload);
	const form = new FormData();
	for (const [name, value] of Object.entries(values?.(file) ?? {})) form.append(name, value);
	const content = await call.node.helpers.getBinaryDataBuffer(call.itemIndex, from);
	form.append(part, new Blob([content], { type: file.mimeType }), file.fileName ?? part);
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

/** An output item that carries a file, in its binary field `data`. */
export async function fileItem(
	node: IExecuteFunctions,
	json: FileItem['json'],
	file: { content: string | Uint8Array; fileName: string; mimeType: string },
): Promise<FileItem> {
	const content = Buffer.from(file.content as string);
	const data = await node.helpers.prepareBinaryData(content, file.fileName, file.mimeType);
	return new FileItem(json, { data });
}
