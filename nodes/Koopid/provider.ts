import { field } from '../shared/fields/field';
import type { FieldsOf } from '../shared/fields/fields';

/** Whose data is meant; empty means the credential's provider. */
export const provider = field({
	displayName: 'Provider ID',
	name: 'providerId',
	type: 'string',
	isId: true,
	narrows: true,
	orCredential: {
		name: 'providerId',
		displayName: 'Provider ID',
		wayOut: "Fill it in, or fill in 'Provider ID' in the credential.",
	},
	default: '',
	placeholder: 'e.g. 1020',
	description: 'The provider to read',
});

/** The provider, as calls take it: in the query, and in the address too of three calls and Analytics (docs/evidence/koopid.md §4). */
export const providerOf = (fields: FieldsOf<[typeof provider]>) => ({
	providerId: fields.get('providerId'),
});
