import { catalogue } from '../../../i18n/index.js';
import { de } from './de.js';
import { en } from './en.js';

export const profileMessages = catalogue(en, de);
