import { literal, after, type Line } from './literal';

/** Types of the members of node and credential classes, which some rules look for. */
const TYPES: Record<string, string> = {
	authenticate: 'IAuthenticateGeneric',
	description: 'INodeTypeDescription',
	icon: 'Icon',
	properties: 'INodeProperties[]',
	test: 'ICredentialTestRequest',
};

/**
 * The source of a class whose instances are like `instance`: its data as literals, its functions as stubs.
 * Member by member, so that a line knows where it belongs.
 */
export function classSource(
	name: string,
	type: 'INodeType' | 'ICredentialType',
	instance: object,
): Line[] {
	const line = (text: string, path = ''): Line => ({ text, path });
	const fields = Object.entries(instance).flatMap(([key, value]) => {
		const annotation = TYPES[key] && typeof value === 'object' ? `: ${TYPES[key]}` : '';
		// The description itself is what messages are about, so its name is left out of their path.
		const lines = literal(value, key === 'description' ? '' : key);
		const last = lines.length - 1;
		return after(
			`${key}${annotation} = `,
			lines.map((one, index) => (index === last ? { ...one, text: `${one.text};` } : one)),
		);
	});
	const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(instance))
		.filter((key) => key !== 'constructor')
		.map((key) => line(`async ${key}() { return []; }`, key));
	const types = [type, ...Object.values(TYPES)].map((one) => one.replace('[]', ''));
	return [
		line(`import type { ${types.join(', ')} } from 'n8n-workflow';`),
		line(`export class ${name} implements ${type} {`),
		...fields,
		...methods,
		line('}'),
	];
}
