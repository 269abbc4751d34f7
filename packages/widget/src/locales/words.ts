import type { fr } from './fr.js';
import type { frFaq } from './fr-faq.js';
import type { frFollowing } from './fr-following.js';
import type { frImprovements } from './fr-improvements.js';
import type { frScreenshots } from './fr-screenshots.js';
import type { frSending } from './fr-sending.js';

/** The widget's own words. The French catalogues give the keys; the others have the same or do not compile. */
export type Words = typeof fr;

/** The words of sending, which come while the person types. */
export type SendingWords = typeof frSending;

/** The words of following, which come with them. */
export type FollowingWords = typeof frFollowing;

/** The words of the FAQ, which come with them. */
export type FaqWords = typeof frFaq;

/** The words of screenshots, which come with what takes and edits them. */
export type ScreenshotWords = typeof frScreenshots;

/** The words of the improvement forum, which come with it alone. */
export type ForumWords = typeof frImprovements;
