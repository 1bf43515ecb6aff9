/** Upload File API and Import Bot into an Existing Bot API. */
import { createHash } from 'node:crypto';
import type { Clock } from '../../clock';
import { ApiError, type ApiRequest, type Handler, type UploadedFile } from '../../types';
import {
	find,
	hexOf,
	idOf,
	isoText,
	lookAt,
	newJob,
	OWNER_ID,
	type Import,
	type ImportInput,
	type KoreAiState,
	type NewBotInput,
	type StoredFile,
} from './state';

const CONTEXTS = ['bulkImport', 'findly'];

/** Bytes of a file that are kept. */
const KEPT = 100_000;

/** A file with this in it lets its import fail. */
const FAILS = /"fail"\s*:\s*true/;

function isBroken({ content }: UploadedFile, extension: string): boolean {
	if (extension !== 'json') return false;
	const text = content.toString('utf8');
	try {
		JSON.parse(text);
		return FAILS.test(text);
	} catch {
		return true;
	}
}

function stored({ body, files }: ApiRequest, number: number): StoredFile {
	const file = files.find(({ field }) => field === 'file');
	if (file === undefined) throw new ApiError(400, 'file has to be a file');
	const { fileContext: context, fileExtension } = body as Record<string, string>;
	// Guess: other contexts than the documented ones are refused.
	if (!CONTEXTS.includes(context)) throw new ApiError(400, `Unknown fileContext: ${context}`);
	const extension = fileExtension.replace(/^\./, '').toLowerCase();
	return {
		id: hexOf(`file ${number}`),
		name: file.filename,
		context,
		extension,
		size: file.content.length,
		hash: createHash('sha256').update(file.content).digest('hex'),
		text: file.content.subarray(0, KEPT).toString('utf8'),
		isBroken: isBroken(file, extension),
	};
}

const log = (taskType: string, taskName: string, status = 'success') => ({
	taskType,
	taskName,
	status,
});

function view(job: Import, status: string, statusLogs: object[]) {
	return {
		_id: job.id,
		status,
		streamRefId: idOf('ref', job.botId).slice('ref-'.length),
		requestType: 'Botimport',
		statusLogs,
		createdBy: OWNER_ID,
		createdOn: isoText(job.startedAt),
		__v: 0,
	};
}

function statusView(job: Import, botName: string, isDone: boolean) {
	const begun = [log('importRequest', botName)];
	const { botFunctions = [] } = job.input;
	if (!isDone) return view(job, 'pending', begun);
	// Guess: the words for a failure were not found, neither here nor in the logs.
	if (job.fails) return view(job, 'failed', [...begun, log('Bot Definition', botName, 'failed')]);
	return view(job, 'success', [
		...begun,
		log('Bot Definition', botName),
		...(botFunctions.length > 0 ? [log('BotFunctions', 'Bot Functions')] : []),
		log('importBot', botName),
	]);
}

/** The name in a bot's definition; undefined when the file is none. */
function nameIn({ text, extension, isBroken: broken }: StoredFile): string | undefined {
	if (extension !== 'json' || broken) return undefined;
	const { name } = JSON.parse(text) as { name?: unknown };
	return typeof name === 'string' ? name : undefined;
}

/** Handlers of upload, import and its status. */
export function importHandlers(state: KoreAiState, clock: Clock): Record<string, Handler> {
	/** Inferred: what was not uploaded for an import is refused at once. */
	const fileOf = (id: string, what: string) => {
		const file = find(state.files, id, `File of ${what}`);
		if (file.context === 'bulkImport') return file;
		throw new ApiError(400, `File of ${what} was not uploaded for bulkImport: ${id}`);
	};

	return {
		'bot.uploadFile': (request) => {
			const file = stored(request, state.files.length);
			state.files.push(file);
			return { fileId: file.id, hash: file.hash };
		},
		'bot.import': ({ params, body }) => {
			const input = body as ImportInput;
			const files = [
				fileOf(input.botDefinition, 'botDefinition'),
				fileOf(input.configInfo, 'configInfo'),
				...(input.botFunctions ?? []).map((id) => fileOf(id, 'botFunctions')),
			];
			const job: Import = {
				...newJob(idOf('bir', String(state.imports.length)), clock),
				botId: params.botId,
				input,
				fails: files.some(({ isBroken: broken }) => broken),
			};
			state.imports.push(job);
			return view(job, 'pending', [log('importRequest', find(state.bots, job.botId, 'Bot').name)]);
		},
		'bot.importAsNew': ({ body }) => {
			const input = body as NewBotInput;
			const { botDefinition, configInfo, icon, botFunctions = [], zipInfo } = input;
			const given = Object.entries({ botDefinition, configInfo, icon, zipInfo });
			const files = given.flatMap(([what, id]) => (id === undefined ? [] : [fileOf(id, what)]));
			for (const id of botFunctions) files.push(fileOf(id, 'botFunctions'));
			const number = state.imports.length;
			const job: Import = {
				...newJob(idOf('bir', String(number)), clock),
				botId: idOf('st', `imported ${number}`),
				input,
				// Inferred: without one, a bot is called as the one that was exported.
				newName: input.name ?? nameIn(files[0]) ?? `Imported Bot ${number}`,
				fails: files.some(({ isBroken: broken }) => broken),
			};
			state.imports.push(job);
			return view(job, 'pending', [log('importRequest', String(job.newName))]);
		},
		'bot.getImportStatus': ({ params }) => {
			const job = find(state.imports, params.importId, 'Import request');
			const { botId: id, newName } = job;
			const isDone = lookAt(job, clock);
			const isNew = newName !== undefined && !state.bots.some((bot) => bot.id === id);
			if (isNew && isDone && !job.fails) {
				const createdAt = clock.now();
				state.bots.push({ id, name: newName, channels: [], isPublished: false, createdAt });
			}
			const name = newName ?? find(state.bots, id, 'Bot').name;
			return { ...statusView(job, name, isDone), streamId: id };
		},
	};
}
