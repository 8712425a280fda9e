import { Building2 } from 'lucide-react';
import type { Feature } from '../../routing/index.js';

export default {
  pages: [{ area: 'platform', path: 'accounts', load: () => import('./accounts-page.js') }],
  navigation: { name: 'accounts', area: 'platform', path: 'accounts', icon: Building2 },
} satisfies Feature;
