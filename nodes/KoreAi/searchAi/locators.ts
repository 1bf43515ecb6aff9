import { locator } from '../../shared/node/pickers';

export const content = locator({
	displayName: 'Content',
	name: 'content',
	id: 'fc-1a2b3c4d-5e6f-5a7b-8c9d-0e1f2a3b4c5d',
	description: 'A file, web page or other content of Search AI',
	search: 'contents',
	sentAs: 'contentId',
});

export const chunk = locator({
	displayName: 'Chunk',
	name: 'chunk',
	id: 'chk-1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d',
	description: "A part of a content, by the chunkId that 'Get Many' for chunks gives",
	sentAs: 'chunkId',
});

export const webSource = locator({
	displayName: 'Source',
	name: 'webSource',
	id: 'fs-1a2b3c4d-5e6f-5a7b-8c9d-0e1f2a3b4c5d',
	description: "A web source, by the sourceId that 'Create' or a content gives",
	sentAs: 'sourceId',
});
