import type { fr } from './fr.js';

/** The widget's own words. The French catalogue gives the keys; the other has the same or does not compile. */
export type Words = typeof fr;
