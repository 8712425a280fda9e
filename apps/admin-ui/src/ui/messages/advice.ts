import type { ProblemCode } from '@salient/contracts';
import { catalogue } from '../../i18n/index.js';
import { adviceDe } from './advice.de.js';
import { adviceEn } from './advice.en.js';

/** Every code that the API answers with, and the case that no answer comes. */
export type AdviceCode = ProblemCode | 'unreachable';

/** What went wrong, and what to do, for each problem code. */
export const adviceMessages = catalogue<AdviceCode>(adviceEn, adviceDe);
