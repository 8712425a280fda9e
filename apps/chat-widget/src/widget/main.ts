import { SalientChatElement } from './salient-chat.element.js';

// A page may hold the script twice, by mistake or by template.
if (!customElements.get('salient-chat')) customElements.define('salient-chat', SalientChatElement);
