import type { IDataObject } from 'n8n-workflow';

import type { Paging } from '../call/paging';
import type { OperationId, Route } from '../call/vendor';
import type { Field } from '../fields/field';
import type { FieldsOf, ValuesOf } from '../fields/fields';
import { fieldOf, inputsOf, type Changes, type InputField, type InputName } from './inputs';
import type {
	AllItemsOperation,
	Described,
	FileAddress,
	ItemOperation,
	Made,
	Operation,
	Output,
	Resource,
	RunAllContext,
	RunContext,
} from './operation';
import { checkInputs, runPlain } from './plain';

/** An operation without a `run` of its own: its fields go where the contract says, and what came is returned. */
interface Plain<List extends Field[]> extends Described {
	fields: List;
	inTurn?: (fields: FieldsOf<List>) => unknown;
	simplify?: (row: IDataObject) => IDataObject;
	files?: (answer: IDataObject) => FileAddress[];
	/** What is made of each row before anything else. */
	tidy?: (row: IDataObject) => IDataObject;
	/** Of a list: the fields that together tell its rows apart. */
	key?: string[];
	/** Of a list: how it is read page by page, if not as most of the vendor's. */
	paging?: Paging;
}

interface Programmed<Operations, List extends Field[]> extends Described {
	fields: List;
	inTurn?: (fields: FieldsOf<List>) => unknown;
	simplify?: (row: IDataObject) => IDataObject;
	files?: (answer: IDataObject) => FileAddress[];
	run: (context: RunContext<Operations, ValuesOf<List>>) => Promise<Output | Output[]>;
}

interface OverAllItems<Operations, List extends Field[]> extends Described {
	fields: List;
	outputs?: string[];
	perItem?: ReadonlyArray<List[number]['name']>;
	runAll: (context: RunAllContext<Operations, ValuesOf<List>>) => Promise<Made[][]>;
}

type Id = `${string}.${string}`;

/** An operation's ID, and the part of it that names it within its resource. */
const named = (id: string) => ({ id, value: id.slice(id.indexOf('.') + 1) });

/** What the operations of a vendor are written with; `routes` are its contract's, as generated. */
export function define<Operations, Routes extends Readonly<Record<OperationId<Operations>, Route>>>(
	routes: Routes,
) {
	/** An operation that is run for every input item. Throws Error when fields and contract do not fit. */
	function operation<const List extends Field[]>(
		id: Id,
		described: Programmed<Operations, List>,
	): ItemOperation<Operations>;
	function operation<const List extends Field[]>(
		id: OperationId<Operations>,
		described: Plain<List>,
	): ItemOperation<Operations>;
	function operation<List extends Field[]>(
		id: string,
		described: Plain<List> | Programmed<Operations, List>,
	): ItemOperation<Operations> {
		if ('run' in described) return { ...described, ...named(id) } as ItemOperation<Operations>;
		const { key, paging, tidy, ...rest } = described;
		const known = id as OperationId<Operations>;
		checkInputs(id, routes[known], described.fields);
		const run = runPlain<Operations>(known, described.fields, { key, paging, tidy });
		return { ...rest, ...named(id), run } as ItemOperation<Operations>;
	}

	/** An operation that takes all input items at once. */
	const operationOverAllItems = <const List extends Field[]>(
		id: Id,
		described: OverAllItems<Operations, List>,
	) => ({ ...described, ...named(id) }) as unknown as AllItemsOperation<Operations>;

	/** The operations of one resource, in the order of its fields; all IDs begin with the same word. */
	const resource = (
		name: string,
		...operations: Array<Operation<Operations>>
	): Resource<Operations> => ({ name, value: operations[0].id.split('.')[0], operations });

	/** A field from what the contract says of an input; `changes` are what the editor needs beside it. */
	const input = <
		Of extends keyof Routes & string,
		const Name extends InputName<Routes[Of]>,
		const C extends Changes = object,
	>(
		id: Of,
		name: Name,
		changes?: C,
	) => fieldOf(name, inputsOf(routes[id])[name], changes) as InputField<Routes[Of], Name, C>;

	/** The fields of several inputs of a call, as the contract has them. */
	const inputs = <Of extends keyof Routes & string, const Name extends InputName<Routes[Of]>>(
		id: Of,
		...names: Name[]
	) => names.map((name) => input(id, name));

	return { operation, operationOverAllItems, resource, input, inputs };
}
