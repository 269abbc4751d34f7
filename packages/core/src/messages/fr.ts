import type { Catalogue } from './catalogue.js';
import { frFiling } from './filing/fr.js';
import { frFollowing } from './following/fr.js';

/** Les mots du domaine, en français. */
export const fr: Catalogue = { ...frFiling, ...frFollowing };
