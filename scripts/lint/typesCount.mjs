import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** An import or export declaration as if it were of values. */
function ofValues(node) {
	const specifiers = node.specifiers?.map((one) =>
		Object.create(one, { importKind: { value: 'value' }, exportKind: { value: 'value' } }),
	);
	return Object.create(node, {
		importKind: { value: 'value' },
		exportKind: { value: 'value' },
		...(specifiers && { specifiers: { value: specifiers } }),
	});
}

/** The parser of the modules that a file imports: import-x skips imports of types, and a circle of types is one too. */
export const parser = {
	...tseslint.parser,
	meta: { name: 'types-count', version: '1' },
	parseForESLint(code, options) {
		const result = tseslint.parser.parseForESLint(code, options);
		for (const node of result.ast.body) {
			for (const one of [node, ...(node.specifiers ?? [])]) {
				if ('importKind' in one) one.importKind = 'value';
				if ('exportKind' in one) one.exportKind = 'value';
			}
		}
		return result;
	},
};

const { 'no-cycle': noCycle } = importX.rules;

/** `import-x/no-cycle` that counts imports of types as well. */
export const typesCount = {
	rules: {
		'no-cycle': {
			...noCycle,
			create(context) {
				const graph = Object.create(context, {
					languageOptions: { value: { ...context.languageOptions, parser } },
				});
				const { ImportDeclaration: visit, ...others } = noCycle.create(graph);
				return { ...others, ImportDeclaration: (node) => visit(ofValues(node)) };
			},
		},
	},
};
