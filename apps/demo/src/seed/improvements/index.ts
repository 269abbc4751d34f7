import type { HistoryInput } from '@teo-support/core/contract';
import { toldRequest } from './told-request.js';
import { toldReviews } from './told-reviews.js';
import { writtenRequests } from './written-requests.js';

/** A year of the improvement forum: what téomasters asked for, and what the team decided each month and why. */
export function forumAt(now: number): NonNullable<HistoryInput['improvements']> {
  return { requests: writtenRequests.map((request) => toldRequest(request, now)), reviews: toldReviews(now) };
}
