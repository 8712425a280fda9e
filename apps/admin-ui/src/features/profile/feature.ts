import type { Feature } from '../../routing/index.js';

export default { pages: [{ area: 'person', path: '', load: () => import('./profile-page.js') }] } satisfies Feature;
