import { callFinished } from './callFinished';
import { callListFinished } from './callListFinished';
import type { KodaEvent } from './event';
import { moderatorModeSwitchedOn } from './moderatorMode';
import { newChatMessage } from './newChatMessage';

/** The events of KODA Trigger. */
export const events: KodaEvent[] = [
	newChatMessage,
	moderatorModeSwitchedOn,
	callFinished,
	callListFinished,
];
