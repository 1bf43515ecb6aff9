import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

import { contractsFolder } from '../../scripts/contract/document';
import type { OpenApiDocument, OperationObject, Schema } from '../../scripts/contract/document';

export const verbs = ['get', 'post', 'put', 'delete'];
const sections: Record<string, string> = {
	callList: 'Voice Outbound API',
	chat: 'Inbox API',
	document: 'Knowledge Base API',
};

export type Paths = Record<string, Record<string, OperationObject>>;
export type Fixture = OpenApiDocument & {
	paths: Paths;
	components: { schemas: Record<string, Schema>; parameters: Record<string, { schema: Schema }> };
};

export interface Place {
	method: string;
	path: string;
}

/** Our contract as a vendor would publish it: OpenAPI 3.0 without operationIds, other paths, other verbs. */
export function vendorFixture(name: string): { fixture: Fixture; places: Map<string, Place> } {
	const file = path.join(contractsFolder, `${name}.openapi.yaml`);
	// 3.0 knows no `examples` in schemas, and a vendor has none of our remarks.
	const fixture = parse(readFileSync(file, 'utf8'), (key, value: unknown) =>
		/^(x-.*|examples?)$/.test(String(key)) ? undefined : value,
	) as Fixture & { webhooks?: unknown };
	delete fixture.webhooks;
	fixture.openapi = '3.0.3';
	fixture.info = { title: 'Vendor API', version: '9.9.9' };

	const places = new Map<string, Place>();
	const paths: Paths = {};
	for (const [url, item] of Object.entries(fixture.paths).reverse()) {
		const moved = url.replace(/^\/v1\/bots/, '/public/v3/bot').replace(/^\/models/, '/bots');
		paths[moved] = { parameters: item.parameters } as unknown as Paths[string];
		for (const method of verbs.filter((verb) => item[verb])) {
			const { operationId = '', ...operation } = item[method];
			const verb = operationId === 'chat.enableModeratorMode' ? 'put' : method;
			operation.tags = operation.tags?.map((tag) => sections[tag] ?? tag);
			paths[moved][verb] = operation;
			places.set(operationId, { method: verb.toUpperCase(), path: moved });
		}
	}
	fixture.paths = paths;
	return { fixture, places };
}
