import { collection } from '../../shared/fields/commonFields';
import { field, fieldList } from '../../shared/fields/field';
import type { ValuesOf } from '../../shared/fields/fields';
import type { RunContext } from '../../shared/node/operation';
import { botLanguage } from '../botLanguage';
import type { Operations } from '../contract';
import { fileField, fileId, fileSource, upload } from '../upload';

/** A suite, which Kore.ai finds by its name. */
export const testSuite = field({
	displayName: 'Test Suite Name',
	name: 'testSuiteName',
	type: 'string',
	isName: true,
	default: '',
	required: true,
	placeholder: 'e.g. Regression',
	description: 'Name of the test suite, as the bot shows it',
});

export const testRun = field({
	displayName: 'Test Run ID',
	name: 'testRunId',
	type: 'string',
	isId: true,
	default: '',
	required: true,
	description: "The testRunId that 'Run' returned",
});

/** Which version of the bot is tested. */
export const version = field({
	displayName: 'Version of Bot',
	name: 'version',
	type: 'options',
	options: [
		{ name: 'In Development', value: 'inDevelopment' },
		{ name: 'Published', value: 'published' },
	],
	default: 'inDevelopment',
});

/** With which engine a batch test finds out what people mean. */
export const engine = field({
	displayName: 'Engine',
	name: 'engine',
	type: 'options',
	options: [
		{ name: 'Dialog GPT', value: 'dgpt' },
		{ name: 'Machine Learning', value: 'regression' },
	],
	default: 'regression',
});

/** Whoever acts for Kore.ai: a test runs in the name of somebody. */
export const userEmail = field({
	displayName: 'User Email',
	name: 'userEmailId',
	type: 'string',
	isId: true,
	default: '',
	required: true,
	placeholder: 'e.g. jane@example.com',
	description: 'Email of the owner of the bot, or of a developer it is shared with',
});

/** The language of the tests, as a header; Kore.ai's samples have it, and do not say what is meant without it. */
export const testLanguage = field({ ...botLanguage, sentAs: 'bot-language' });

/** What all operations on tests have that need nothing else. */
export const languageOption = collection('Options', [testLanguage]);

/** The file that a suite is made of. */
export const suiteFile = fieldList([
	fileSource,
	{ ...fileField, displayOptions: { show: { fileSource: ['binary'] } } },
	{ ...fileId, displayOptions: { show: { fileSource: ['id'] } } },
]);

/** Its ID, which Kore.ai takes as the file's name; it is uploaded first if it is the item's. */
export async function suiteFileOf(
	call: RunContext<Operations, ValuesOf<typeof suiteFile>>,
): Promise<string> {
	const { fields } = call;
	if (fields.get('fileSource') === 'id') return fields.get('fileId');
	return (await upload(call, fields.get('binaryField'), 'bulkImport')).fileId;
}
