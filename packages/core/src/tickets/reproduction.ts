import type { Written } from '../text/written.js';
import type { FileRef } from '../ticket-types/answers.js';

/** « bug avéré », not reproduced, or no bug at all. */
export const verdicts = ['confirmed', 'not_reproduced', 'not_a_bug'] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * The record of one reproduction test: « Test et traçabilité des dysfonctionnements ».
 * Who made it and when come with the event that carries it.
 */
export interface ReproductionTest {
  readonly verdict: Verdict;
  readonly environment: Written;
  readonly steps: readonly Written[];
  readonly observed: Written;
  readonly evidence: readonly FileRef[];
}
