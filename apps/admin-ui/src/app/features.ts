import { navigationNames, type Feature } from '../routing/index.js';

/** Every `feature.ts` of a folder in `src/features`: having one registers the feature. */
const files = import.meta.glob<{ default: Feature }>('../features/*/feature.ts', { eager: true });

export const features: readonly Feature[] = Object.values(files).map((file) => file.default);

/** The entries of the navigation that some feature has claimed, in their order. */
export const navigation = navigationNames.flatMap((name) => {
  const entry = features.find((feature) => feature.navigation?.name === name)?.navigation;
  return entry ? [entry] : [];
});

/** Whether some feature brings the person's own page. */
export const hasProfile = features.some(({ pages }) => pages.some(({ area, path }) => area === 'person' && path === ''));
