import { Bot } from 'lucide-react';
import type { Feature } from '../../routing/index.js';

export default {
  pages: [
    { area: 'account', path: 'agents', load: () => import('./agents-page.js') },
    { area: 'account', path: 'agents/$agent', load: () => import('./agent-page.js') },
  ],
  navigation: { name: 'agents', area: 'account', path: 'agents', icon: Bot },
} satisfies Feature;
