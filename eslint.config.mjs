import js from '@eslint/js';
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import tseslint from 'typescript-eslint';

import { namesNoVendor, zones } from './scripts/lint/floors.mjs';

// What n8n's scanner applies to community packages, in its strict (cloud) form: n8n-node's own configuration.
const community = n8nCommunityNodesPlugin.configs.recommended;

export default tseslint.config(
	{ ignores: ['dist', 'coverage', 'node_modules', 'packages', 'playground/node_modules'] },
	{ linterOptions: { noInlineConfig: true } },
	{
		files: ['**/*.ts'],
		extends: [js.configs.recommended, tseslint.configs.recommended],
		rules: {
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ varsIgnorePattern: '^_', argsIgnorePattern: '^_' },
			],
			'@typescript-eslint/consistent-type-imports': [
				'error',
				{ fixStyle: 'separate-type-imports' },
			],
		},
	},
	{
		files: ['**/*.ts'],
		plugins: { 'import-x': importX },
		settings: {
			'import-x/extensions': ['.ts', '.js', '.mjs', '.cjs'],
			'import-x/resolver-next': [createTypeScriptImportResolver()],
		},
		rules: {
			'import-x/no-restricted-paths': ['error', { zones }],
		},
	},
	{
		files: ['nodes/**/*.ts', 'credentials/**/*.ts'],
		extends: [community],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		// What a module exports TypeScript knows, and import-x would read all modules for it once more.
		rules: {
			'no-console': 'error',
			// n8n's own configuration lets nothing stand unused, whatever its name.
			'@typescript-eslint/no-unused-vars': ['error', {}],
			'import-x/no-duplicates': 'error',
			'import-x/order': [
				'error',
				{
					groups: [
						['builtin', 'external'],
						['parent', 'sibling', 'index'],
					],
					alphabetize: { order: 'asc', orderImportKind: 'ignore' },
					'newlines-between': 'always',
				},
			],
		},
	},
	{ files: ['nodes/shared/**/*.ts', 'nodes/compose/**/*.ts'], rules: namesNoVendor },
	{
		files: ['package.json'],
		extends: [community],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: n8nNodesBase.configs.community.rules,
		languageOptions: { parser: tseslint.parser, parserOptions: { extraFileExtensions: ['.json'] } },
	},
	{
		files: ['credentials/**/*.ts'],
		rules: {
			...n8nNodesBase.configs.credentials.rules,
			'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
			'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
		},
	},
	{
		files: ['nodes/**/*.ts'],
		rules: {
			...n8nNodesBase.configs.nodes.rules,
			'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
			'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
			'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
		},
	},
);
