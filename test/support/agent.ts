import { convertToOpenAITool } from '@langchain/core/utils/function_calling';
import { WorkflowExecute } from 'n8n-core';
import type {
	EngineResponse,
	IExecuteFunctions,
	INode,
	INodeParameters,
	INodeType,
	INodeTypes,
	IRun,
	NodeOutput,
} from 'n8n-workflow';
import { NodeConnectionTypes, NodeHelpers, Workflow } from 'n8n-workflow';

import type { Conversation, Reply } from '../../sandbox/modelScript';
import { additionalData, nodeTypes as packTypes, type Job } from '../../engine/runNode';

const PACK = 'n8n-nodes-chatbot-platforms';
const AGENT = 'test.agent';
const MAX_TURNS = 10;

/** Answers a conversation, seeing nothing else. */
export type Model = (conversation: Conversation) => Reply;

/** One of the pack's nodes as n8n hangs it to an agent. */
export interface ToolNode {
	/** The node's name, such as `koda`. */
	node: string;
	parameters: INodeParameters;
	settings?: Partial<INode>;
}

export interface AgentJob {
	question: string;
	model: Model;
	tools: ToolNode[];
	credentials: Job['credentials'];
}

export interface AgentResult {
	/** What the agent said at last; undefined when it did not come to that. */
	answer?: string;
	/** Everything the model was shown and said. */
	conversation: Conversation;
	/** The texts that tools gave the model, oldest first. */
	results: string[];
	run: IRun;
}

type Tool = Parameters<typeof convertToOpenAITool>[0] & { metadata: { sourceNodeName: string } };

/** What the agent carries from one call of the engine to the next. */
interface Memory {
	messages: Conversation['messages'];
}

/** A tool variant as n8n makes it of a node (packages/cli/src/tool-generation/ai-tools.ts, by its build). */
function asTool(type: INodeType): INodeType {
	const { description } = type;
	const tool = Object.create(type) as INodeType;
	tool.description = {
		...description,
		name: `${description.name}Tool`,
		inputs: [],
		outputs: [NodeConnectionTypes.AiTool],
	};
	return tool;
}

const nodeOf = (name: string, type: string, more: Partial<INode> = {}): INode => ({
	id: name,
	name,
	type,
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
	...more,
});

/** What n8n's AI Agent (version 3) shows the model of a tool's run: its items, or the error's message alone. */
function observed({ data }: EngineResponse['actionResponses'][number]): string {
	const items = data.data?.[NodeConnectionTypes.AiTool]?.[0] ?? [];
	return JSON.stringify(items.map(({ json }) => json));
}

/**
 * An agent that does with tools what n8n's AI Agent does: it gets them from the engine, asks the model,
 * has the engine run the tools' nodes and goes on with their items.
 */
function agentType(model: Model, seen: Conversation): INodeType {
	return {
		description: {
			displayName: 'Agent',
			name: 'agent',
			group: ['transform'],
			version: 1,
			description: 'Stands for the AI Agent',
			defaults: {},
			inputs: [NodeConnectionTypes.Main, NodeConnectionTypes.AiTool],
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		},
		async execute(this: IExecuteFunctions, response?: EngineResponse): Promise<NodeOutput> {
			const tools = (await this.getInputConnectionData(NodeConnectionTypes.AiTool, 0)) as Tool[];
			const [{ json }] = this.getInputData();
			const { messages: before } = (response?.metadata ?? {}) as Partial<Memory>;
			const messages = before ?? [{ role: 'user' as const, content: String(json.chatInput) }];
			for (const answered of response?.actionResponses ?? []) {
				messages.push({
					role: 'tool',
					content: observed(answered),
					tool_call_id: answered.action.id,
				});
			}
			const shown = tools.map((tool) => convertToOpenAITool(tool)) as Conversation['tools'];
			Object.assign(seen, { messages, tools: shown });
			if (messages.length > 2 * MAX_TURNS) throw new Error('The model comes to no end');
			const reply = model({ messages: [...messages], tools: shown });
			if ('answer' in reply) return [[{ json: { output: reply.answer } }]];
			const calls = reply.calls.map((call, index) => ({
				...call,
				id: `call_${messages.length}_${index}`,
			}));
			messages.push({
				role: 'assistant',
				content: '',
				tool_calls: calls.map(({ id, name, arguments: given }) => ({
					id,
					type: 'function',
					function: { name, arguments: JSON.stringify(given) },
				})),
			});
			const actions = calls.map(({ id, name, arguments: given }) => {
				const index = shown.findIndex((tool) => tool.function.name === name);
				if (index < 0) throw new Error(`No tool is called ${name}`);
				const input = JSON.parse(JSON.stringify(given)) as Record<string, never>;
				return {
					actionType: 'ExecutionNodeAction' as const,
					nodeName: tools[index].metadata.sourceNodeName,
					input,
					type: NodeConnectionTypes.AiTool,
					id,
					metadata: { itemIndex: 0 },
				};
			});
			return { actions, metadata: { messages } };
		},
	};
}

/** Runs an agent with nodes of the pack as its tools in n8n's own engine. Tools have the names that n8n gives them. */
export async function runAgent({
	question,
	model,
	tools,
	credentials,
}: AgentJob): Promise<AgentResult> {
	const seen: Conversation = { messages: [], tools: [] };
	const agent = agentType(model, seen);
	const byName = (name: string): INodeType => {
		if (name === AGENT) return agent;
		const type = packTypes.getByNameAndVersion(name.replace(/Tool$/, '')) as INodeType;
		return name.endsWith('Tool') ? asTool(type) : type;
	};
	const nodeTypes: INodeTypes = {
		getByName: byName,
		getByNameAndVersion: byName,
		getKnownTypes: () => ({}),
	};
	const toolNodes = tools.map(({ node, parameters, settings }) => {
		const type = `${PACK}.${node}Tool`;
		const { description } = byName(type);
		const accounts = (description.credentials ?? []).map(({ name }) => [name, { id: name, name }]);
		return nodeOf(NodeHelpers.makeNodeName(parameters, description), type, {
			parameters,
			credentials: Object.fromEntries(accounts) as INode['credentials'],
			...settings,
		});
	});
	const start = nodeOf('Source', 'test.source');
	const workflow = new Workflow({
		id: 'test',
		nodes: [start, nodeOf('Agent', AGENT), ...toolNodes],
		connections: {
			Source: { main: [[{ node: 'Agent', type: 'main', index: 0 }]] },
			...Object.fromEntries(
				toolNodes.map(({ name }) => [
					name,
					{ ai_tool: [[{ node: 'Agent', type: NodeConnectionTypes.AiTool, index: 0 }]] },
				]),
			),
		},
		active: false,
		nodeTypes,
		settings: { timezone: 'Europe/Warsaw', executionOrder: 'v1' },
	});
	const run = await new WorkflowExecute(additionalData(credentials), 'manual').run({
		workflow,
		startNode: start,
		pinData: { Source: [{ json: { chatInput: question } }] },
	});
	const [said] = run.data.resultData.runData.Agent?.at(-1)?.data?.main[0] ?? [];
	const answer = said?.json.output as string | undefined;
	const results = seen.messages.flatMap((one) => (one.role === 'tool' ? [one.content] : []));
	return { answer, conversation: seen, results, run };
}
