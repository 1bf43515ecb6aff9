import { isDeepStrictEqual } from 'node:util';
import type { Document, YAMLMap, YAMLSeq } from 'yaml';
import { isMap, isSeq, parseDocument } from 'yaml';
import { flatten } from '../../nodes/shared/openapi/schema';

import { adoptService } from './adoptService';
import { differingFacts } from './diff';
import type { OpenApiDocument, Schema } from './document';
import { mediaTypeIn, schemaIn } from './document';
import { Edits } from './edits';
import type { OperationFacts, Value, OperationMatch } from './facts';
import { factKeywords } from './facts';
import { moveOperations } from './move';

import { childMap, fieldNode, partsOf, propertiesToExtend, resolve, splitKey } from './tree';

const deepest = 8;

/** A vendor's schema as our contracts write one: facts, texts and structure, without its extras. */
function plainSchema(schema: Schema, ancestors: Schema[] = []): Schema {
	const flat = flatten(schema);
	const kept = [...factKeywords, 'description', 'required'].filter(
		(keyword) => flat[keyword] !== undefined,
	);
	const plain: Schema = Object.fromEntries(kept.map((keyword) => [keyword, flat[keyword]]));
	if (flat.nullable === true && typeof plain.type === 'string') plain.type = [plain.type, 'null'];
	if (ancestors.includes(schema) || ancestors.length > deepest) return plain;
	const within = [...ancestors, schema];
	if (flat.items) plain.items = plainSchema(flat.items, within);
	if (flat.properties) {
		const entries = Object.entries(flat.properties);
		plain.properties = Object.fromEntries(
			entries.map(([name, value]) => [name, plainSchema(value, within)]),
		);
	}
	return plain;
}

/** Our operation's own map in the YAML, and the parameters of its path and itself, resolved. */
function operationNode(document: Document, { entry }: OperationFacts): YAMLMap {
	const node = document.getIn(['paths', entry.path, entry.method], true);
	if (!isMap(node)) throw new Error(`${entry.method} ${entry.path} is not in the contract file`);
	return node;
}

function parameterNodes(document: Document, { entry }: OperationFacts): Map<string, YAMLMap> {
	const lists = [
		document.getIn(['paths', entry.path, 'parameters'], true),
		document.getIn(['paths', entry.path, entry.method, 'parameters'], true),
	];
	const nodes = lists
		.flatMap((list) => (isSeq(list) ? list.items : []))
		.filter((item) => isMap(item))
		.map((item) => resolve(document, item));
	return new Map(
		nodes.map((node) => [`${String(node.get('in'))} ${String(node.get('name'))}`, node]),
	);
}

function wishFacts(edits: Edits, node: YAMLMap, ours: Value, theirs: Value, by: string): void {
	const differing = new Set<string>(differingFacts(ours.facts, theirs.facts, true));
	for (const keyword of factKeywords) {
		const value = theirs.facts[keyword];
		// A type that the vendor does not state takes none away from us.
		if (keyword === 'type' && value === undefined) continue;
		edits.wish(node, keyword, { value, changes: differing.has(keyword), by });
	}
}

/** A node without anchors, which would hide that two fields are independent. */
function created(document: Document, value: unknown) {
	return document.createNode(value, { aliasDuplicateObjects: false });
}

function adoptParameters(document: Document, edits: Edits, { ours, theirs }: OperationMatch): void {
	const nodes = parameterNodes(document, ours);
	for (const [key, value] of theirs.parameters) {
		const [place, name] = key.split(' ');
		const node = nodes.get(key);
		const mine = ours.parameters.get(key);
		if (node && mine) {
			const schema = childMap(node, 'schema');
			if (schema) wishFacts(edits, resolve(document, schema), mine, value, `${ours.id} ${key}`);
			edits.wish(node, 'required', {
				value: value.facts.required || undefined,
				changes: value.facts.required !== mine.facts.required,
				by: `${ours.id} ${key}`,
			});
		} else if (place !== 'path') {
			const operation = operationNode(document, ours);
			const list = operation.get('parameters', true);
			const added = created(document, {
				name,
				in: place,
				...(value.facts.required && { required: true }),
				schema: plainSchema(value.schema),
			});
			if (isSeq(list)) list.add(added);
			else operation.set('parameters', created(document, [added]));
		}
	}
}

function adoptRequired(document: Document, schema: YAMLMap, name: string, required: boolean): void {
	const parts = partsOf(document, schema);
	const lists = parts.map((part) => part.get('required', true)).filter((list) => isSeq(list));
	const position = (list: YAMLSeq) => (list.toJS(document) as string[]).indexOf(name);
	const [first] = lists;
	if (!required) {
		for (const list of lists) if (position(list) >= 0) list.delete(position(list));
	} else if (!first) {
		parts[0].set('required', created(document, [name]));
	} else if (lists.every((list) => position(list) < 0)) {
		first.add(created(document, name));
	}
	for (const part of parts) {
		const list = part.get('required', true);
		if (isSeq(list) && list.items.length === 0) part.delete('required');
	}
}

