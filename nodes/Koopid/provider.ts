import type { Client } from '../shared/call/client';
import type { Operations } from './contract';

/** The credential's provider, which three operations and Analytics want in the address too (docs/evidence/koopid.md §4). */
export const providerOf = ({ credentials }: Client<Operations>) => ({
	providerId: String(credentials.providerId).trim(),
});
