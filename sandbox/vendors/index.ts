/** The registry: a vendor of the sandbox is one entry here. */
import type { Vendor } from '../types';
import { chatBotCom } from './chatBotCom';
import { koda } from './koda';
import { koopid } from './koopid';
import { koreAi } from './koreAi';
import { naxon } from './naxon';

export const vendors: Vendor[] = [koda, naxon, koopid, chatBotCom, koreAi];
