import { catalogue } from '../../i18n/index.js';
import { de } from './de.js';
import { en } from './en.js';

/** The words of the components. */
export const uiMessages = catalogue(en, de);
