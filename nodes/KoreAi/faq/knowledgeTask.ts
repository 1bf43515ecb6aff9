import type { IDataObject } from 'n8n-workflow';

import type { Paging } from '../../shared/call/paging';
import { returnAllOrLimit } from '../../shared/fields/commonFields';
import { objectsIn } from '../../shared/fields/lists';
import { operation, resource } from '../api';
import { bot } from '../locators';
import { language } from './fields';

/** The task with its nodes, in nine fields. */
export const simplify = (row: IDataObject): IDataObject => ({
	knowledgeTaskId: row._id,
	name: row.name,
	language: row.language,
	state: row.state,
	faqCount: row.faqCount,
	createdOn: row.createdOn,
	modifiedOn: row.modifiedOn,
	publishedOn: row.publishedOn,
	nodes: objectsIn(row.taxonomy).map(({ nodeId, label, level, faqCount }) => ({
		nodeId,
		label,
		level,
		faqCount,
	})),
});

/** Kore.ai answers one, as no list. */
const paging: Paging = {
	size: 50,
	read: (body) => {
		const tasks = objectsIn<IDataObject>(body);
		const isGood = tasks.length > 0 && tasks.every(({ _id }) => _id !== undefined);
		return { rows: isGood ? tasks : undefined };
	},
};

const getMany = operation('knowledgeTask.getAll', {
	name: 'Get Many',
	action: 'Get many knowledge tasks',
	description: 'Retrieve the knowledge tasks of a language with the nodes of their knowledge graph',
	simplify,
	fields: [bot, language, ...returnAllOrLimit],
	key: ['_id'],
	paging,
});

export const knowledgeTasks = resource('Knowledge Task', getMany);
