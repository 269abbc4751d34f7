import type { Catalogue } from './catalogue.js';
import { enFiling } from './filing/en.js';
import { enFollowing } from './following/en.js';

/** The words of the domain, in English. */
export const en: Catalogue = { ...enFiling, ...enFollowing };
