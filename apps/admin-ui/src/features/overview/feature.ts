import { LayoutDashboard } from 'lucide-react';
import type { Feature } from '../../routing/index.js';

export default {
  pages: [{ area: 'account', path: '', load: () => import('./overview-page.js') }],
  navigation: { name: 'overview', area: 'account', path: '', icon: LayoutDashboard },
} satisfies Feature;
