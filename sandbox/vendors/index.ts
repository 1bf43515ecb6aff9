/** The registry: a vendor of the sandbox is one entry here. */
import type { Vendor } from '../types';
import { koda } from './koda';
import { naxon } from './naxon';

export const vendors: Vendor[] = [koda, naxon];
