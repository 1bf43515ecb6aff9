const bot = {
	__rl: true,
	mode: 'id',
	value: 'st-11111111-1111-5111-8111-111111111111',
};

/** The panels of how bots are built and tested: at least one of every resource. */
export const building = [
	{
		operation: 'bot.export',
		parameters: { bot },
		labels: ['Bot', 'Version of Bot', 'Wait for Completion', 'Simplify', 'Options'],
	},
	{
		operation: 'botVariable.import',
		parameters: { bot },
		labels: ['Bot', 'Specify Variables', 'Variables'],
	},
	{ operation: 'channel.enable', parameters: { bot }, labels: ['Bot', 'Channel'] },
	{
		operation: 'language.add',
		parameters: { bot },
		labels: ['Bot', 'Language', 'NLU Language', 'Definition Mode', 'Additional Fields'],
	},
	{
		operation: 'batchTest.run',
		parameters: { bot },
		labels: ['Bot', 'Test Suite Name', 'Version of Bot', 'Wait for Completion', 'Simplify'],
	},
	{
		operation: 'conversationTest.create',
		parameters: { bot },
		labels: ['Bot', 'Test Suite Name', 'User Email', 'File', 'Wait for Completion', 'Simplify'],
	},
];
