import { catalogue } from '../../i18n/index.js';
import { de } from './de.js';
import { en } from './en.js';

/** The words around the pages. */
export const appMessages = catalogue(en, de);
