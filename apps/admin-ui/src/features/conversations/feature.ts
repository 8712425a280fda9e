import { MessagesSquare } from 'lucide-react';
import type { Feature } from '../../routing/index.js';

export default {
  pages: [
    { area: 'account', path: 'conversations', load: () => import('./conversations-page.js') },
    { area: 'account', path: 'conversations/$session', load: () => import('./conversation-page.js') },
  ],
  navigation: { name: 'conversations', area: 'account', path: 'conversations', icon: MessagesSquare },
} satisfies Feature;
