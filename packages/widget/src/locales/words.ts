import type { fr } from './fr.js';
import type { frFollowing } from './fr-following.js';

/** The widget's own words. The French catalogues give the keys; the others have the same or do not compile. */
export type Words = typeof fr;

/** The words of following, loaded when a ticket is first looked at. */
export type FollowingWords = typeof frFollowing;
