import { CircleHelp } from 'lucide-react';
import type { Feature } from '../../routing/index.js';

export default {
  pages: [{ area: 'account', path: 'unanswered', load: () => import('./unanswered-page.js') }],
  navigation: { name: 'unanswered', area: 'account', path: 'unanswered', icon: CircleHelp },
} satisfies Feature;
