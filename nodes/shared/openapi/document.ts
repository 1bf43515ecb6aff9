/** The parts of a JSON schema that the contract scripts read. */
export interface Schema {
	type?: string | string[];
	properties?: Record<string, Schema>;
	required?: string[];
	items?: Schema;
	allOf?: Schema[];
	oneOf?: Schema[];
	anyOf?: Schema[];
	additionalProperties?: boolean | Schema;
	[keyword: string]: unknown;
}

export interface Parameter {
	name: string;
	in: string;
	required?: boolean;
	description?: string;
	schema?: Schema;
	example?: unknown;
	/** Set where no field gives the value, but the credential or another input does. */
	'x-given'?: true;
}

type Content = Record<string, { schema?: Schema }>;

export interface SecurityScheme {
	type: string;
	scheme?: string;
	in?: string;
	name?: string;
	flows?: Record<string, { tokenUrl?: string; scopes?: Record<string, string> }>;
}

export type SecurityRequirement = Record<string, string[]>;

export interface OperationObject {
	operationId?: string;
	summary?: string;
	tags?: string[];
	parameters?: Parameter[];
	requestBody?: { required?: boolean; content?: Content };
	responses?: Record<string, { content?: Content }>;
	security?: SecurityRequirement[];
	'x-evidence'?: string;
	'x-safe'?: boolean;
	'x-output'?: 'none' | Schema;
	/** What the answer to a change shows when it was done, by path inside the data; see `Shown`. */
	'x-success'?: Record<string, string>;
}

/** What the pack makes of several operations of the service: which, and the form of an output item. */
export interface Composed {
	uses: string[];
	output?: Schema;
}

export interface OpenApiDocument {
	openapi: string;
	info: { title: string; version: string; 'x-node'?: string };
	servers?: Array<{ url: string }>;
	security?: SecurityRequirement[];
	paths?: Record<string, Record<string, OperationObject> & { parameters?: Parameter[] }>;
	webhooks?: Record<string, Record<string, OperationObject>>;
	components?: {
		schemas?: Record<string, Schema>;
		securitySchemes?: Record<string, SecurityScheme>;
	};
	/** Operations of the node, by `resource.operation`, that are none of the service's. */
	'x-composed'?: Record<string, Composed>;
	/** Events of triggers, by class and value, that are found out by calling the service. */
	'x-events'?: Record<string, Record<string, Composed>>;
}

/** One operation with where it stands; `parameters` include those of its path. */
export interface OperationEntry {
	method: string;
	path: string;
	operation: OperationObject;
	parameters: Parameter[];
}

export const methods = ['get', 'head', 'post', 'put', 'patch', 'delete'] as const;

/** Every operation under `paths`, in the document's order; webhooks are not among them. */
export function operationsOf(document: OpenApiDocument): OperationEntry[] {
	return Object.entries(document.paths ?? {}).flatMap(([url, item]) =>
		methods
			.filter((method) => item[method])
			.map((method) => {
				const operation = item[method];
				const own = operation.parameters ?? [];
				const inherited = (item.parameters ?? []).filter(
					(outer) => !own.some(({ name, in: place }) => name === outer.name && place === outer.in),
				);
				return { method, path: url, operation, parameters: [...inherited, ...own] };
			}),
	);
}

/** The media type to read of `content`: JSON, or else the first one. */
export function mediaTypeIn(content: Content = {}): string | undefined {
	const types = Object.keys(content);
	return types.find((type) => type.includes('json')) ?? types[0];
}

/** The schema of that media type. */
export function schemaIn(content: Content = {}): Schema | undefined {
	return content[mediaTypeIn(content) ?? '']?.schema;
}

/** The 2xx answers of an operation. */
export const goodAnswers = ({ responses = {} }: OperationObject) =>
	Object.entries(responses)
		.filter(([status]) => status.startsWith('2'))
		.map(([, answer]) => answer);

/** The schema of the first 2xx answer that has a body. */
export const answerSchema = (operation: OperationObject): Schema | undefined =>
	goodAnswers(operation)
		.map(({ content }) => schemaIn(content))
		.find((schema) => schema !== undefined);
