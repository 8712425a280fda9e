import { KeyRound } from 'lucide-react';
import type { Feature } from '../../routing/index.js';

export default {
  pages: [
    { area: 'account', path: 'tokens', role: 'admin', load: () => import('./tokens-page.js') },
    { area: 'account', path: 'tokens/$token', role: 'admin', load: () => import('./token-page.js') },
  ],
  navigation: { name: 'tokens', area: 'account', path: 'tokens', icon: KeyRound, role: 'admin' },
} satisfies Feature;
