import { ChartColumn } from 'lucide-react';
import type { Feature } from '../../routing/index.js';

export default {
  pages: [{ area: 'account', path: 'usage', load: () => import('./usage-page.js') }],
  navigation: { name: 'usage', area: 'account', path: 'usage', icon: ChartColumn },
} satisfies Feature;
