/** Ids of the Kore.ai stand-in: the same name has the same one in every run. */
import { createHash } from 'node:crypto';
import { uuidOf } from '../random';

/** 24 hexadecimal digits that belong to a name: sessions, files, roles and accounts have such ids. */
export const hexOf = (name: string): string =>
	createHash('sha256').update(`kore.ai ${name}`).digest('hex').slice(0, 24);

export const isoText = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** An id such as `ms-…` that belongs to a name. */
export const idOf = (prefix: string, name: string): string =>
	`${prefix}-${uuidOf(`kore.ai ${prefix} ${name}`)}`;
