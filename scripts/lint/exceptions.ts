/** Rules that no built description can satisfy, and why. */
export const OFF = {
	// A constant of n8n-workflow is its text once built; the sources are checked for it.
	'@n8n/community-nodes/node-connection-type-literal': 'off',
} as const;

/** A rule that is wrong about one text. */
export interface Exception {
	/** Class name of the node. */
	node: string;
	rule: string;
	text: string;
}

/** Each with why; one that is not needed any more is an offence itself. */
export const EXCEPTIONS: Exception[] = [
	{
		// The island's name has a small letter.
		node: 'Koda',
		rule: 'n8n-nodes-base/node-param-display-name-miscased',
		text: 'Tristan da Cunha (+290)',
	},
	{
		node: 'KoreAiContactCenter',
		rule: 'n8n-nodes-base/node-param-display-name-miscased',
		text: 'Tristan da Cunha (+290)',
	},

	{
		// The plural of an abbreviation.
		node: 'KoreAi',
		rule: 'n8n-nodes-base/node-param-operation-option-action-miscased',
		text: 'Sync FAQs',
	},
];
