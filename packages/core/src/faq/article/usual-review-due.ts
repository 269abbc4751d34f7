import { addCalendarMonths } from '../../service-level/calendar.js';
import type { Instant } from '../../service-level/policy.js';

/** What is published is read again within a year, unless another day is named. Days are those of Paris. */
export function usualReviewDue(publishedAt: Instant): Instant {
  return addCalendarMonths(publishedAt, 12, 'Europe/Paris');
}
