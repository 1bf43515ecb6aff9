import Ajv from 'ajv';
import { itemsOf } from '../../../scripts/n8n/api';
import type { Demonstration } from '../../../scripts/n8n/demonstration';
import { demonstrations } from '../../../scripts/n8n/demonstrations';
import { keywordAlert } from '../../../scripts/n8n/demonstrations/keywordAlert';
import { winBack } from '../../../scripts/n8n/demonstrations/winBack';
import type { Playground } from '../../../scripts/n8n/playground';
import type { VersionName } from '../../../scripts/n8n/versions';
import { agentTests } from './agent';
import { APPROVAL, approvalTests } from './approval';
import { campaignTests } from './campaigns';
import { chatBotComTests } from './chatBotCom';
import { chatBotComTriggerTests } from './chatBotComTrigger';
import { helpCenterTests } from './helpCenter';
import { kodaTests } from './koda';
import { koopidTests } from './koopid';
import { koreAiTests } from './koreAi';
import { koreAiCampaignTests } from './koreAiCampaign';
import { koreAiEventTests } from './koreAiEvents';
import { koreAiKnowledgeTests } from './koreAiKnowledge';
import { koreAiReportTests } from './koreAiReport';
import { koreAiRosterTests } from './koreAiRoster';
import { koreAiTalkTests } from './koreAiTalk';
import { koreAiTestingTests } from './koreAiTesting';
import { naxonTests } from './naxon';
import { createRunner, type Runner } from './runner';

/** What no preview can show: columns of a report that depend on the campaign, and what comes of the credential's default. */
const UNFORESEEN = /^(?:status_|collected_|botId$|providerId$)/;

function demonstrationTests({ playground, find }: Runner, shown: Demonstration[]): void {
	it.each(shown)('$workflow: n8n and the sandbox agree', async ({ run, workflow }) => {
		const rows = await run(playground(), find(workflow));
		expect(rows.length).toBeGreaterThan(0);
		expect(rows.filter(({ agrees }) => !agrees)).toEqual([]);
	});
}

/** An example of each kind of work: a campaign, a webhook, moderation, a sync, an agent with tools. */
export function shortWorkflowTests(playground: () => Playground): void {
	const runner = createRunner(playground);
	demonstrationTests(runner, [winBack, keywordAlert]);
	for (const tests of [campaignTests, kodaTests, helpCenterTests, agentTests]) tests(runner);
}

/** The example workflows, run through n8n, checked in n8n's executions and in the sandbox. */
export function workflowTests(playground: () => Playground, version?: VersionName): void {
	const runner = createRunner(playground, version);
	const tokens = async () => (await playground().sandbox.requests('koda', 'token')).length;
	let before: number;

	beforeAll(async () => {
		before = await tokens();
	});

	// What is said now must not be in n8n's future, so this comes before anything lets time pass at the services.
	koreAiTalkTests(runner);

	demonstrationTests(runner, demonstrations);

	for (const tests of [
		campaignTests,
		kodaTests,
		helpCenterTests,
		naxonTests,
		koreAiTests,
		koreAiCampaignTests,
		koreAiKnowledgeTests,
		koreAiReportTests,
		koreAiRosterTests,
		koreAiEventTests,
		koreAiTestingTests,
		chatBotComTests,
		chatBotComTriggerTests,
		koopidTests,
		agentTests,
	]) {
		tests(runner);
	}
	if (runner.canRun(APPROVAL)) describe(APPROVAL, () => approvalTests(runner));

	it('gives out what n8n previewed before the first run', async () => {
		const { api } = playground().n8n;
		const checked: string[] = [];
		for (const workflow of playground().workflows.filter(({ file }) => runner.canRun(file))) {
			const [id] = await api.executionIds(workflow.id);
			const execution = await api.execution(id);
			for (const { name, type, parameters } of workflow.nodes) {
				const { resource, operation } = parameters;
				if (typeof resource !== 'string' || execution.runData[name] === undefined) continue;
				// The preview is of what an operation returns by default.
				if (parameters.return !== undefined) continue;
				const schema = await api.nodeTypes.outputSchema(type, resource, String(operation));
				if (schema === undefined) continue;
				const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
				for (const item of itemsOf(execution, name)) {
					expect([name, validate(item), validate.errors]).toEqual([name, true, null]);
					const previewed = Object.keys(schema.properties ?? {});
					const others = Object.keys(item).filter(
						(key) => !previewed.includes(key) && !UNFORESEEN.test(key),
					);
					expect([name, others]).toEqual([name, []]);
				}
				checked.push(name);
			}
		}
		expect(checked).toEqual(
			expect.arrayContaining([
				'Ask',
				'Create Call Lists',
				'Create Campaign',
				'Get Conversation',
				'Get Report',
				'Get Many Messages',
				'Publish Bot',
				'Redacted Messages With Plot',
				'Send Query',
				'Sync Documents',
				'Sync FAQs',
			]),
		);
	});

	it('keeps to the contracts and asks for one token at most', async () => {
		const { sandbox } = playground();
		const all = await sandbox.requests();
		expect(all.length).toBeGreaterThan(10);
		const bad = all.filter(({ status, contractErrors }) => status >= 400 || contractErrors.length);
		expect(bad.map(({ operationId, contractErrors }) => [operationId, contractErrors])).toEqual([]);
		expect((await tokens()) - before).toBeLessThanOrEqual(1);
	});
}
