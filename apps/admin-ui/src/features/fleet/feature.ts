import { Server } from 'lucide-react';
import type { Feature } from '../../routing/index.js';

export default {
  pages: [
    { area: 'platform', path: 'fleet', load: () => import('./fleet-page.js') },
    { area: 'platform', path: 'fleet/moves/$move', load: () => import('./move-page.js') },
    { area: 'platform', path: 'fleet/migrations/$migration', load: () => import('./migration-page.js') },
  ],
  navigation: { name: 'fleet', area: 'platform', path: 'fleet', icon: Server },
} satisfies Feature;
