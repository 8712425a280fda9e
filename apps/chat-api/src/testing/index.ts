export { startChatApi } from './start-chat-api.js';
