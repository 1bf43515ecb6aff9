/** How bots are built beside their import: export, functions, sample bots, linked apps and NLP configuration. */
import { fileAddress } from '../../files';
import type { Clock } from '../../clock';
import { ApiError, type Handler } from '../../types';
import type { BotExport } from './buildingState';
import {
	find,
	hexOf,
	idOf,
	isoText,
	lookAt,
	newJob,
	OWNER_ID,
	type Bot,
	type KoreAiState,
} from './state';

/** What a sample bot has; any ID of one is known. */
const DIALOGS = ['Find Task', 'Create Task'];

/** An export that leaves out all of these words' variables fails. */
const FAILS = 'fail';

function exportView(job: BotExport, isDone: boolean) {
	return {
		_id: job.id,
		// Guess: the word for a failure.
		status: isDone ? (job.fails ? 'failed' : 'success') : 'pending',
		createdBy: OWNER_ID,
		exportType: job.exportType,
		requestType: 'Botexport',
		createdOn: isoText(job.startedAt),
		__v: 0,
	};
}

/** What is linked to a bot: the third bot to the first, as both stand there. */
const linkedTo = (bot: Bot, bots: Bot[]) =>
	(bot === bots[0] ? bots.slice(2, 3) : []).map(({ id, name, createdAt, isPublished }) => ({
		app: {
			_id: id,
			name,
			defaultLanguage: 'en',
			appType: 'unified',
			type: 'default',
			status: 1,
			isDialogGPTEnabled: false,
			configuredVersion: Math.floor(createdAt / 1000),
			publishedVersion: String(Math.floor(createdAt / 1000)),
		},
		isPublished,
	}));

/** Handlers of export, functions, sample bots, linked apps and NLP configuration. */
export function buildingHandlers(state: KoreAiState, clock: Clock): Record<string, Handler> {
	const { building } = state;

	return {
		'bot.export': ({ params, body }) => {
			const { exportType, ...input } = body as { exportType: string; exportOptions?: object };
			const job: BotExport = {
				...newJob(idOf('ber', String(building.exports.length)), clock),
				botId: params.botId,
				exportType,
				input,
				fails: JSON.stringify(input).includes(`"ignore":["${FAILS}"]`),
			};
			building.exports.push(job);
			return { ...exportView(job, false), streamId: job.botId };
		},
		'bot.getExportStatus': ({ headers, params, query }) => {
			const { exportType } = query as { exportType?: string };
			const job = building.exports
				.filter(
					(one) => one.botId === params.botId && one.exportType === (exportType ?? one.exportType),
				)
				.at(-1);
			// Guess: a bot that was never exported has no status.
			if (job === undefined) throw new ApiError(400, 'No export request found');
			const isDone = lookAt(job, clock);
			return {
				...exportView(job, isDone),
				botId: job.botId,
				...(isDone && !job.fails
					? {
							downloadURL: fileAddress({ headers }, `${job.id}.zip`),
							fileId: hexOf(`export ${job.id}`),
							store: { urlParams: `clientfilename=${job.id}.zip` },
							fileSize: '947',
						}
					: {}),
			};
		},
		'bot.importFunctions': ({ params, body }) => {
			const [{ fileId, fileName }] = body as Array<{ fileId: string; fileName: string }>;
			const file = state.files.find(({ id }) => id === fileId);
			// Documented.
			if (file?.context !== 'bulkImport') throw new ApiError(400, 'Invalid file id');
			building.functions.push({ botId: params.botId, fileId, fileName });
			return {
				requestType: 'BotImport',
				// Guess: that a file without functions is told so.
				status: file.text.trim() === '' ? 'Failed' : 'Success',
				createdOn: isoText(clock.now()),
				_id: hexOf(`functions ${building.functions.length}`),
				createdBy: OWNER_ID,
				__v: 0,
				fileId,
				fileName,
			};
		},
		'bot.installSample': ({ params }) => {
			const name = `Asana Sample ${state.bots.length}`;
			const bot: Bot = {
				id: idOf('st', `sample ${state.bots.length} ${params.sampleBotId}`),
				name,
				channels: [],
				isPublished: false,
				createdAt: clock.now(),
			};
			state.bots.push(bot);
			return {
				visibility: { namespace: 'private', namespaceIds: [OWNER_ID] },
				languages: [],
				alerts: [idOf('l', bot.id)],
				actions: [],
				dialogs: DIALOGS.map((dialog) => idOf('dg', `${bot.id} ${dialog}`)),
				widgets: [],
				panels: [],
				forms: [],
				featured: false,
				state: 'setup',
				defaultLanguage: 'en',
				_id: bot.id,
				name,
				originalName: 'Asana Sample',
				color: '#E44929',
			};
		},
		'bot.getLinkedApps': ({ params }) => {
			const linked = linkedTo(find(state.bots, params.botId, 'Bot'), state.bots);
			const published = linked.filter(({ isPublished }) => isPublished);
			const part = (apps: typeof linked) => ({
				linkedApps: apps.map(({ app }) => app._id),
				isUXOUB: apps.length > 0,
			});
			return {
				type: 'unified',
				appType: 'unified',
				isUXOUB: linked.length > 0,
				isDialogGPTEnabled: true,
				configuredLinkedApps: linked.map(({ app }) => app),
				publishedLinkedApps: published.map(({ app }) => app),
				uxoUBConfigured: part(linked),
				uxoUBPublished: part(published),
			};
		},
		'bot.updateNlpConfiguration': ({ params, query, body }) => {
			const { language, groupName } = query as { language: string; groupName?: string };
			building.nlpChanges.push({
				botId: params.botId,
				language,
				groupName,
				configuration: body as object,
			});
			return {};
		},
	};
}
