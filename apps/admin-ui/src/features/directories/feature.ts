import { BookOpen } from 'lucide-react';
import type { Feature } from '../../routing/index.js';

export default {
  pages: [
    { area: 'account', path: 'directories', load: () => import('./lists-page.js') },
    { area: 'account', path: 'directories/$list', load: () => import('./list-page.js') },
    { area: 'account', path: 'directories/$list/entries/new', role: 'editor', load: () => import('./new-entry-page.js') },
    { area: 'account', path: 'directories/$list/entries/$entry', load: () => import('./entry-page.js') },
    { area: 'account', path: 'directories/$list/import', role: 'editor', load: () => import('./imports/upload-page.js') },
    { area: 'account', path: 'directories/$list/imports/$import', load: () => import('./imports/import-page.js') },
    { area: 'account', path: 'directory-schemas', load: () => import('./schemas/schemas-page.js') },
    { area: 'account', path: 'directory-schemas/$type', load: () => import('./schemas/schema-page.js') },
  ],
  navigation: { name: 'directories', area: 'account', path: 'directories', icon: BookOpen },
} satisfies Feature;
