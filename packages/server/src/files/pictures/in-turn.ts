import pLimit from 'p-limit';
import { pictureLimits } from './limits.js';

/** Lets only so many pictures be drawn at the same time. */
export const inTurn = pLimit(pictureLimits.atOnce);
