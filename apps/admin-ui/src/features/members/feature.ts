import { Users } from 'lucide-react';
import type { Feature } from '../../routing/index.js';

export default {
  pages: [{ area: 'account', path: 'members', load: () => import('./members-page.js') }],
  navigation: { name: 'members', area: 'account', path: 'members', icon: Users },
} satisfies Feature;
