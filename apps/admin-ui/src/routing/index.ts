export { AccountLink, accountPath, useAccountSlug, useGoTo, useParameter } from './account-path.js';
export { navigationNames, type Feature, type FeaturePage, type NavigationName } from './feature.js';
export { useSearchValues, type SearchValues } from './search-values.js';
export { navigationMessages } from './messages/index.js';
