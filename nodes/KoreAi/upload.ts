import type { IBinaryData } from 'n8n-workflow';

import { field } from '../shared/fields/field';
import { fileField, fileForm } from '../shared/node/files';
import type { RunContext } from '../shared/node/operation';
import type { Operations } from './contract';

/** What a file is for (docs/evidence/kore-ai.md §3.9): Search AI, or anything else. */
type Context = 'findly' | 'bulkImport';

/** The kind of a file, without a dot: by its name, or else as n8n knows it. */
export const extensionOf = ({ fileName, fileExtension }: IBinaryData): string | undefined =>
	/\.(\w+)$/.exec(fileName ?? '')?.[1] ?? fileExtension;

/** Where a file is taken from. */
export const fileSource = field({
	displayName: 'File',
	name: 'fileSource',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'From Input Data', value: 'binary', description: 'Upload it first' },
		{ name: 'Uploaded Before', value: 'id', description: 'By its file ID' },
	],
	default: 'binary',
});

export { fileField };

/** The ID that an earlier upload gave. */
export const fileId = field({
	displayName: 'File ID',
	name: 'fileId',
	type: 'string',
	isId: true,
	default: '',
	required: true,
	description: "The fileId that 'Upload File' of the resource Bot returned",
});

/** A file at Kore.ai, and its name if that is known. */
export interface Uploaded {
	fileId: string;
	/** Undefined where the item's file has none. */
	fileName?: string;
	fileExtension: string;
}

/** Uploads the item's file. Once it is there, n8n's Retry On Fail does not upload it again. */
export async function upload(
	call: RunContext<Operations>,
	from: string,
	fileContext: Context,
): Promise<Uploaded> {
	const { api } = call;
	return await api.once('file', async () => {
		const sent = { fileName: undefined as string | undefined, fileExtension: '' };
		const body = await fileForm(call, {
			from,
			part: 'file',
			values: (file) => {
				sent.fileName = file.fileName;
				sent.fileExtension =
					extensionOf(file) ??
					api.fail(
						`The file in '${from}' has no extension`,
						'Give it a name with one, such as guide.pdf.',
					);
				return { fileContext, fileExtension: sent.fileExtension };
			},
		});
		const { fileId: id } = await api.call('bot.uploadFile', { body });
		return { fileId: String(id), ...sent };
	});
}
