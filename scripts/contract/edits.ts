import { isDeepStrictEqual } from 'node:util';
import type { Document, YAMLMap } from 'yaml';
import { isNode } from 'yaml';

interface Wish {
	/** The value wished for; undefined wishes the key away. */
	value: unknown;
	/** Whether that is another value than ours. */
	changes: boolean;
	/** Who wishes, as a person is told. */
	by: string;
}

/**
 * Changes wished for on nodes that several operations may share. They are made only where all who use
 * the node wish for the same.
 */
export class Edits {
	private readonly wishes = new Map<YAMLMap, Map<string, Wish[]>>();

	constructor(private readonly document: Document) {}

	wish(node: YAMLMap, key: string, wish: Wish): void {
		const ofNode = this.wishes.get(node) ?? new Map<string, Wish[]>();
		this.wishes.set(node, ofNode);
		ofNode.set(key, [...(ofNode.get(key) ?? []), wish]);
	}

	/** Makes the undisputed changes and returns a line for each disputed one. */
	apply(): string[] {
		const disputed: string[] = [];
		for (const [node, keys] of this.wishes) {
			for (const [key, wishes] of keys) {
				const changing = wishes.filter(({ changes }) => changes);
				if (changing.length === 0) continue;
				const [{ value }] = changing;
				if (wishes.every((wish) => isDeepStrictEqual(wish.value, value))) {
					this.set(node, key, value);
				} else {
					const said = changing.map((wish) => `${wish.by} ${JSON.stringify(wish.value)}`);
					const rest = wishes.length - changing.length;
					disputed.push(
						`${key}: ${said.join(', ')}; ${rest} other uses of the same schema keep ours`,
					);
				}
			}
		}
		return disputed;
	}

	private set(node: YAMLMap, key: string, value: unknown): void {
		const current: unknown = node.get(key, true);
		const plain: unknown = isNode(current) ? current.toJS(this.document) : current;
		if (isDeepStrictEqual(plain, value)) return;
		if (value === undefined) node.delete(key);
		else node.set(key, this.document.createNode(value));
	}
}
