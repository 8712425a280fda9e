export { SessionNotFound, TurnFailed, TurnInProgress, TurnNotFound } from './chat.errors.js';
export { ChatModule } from './chat.module.js';
export { LiveTurn, readStored } from './turn/live-turn.js';
export { UiChats, type UiChat } from './ui-chat/ui-chats.js';
export type { GivenConversation } from './turn/prompt.js';
export { TurnService, type BeginTurn, type BegunTurn, type FoundTurn } from './turn/turn.service.js';
export type { Turn, TurnEnd, TurnEvent, TurnHead } from './turn/turn.js';
