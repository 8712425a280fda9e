import { ScrollText } from 'lucide-react';
import type { Feature } from '../../routing/index.js';

export default {
  pages: [{ area: 'account', path: 'audit', role: 'admin', load: () => import('./audit-page.js') }],
  navigation: { name: 'audit', area: 'account', path: 'audit', icon: ScrollText, role: 'admin' },
} satisfies Feature;
