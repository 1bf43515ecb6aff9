import { callFinished } from './callFinished';
import { callListFinished } from './callListFinished';
import { moderatorModeSwitchedOn } from './moderatorMode';
import { newChatMessage } from './newChatMessage';

/** The events of KODA Trigger. */
export const events = [newChatMessage, moderatorModeSwitchedOn, callFinished, callListFinished];
