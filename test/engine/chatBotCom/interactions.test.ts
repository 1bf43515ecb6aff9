import type { IDataObject } from 'n8n-workflow';

import { byId, fromList } from '../../../engine/jobs';
import { UNKNOWN, storyId, useChatBot } from '../../support/chatBotCom';
import {
	describeBadInput,
	describeCases,
	describeClientToken,
	describeNotFound,
	each,
	same,
	type ChatBotCase,
} from '../../support/chatBotComCases';

/** Interactions of the old builder's stories. */
const bench = useChatBot();

const SUPPORT = storyId('Support');
const story = fromList(SUPPORT);
const RESPONSES = [{ type: 'text', elements: ['Cześć!'] }];

const supportOf = async () => {
	const { stories } = await bench.state();
	return stories.find(({ id }) => id === SUPPORT)!;
};

const cases: ChatBotCase[] = [
	{
		operationId: 'interaction.getAll',
		parameters: { story, returnAll: true },
		path: { storyId: SUPPORT },
		output: each,
	},
	{
		operationId: 'interaction.getWelcome',
		parameters: { story },
		path: { storyId: SUPPORT },
		output: same,
	},
	{
		operationId: 'interaction.getFallback',
		parameters: { story },
		path: { storyId: SUPPORT },
		output: same,
	},
	{
		operationId: 'interaction.updateWelcome',
		parameters: { story, enabled: false, responses: JSON.stringify(RESPONSES) },
		path: { storyId: SUPPORT },
		body: { enabled: false, responses: RESPONSES },
		output: same,
		effect: async () => {
			expect((await supportOf()).welcome).toEqual({ enabled: false, responses: RESPONSES });
			const { json } = await bench.run('interaction.getWelcome', { story });
			expect(json).toMatchObject([{ enabled: false, responses: RESPONSES }]);
		},
	},
];

describe('each operation', () => describeCases(bench, cases));
describe('each refusal', () => describeClientToken(bench, cases));

test('Get: the interaction that Get Many tells', async () => {
	const { json: all } = await bench.run('interaction.getAll', { story, returnAll: true });
	const { interactions } = await supportOf();
	expect(all.map(({ id }) => id)).toEqual(interactions.map(({ id }) => id));
	const [, second] = all as IDataObject[];
	const { json } = await bench.run('interaction.get', {
		story,
		interactionId: second.id as string,
	});
	expect(json).toEqual([second]);
});

describe('what ChatBot.com does not know', () => {
	const nobody = byId(UNKNOWN);
	const noStory = `Story not found: ${UNKNOWN}`;
	describeNotFound(bench, [
		['interaction.getAll', noStory, { story: nobody }],
		['interaction.get', 'Interaction not found: x', { story, interactionId: 'x' }],
		['interaction.getWelcome', noStory, { story: nobody }],
		['interaction.getFallback', noStory, { story: nobody }],
		['interaction.updateWelcome', noStory, { story: nobody }],
	]);
});

describe('what it would not take', () => {
	describeBadInput(bench, [
		[
			'interaction.updateWelcome',
			"'Responses (JSON)' has 100 entries",
			'Give 99 at most',
			{ story, responses: JSON.stringify(Array.from({ length: 100 }, () => RESPONSES[0])) },
		],
		[
			'interaction.get',
			"'Interaction' is empty",
			'Fill it in',
			{ story, interactionId: '={{ "" }}' },
		],
	]);
});
