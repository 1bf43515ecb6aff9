import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Route } from '../../nodes/shared/call/vendor';
import type { Operation, Resource } from '../../nodes/shared/node/operation';

type Routes = Record<string, Route>;

/** A vendor's operations by ID, and its routes, from what its files export. */
export function vendorIn(folder: string) {
	const path = join(__dirname, '..', '..', 'nodes', folder);
	const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((file) =>
		/^[\w/]+\.ts$/.test(file),
	);
	const exported = files.flatMap((file) =>
		Object.values(jest.requireActual<object>(join(path, file)) as Record<string, object>),
	);
	const objects = exported.filter((one) => typeof one === 'object');
	const resources = objects.filter((one) => 'operations' in one) as Array<Resource<unknown>>;
	const { routes } = objects.find((one) => 'routes' in one) as unknown as {
		routes: Routes;
	};
	const operations = resources.flatMap(({ value, operations: own }) =>
		own.map((operation): [string, Operation<unknown>] => [
			`${value}.${operation.value}`,
			operation,
		]),
	);
	return { routes, operations };
}
