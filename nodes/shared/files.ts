import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import { invalid } from './errors';
import type { Field } from './fields';
import { FileItem, type Call } from './operation';

const MEGABYTE = 1024 * 1024;

/** Largest file an upload takes, in megabytes: a multipart body is built in memory. */
const MAX_UPLOAD_MB = 100;

/** Where an operation finds a file: the name of one of the item's binary fields. */
export const fileField: Field = {
	displayName: 'Input Data Field Name',
	name: 'binaryField',
	type: 'string',
	default: 'data',
	required: true,
	hint: 'The name of the input field containing the file to send',
};

/** Which file is sent, and as what. */
interface Upload {
	/** Name of the item's binary field. */
	from: string;
	/** The node's field that names it, as the editor shows it; Input Data Field Name without it. */
	field?: string;
	/** Name of the multipart part. */
	part: string;
	/** Parts beside the file. */
	values?: Record<string, string>;
}

/**
 * One of the item's files as a multipart form, the values before the file.
 * Throws NodeOperationError when the item has none under that name, or when it is too large.
 */
export async function fileForm(
	{ node, itemIndex }: Pick<Call<unknown>, 'node' | 'itemIndex'>,
	{ from, field = fileField.displayName, part, values = {} }: Upload,
): Promise<FormData> {
	const { fileName, mimeType, id, data } = binaryOf(node, itemIndex, from, field);
	const size = id ? (await node.helpers.getBinaryMetadata(id)).fileSize : data.length * 0.75;
	if (size > MAX_UPLOAD_MB * MEGABYTE) {
		throw invalid(
			node.getNode(),
			`The file in '${from}' has ${Math.ceil(size / MEGABYTE)} MB, more than the ${MAX_UPLOAD_MB} MB this node sends`,
			'An upload is held in memory, so it is limited. Send a smaller file.',
			itemIndex,
		);
	}
	const content = await node.helpers.getBinaryDataBuffer(itemIndex, from);
	const form = new FormData();
	for (const [name, value] of Object.entries(values)) form.append(name, value);
	form.append(part, new Blob([content], { type: mimeType }), fileName ?? part);
	return form;
}

/** The item's file in one of its binary fields. Throws NodeOperationError when there is none. */
export function binaryOf(
	node: IExecuteFunctions,
	itemIndex: number,
	from: string,
	field: string,
): IBinaryData {
	try {
		return node.helpers.assertBinaryData(itemIndex, from);
	} catch {
		throw invalid(
			node.getNode(),
			`'${field}' names no file: the item has no binary data '${from}'`,
			'Put a node before this one that gives the item a file, and enter the name it gives it.',
			itemIndex,
		);
	}
}

/** An output item that carries a text as a file, in its binary field `data`. */
export async function textFile(
	node: IExecuteFunctions,
	json: FileItem['json'],
	file: { content: string; fileName: string; mimeType: string },
): Promise<FileItem> {
	const content = Buffer.from(file.content);
	const data = await node.helpers.prepareBinaryData(content, file.fileName, file.mimeType);
	return new FileItem(json, { data });
}
