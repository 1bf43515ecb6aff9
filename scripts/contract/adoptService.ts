import type { Document } from 'yaml';
import { isMap } from 'yaml';

import type { OpenApiDocument } from './document';
import { childMap } from './tree';

function adoptServer(document: Document, theirs: OpenApiDocument): void {
	const url = theirs.servers?.[0]?.url;
	const server = document.getIn(['servers', 0], true);
	if (!url || !isMap(server)) return;
	server.set('url', url);
	server.delete('variables');
	server.set('x-evidence', 'documented');
	server.set('description', `Servers entry of ${theirs.info.title} ${theirs.info.version}`);
}

function adoptScheme(document: Document, theirs: OpenApiDocument): void {
	const [scheme] = Object.values(theirs.components?.securitySchemes ?? {});
	const schemes = document.getIn(['components', 'securitySchemes'], true);
	const ours = isMap(schemes) ? schemes.items[0]?.value : undefined;
	if (!scheme || !isMap(ours)) return;
	for (const key of ['type', 'scheme', 'in', 'name'] as const) {
		if (scheme[key] === undefined) ours.delete(key);
		else if (ours.get(key) !== scheme[key]) ours.set(key, scheme[key]);
	}
	if (scheme.type !== 'oauth2') ours.delete('flows');
	if (ours.has('x-evidence')) ours.set('x-evidence', 'documented');

	const [kind, flow] = Object.entries(scheme.flows ?? {})[0] ?? [];
	const flows = childMap(ours, 'flows');
	const own = kind ? flows && childMap(flows, kind) : undefined;
	if (!own || !flow) return;
	if (flow.tokenUrl) own.set('tokenUrl', flow.tokenUrl);
	const scopes = childMap(own, 'scopes');
	for (const [scope, meaning] of Object.entries(flow.scopes ?? {})) {
		if (!scopes?.has(scope)) scopes?.set(document.createNode(scope), meaning);
	}
}

/** Takes over the vendor's server and how it secures its operations; scopes are added, none is dropped. */
export function adoptService(document: Document, theirs: OpenApiDocument): void {
	adoptServer(document, theirs);
	adoptScheme(document, theirs);
}