interface Fields {
	ours: Map<string, Value>;
	theirs: Map<string, Value>;
	operation: string;
	inAnswer: boolean;
}

function adoptFields(document: Document, edits: Edits, schema: YAMLMap, fields: Fields): void {
	const { ours, theirs, operation, inAnswer } = fields;
	for (const [key, value] of theirs) {
		const { parent, name } = splitKey(key);
		const holder = fieldNode(document, schema, parent);
		const node = fieldNode(document, schema, key);
		const mine = ours.get(key);
		if (node && mine) wishFacts(edits, resolve(document, node), mine, value, `${operation} ${key}`);
		// Without a holder the field came in with the new field that holds it.
		if (!holder || name === '[]') continue;
		if (!node) {
			const added = created(document, plainSchema(value.schema));
			propertiesToExtend(document, holder).set(name, added);
		}
		const had = mine?.facts.required ?? false;
		if (inAnswer ? value.facts.required && !had : value.facts.required !== had) {
			adoptRequired(document, holder, name, value.facts.required);
		}
	}
}

/** The schema map under `content` of a body or answer, which may be a `$ref`. */
function contentSchema(document: Document, holder: YAMLMap, type: string): YAMLMap | undefined {
	const content = childMap(resolve(document, holder), 'content');
	const media = content && childMap(content, type);
	return media && childMap(media, 'schema');
}

function adoptBody(document: Document, edits: Edits, { ours, theirs }: OperationMatch): void {
	const body = theirs.entry.operation.requestBody;
	if (!body || !theirs.bodyType) return;
	const operation = operationNode(document, ours);
	const node = childMap(operation, 'requestBody');
	const schema = node && ours.bodyType && contentSchema(document, node, ours.bodyType);
	if (!schema) {
		const added = plainSchema(schemaIn(body.content) ?? {});
		operation.set(
			'requestBody',
			created(document, {
				...(body.required && { required: true }),
				content: { [theirs.bodyType]: { schema: added } },
			}),
		);
		return;
	}
	const fields = { ours: ours.body, theirs: theirs.body, operation: ours.id, inAnswer: false };
	adoptFields(document, edits, schema, fields);
	const content = childMap(resolve(document, node), 'content');
	if (ours.bodyType !== theirs.bodyType && content) {
		content.set(theirs.bodyType, content.get(ours.bodyType, true));
		content.delete(ours.bodyType);
	}
}

function adoptAnswer(document: Document, edits: Edits, { ours, theirs }: OperationMatch): void {
	const responses = childMap(operationNode(document, ours), 'responses');
	const [status, response] =
		Object.entries(ours.entry.operation.responses ?? {}).find(([code]) => code.startsWith('2')) ??
		[];
	const node = responses && status && childMap(responses, status);
	const type = mediaTypeIn(response?.content);
	const schema = node && type && contentSchema(document, node, type);
	if (!schema) return;
	const fields = { ours: ours.answer, theirs: theirs.answer, operation: ours.id, inAnswer: true };
	adoptFields(document, edits, schema, fields);
}

function adoptEvidence(document: Document, { ours, theirs }: OperationMatch, source: string): void {
	const node = operationNode(document, ours);
	node.set('x-evidence', 'documented');
	node.set('x-source', source);
	node.delete('x-verb-evidence');
	// A file without scopes takes none of those that the vendor's text names.
	if (theirs.scopes.length === 0) return;
	if (isDeepStrictEqual([...ours.scopes].sort(), [...theirs.scopes].sort())) return;
	const scheme = Object.keys(ours.entry.operation.security?.[0] ?? {})[0];
	if (scheme) node.set('security', created(document, [{ [scheme]: theirs.scopes }]));
}

/**
 * Writes what the vendor's document says of the matched operations into the text of our contract:
 * server, security, method, path, parameters, fields; `x-evidence: documented` and `x-source` on each
 * operation. What the vendor's document does not have stays. Returns the new text, comments kept, and
 * a line for everything that a person has to decide.
 */
export function adopt(
	text: string,
	matches: OperationMatch[],
	theirs: OpenApiDocument,
): { text: string; undecided: string[] } {
	const document = parseDocument(text);
	const edits = new Edits(document);
	for (const match of matches) {
		adoptParameters(document, edits, match);
		adoptBody(document, edits, match);
		adoptAnswer(document, edits, match);
		adoptEvidence(document, match, `${theirs.info.title} ${theirs.info.version}`);
	}
	const undecided = [...edits.apply(), ...moveOperations(document, matches)];
	adoptService(document, theirs);
	return { text: document.toString({ lineWidth: 100 }), undecided };
}
