import { isDeepStrictEqual } from 'node:util';

import type { OpenApiDocument } from './document';
import type { Facts, OperationFacts, Value } from './facts';
import { factKeywords } from './facts';

const shown = (value: unknown) => (value === undefined ? 'not stated' : JSON.stringify(value));

const line = (what: string, ours: unknown, theirs: unknown) =>
	`${what}: ours ${shown(ours)}, theirs ${shown(theirs)}`;

/** The facts on which a value differs. What answers require counts only where the vendor requires more. */
export function differingFacts(ours: Facts, theirs: Facts, inAnswer: boolean) {
	const differing = factKeywords.filter(
		(keyword) => !isDeepStrictEqual(sorted(ours[keyword]), sorted(theirs[keyword])),
	);
	const required = inAnswer ? theirs.required && !ours.required : theirs.required !== ours.required;
	return required ? [...differing, 'required' as const] : differing;
}

/** The order of an enumeration is no fact. */
function sorted(value: unknown): unknown {
	return Array.isArray(value) ? [...value].sort() : value;
}

function valueLines(
	kind: string,
	ours: Map<string, Value>,
	theirs: Map<string, Value>,
	inAnswer: boolean,
): string[] {
	const common = [...ours].flatMap(([name, { facts }]) => {
		const other = theirs.get(name)?.facts;
		if (!other) return [`${kind} ${name}: only in ours`];
		return differingFacts(facts, other, inAnswer).map((fact) =>
			line(`${kind} ${name}, ${fact}`, facts[fact], other[fact]),
		);
	});
	const added = [...theirs.keys()].filter((name) => !ours.has(name));
	return [...common, ...added.map((name) => `${kind} ${name}: only in theirs`)];
}

/** Everything in which one operation differs, a line each; [] when ours says what theirs says. */
export function operationLines(ours: OperationFacts, theirs: OperationFacts): string[] {
	const lines: string[] = [];
	if (ours.method !== theirs.method) lines.push(line('method', ours.method, theirs.method));
	if (ours.path !== theirs.path) lines.push(line('path', ours.path, theirs.path));
	if (theirs.bodyType !== undefined && ours.bodyType !== theirs.bodyType) {
		lines.push(line('body type', ours.bodyType, theirs.bodyType));
	}
	lines.push(
		...valueLines('parameter', ours.parameters, theirs.parameters, false),
		...valueLines('body field', ours.body, theirs.body, false),
		...valueLines('answer field', ours.answer, theirs.answer, true),
	);
	if (!isDeepStrictEqual(sorted(ours.scopes), sorted(theirs.scopes))) {
		lines.push(line('scopes', ours.scopes, theirs.scopes));
	}
	return lines;
}

/** What a document says of itself as a whole: server and the scheme that secures its operations. */
export function serviceFacts(document: OpenApiDocument): Record<string, unknown> {
	const [scheme] = Object.values(document.components?.securitySchemes ?? {});
	const [flow] = Object.values(scheme?.flows ?? {});
	return {
		server: document.servers?.[0]?.url,
		'security type': scheme?.type,
		'security scheme': scheme?.scheme,
		'security in': scheme?.in,
		'security name': scheme?.name,
		'token URL': flow?.tokenUrl,
		'scopes granted': flow?.scopes && Object.keys(flow.scopes).sort(),
	};
}

/** Where the documents differ as a whole, a line each. */
export function serviceLines(ours: OpenApiDocument, theirs: OpenApiDocument): string[] {
	const left = serviceFacts(ours);
	const right = serviceFacts(theirs);
	return Object.keys(left)
		.filter((fact) => !isDeepStrictEqual(left[fact], right[fact]))
		.map((fact) => line(fact, left[fact], right[fact]));
}
