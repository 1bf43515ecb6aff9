import { CLOCKS } from './clocks';
import { LISTS } from './lists';
import { TROUBLES } from './outages';
import { PROCESS } from './process';
import type { Scenario } from './scenario';

/** All of them. */
export const SCENARIOS: Scenario[] = [...PROCESS, ...CLOCKS, ...LISTS, ...TROUBLES];
