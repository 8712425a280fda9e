import { catalogue } from '../../i18n/index.js';
import type { NavigationName } from '../feature.js';
import { de } from './de.js';
import { en } from './en.js';

/** What the entries of the navigation are called. */
export const navigationMessages = catalogue<NavigationName>(en, de);
