import type { Priority } from './priority.js';

export const alternatives = ['none', 'painful', 'acceptable'] as const;

/** Is there another way to get the work done while the feature cannot be used? */
export type Alternative = (typeof alternatives)[number];

/**
 * The two facts that a requester is asked for, in place of « how urgent is it? »:
 * can the feature be used at all, and if not, is there another way?
 */
export type Impact =
  | { readonly usable: true }
  | { readonly usable: false; readonly alternative: Alternative };

/** Impact gives priority. Source: the definitions in the table of « Engagement de service ». */
export function priorityOf(impact: Impact): Priority {
  if (impact.usable) return 'low';
  switch (impact.alternative) {
    case 'none':
      return 'urgent';
    case 'painful':
      return 'high';
    case 'acceptable':
      return 'medium';
  }
}
