import { KeyRound } from 'lucide-react';
import type { Feature } from '../../routing/index.js';

export default {
  pages: [
    { area: 'account', path: 'tokens', load: () => import('./tokens-page.js') },
    { area: 'account', path: 'tokens/$token', load: () => import('./token-page.js') },
  ],
  navigation: { name: 'tokens', area: 'account', path: 'tokens', icon: KeyRound, role: 'admin' },
} satisfies Feature;
