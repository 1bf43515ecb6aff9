import { attempt, isError, max, sumBy } from 'lodash';
import type { IConnection, IExecuteFunctions, NodeInputConnections } from 'n8n-workflow';

/** What n8n 1.123 to 2.41 give every node beside what their types say: by input, the outputs that lead into it. */
interface Connected extends IExecuteFunctions {
	getConnections(to: { name: string }, type: 'main'): NodeInputConnections;
}

/** What expressions know by these names. */
interface Data {
	$: (name: string) => { first: (output: number, run: number) => object | undefined };
	$node: Record<string, { runIndex: number }>;
	$runIndex: number;
}

const dataOf = (node: IExecuteFunctions) => node.getWorkflowDataProxy(0) as unknown as Data;

/**
 * Whether n8n runs the node more than once in this execution, or may do so yet: several branches end in it, or it is
 * in a loop. Of branches, those count that have items, or can have some yet.
 */
export function runsInParts(node: IExecuteFunctions): boolean {
	const runs = new Runs(node as Connected);
	return dataOf(node).$runIndex > 0 || runs.listsFor(node.getNode().name) > 1;
}

/** How often the nodes before a node have run in its execution, and can run yet. */
class Runs {
	private readonly data: Data;

	/** Runs by node; of one that is being counted, those that have been. */
	private readonly most: Map<string, number>;

	constructor(private readonly node: Connected) {
		this.data = dataOf(node);
		// What leads back to the node itself is a loop, whose end nobody knows.
		this.most = new Map([[node.getNode().name, Infinity]]);
	}

	/** How many lists of items a node has been given, and can be given yet. It runs once for one of each of its inputs. */
	listsFor(name: string): number {
		const inputs = this.node.getConnections({ name }, 'main');
		return max(inputs.map((outputs) => sumBy(outputs ?? [], (one) => this.listsFrom(one)))) ?? 0;
	}

	/** n8n hands no empty list on. */
	private listsFrom({ node: name, index }: IConnection): number {
		const before = this.data.$node[name].runIndex + 1;
		let lists = this.atMost(name, before) - before;
		for (let run = 0; run < before; run++) if (this.gave(name, index, run)) lists++;
		return lists;
	}

	private atMost(name: string, before: number): number {
		const known = this.most.get(name);
		if (known !== undefined) return known;
		this.most.set(name, before);
		const most = Math.max(before, this.listsFor(name));
		this.most.set(name, most);
		return most;
	}

	/** Whether a run gave items at an output; true where n8n does not tell. */
	private gave(name: string, output: number, run: number): boolean {
		const read = (index: number) => attempt(() => this.data.$(name).first(index, run));
		const item = read(output);
		// Of a run that shows its first output, another one may be missing, as of a node that is switched off.
		return isError(item) ? isError(read(0)) : item !== undefined;
	}
}
