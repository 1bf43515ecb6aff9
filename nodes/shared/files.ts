import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import { invalid } from './errors';

const MEGABYTE = 1024 * 1024;

/** Largest file an upload takes, in megabytes: a multipart body is built in memory. */
const MAX_UPLOAD_MB = 100;

/**
 * The binary data of one item as a multipart form with the single part `part`.
 * Throws NodeOperationError when the item has none under that name, or when it is too large.
 */
export async function fileForm(
	node: IExecuteFunctions,
	itemIndex: number,
	binaryField: string,
	part: string,
): Promise<FormData> {
	const { fileName, mimeType, id, data } = binaryOf(node, itemIndex, binaryField);
	const size = id ? (await node.helpers.getBinaryMetadata(id)).fileSize : data.length * 0.75;
	if (size > MAX_UPLOAD_MB * MEGABYTE) {
		throw invalid(
			node.getNode(),
			`The file in '${binaryField}' has ${Math.ceil(size / MEGABYTE)} MB, more than the ${MAX_UPLOAD_MB} MB this node sends`,
			'An upload is held in memory, so it is limited. Send a smaller file.',
			itemIndex,
		);
	}
	const content = await node.helpers.getBinaryDataBuffer(itemIndex, binaryField);
	const form = new FormData();
	form.append(part, new Blob([content], { type: mimeType }), fileName ?? part);
	return form;
}

function binaryOf(node: IExecuteFunctions, itemIndex: number, binaryField: string): IBinaryData {
	try {
		return node.helpers.assertBinaryData(itemIndex, binaryField);
	} catch {
		throw invalid(
			node.getNode(),
			`'Input Data Field Name' names no file: the item has no binary data '${binaryField}'`,
			'Put a node before this one that gives the item a file, and enter the name it gives it.',
			itemIndex,
		);
	}
}
