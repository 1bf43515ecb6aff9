const TEST_SCOPES = [
	'Batch Tests Management',
	'Conversation Tests Execution',
	'Conversation Tests Management',
];

/** Scopes of apps for how bots are built and tested: of the Admin Console, and of a bot. */
export const BUILDING_SCOPES = {
	admin: [
		...TEST_SCOPES,
		'Bot Definition › Bot Create',
		'Bot Definition › Bot Export',
		'Channel Management',
		'Getlinkedbotdetails',
		'Language Settings › Language Management',
		'Test › NLP Configurations & Train',
	],
	builder: [
		...TEST_SCOPES,
		'Batch Tests Execution',
		'Bot Export',
		'Export Variables',
		'Get linked App details',
		'Import Variables',
		'Language Configuration',
		'NLP Configurations',
		'SDKPushNotifications',
	],
};
