import { addCalendarMonths } from '../service-level/calendar.js';
import type { Instant, ServicePolicy } from '../service-level/policy.js';
import type { ImprovementRequest } from './request.js';

/** By when a request is owed its first decision: « une fois par mois », so within a month of its submission. */
export function firstDecisionDue(request: ImprovementRequest, policy: ServicePolicy): Instant {
  return addCalendarMonths(request.submittedAt, 1, policy.timeZone);
}

/** Whether a request has waited longer than a month without ever being decided. */
export function isOverdue(request: ImprovementRequest, policy: ServicePolicy, now: Instant): boolean {
  return request.decisions.length === 0 && now > firstDecisionDue(request, policy);
}
