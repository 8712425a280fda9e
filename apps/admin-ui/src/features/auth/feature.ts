import type { Feature } from '../../routing/index.js';

export default {
  pages: [
    { area: 'open', path: 'sign-in', load: () => import('./sign-in-page.js') },
    { area: 'open', path: 'password-reset', load: () => import('./password-reset-page.js') },
    { area: 'open', path: 'invitation', load: () => import('./invitation-page.js') },
  ],
} satisfies Feature;
