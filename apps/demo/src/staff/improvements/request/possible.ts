import type { StaffImprovement, StaffImprovementSummary } from '@teo-support/sdk';

type Place = Pick<StaffImprovement, 'mergedInto' | 'hidden' | 'merged'>;

/** As core's `decideReview` has it: what was merged is decided where it goes on; what is hidden asks for nothing. */
export function isDecidable({ mergedInto, hidden }: Pick<Place, 'mergedInto' | 'hidden'>): boolean {
  return mergedInto === null && hidden === null;
}

/** As core's `unavailable` has it: nobody writes where it is hidden, or goes on elsewhere. */
export function isAnswerable(request: Pick<Place, 'mergedInto' | 'hidden'>): boolean {
  return isDecidable(request);
}

/** As core's `merge` has it: one step deep. */
export function isMergeable({ mergedInto, hidden, merged }: Place): boolean {
  return mergedInto === null && hidden === null && merged.length === 0;
}

/** As core's `moderate` has it: what others asked for would go out of sight with it. */
export function isHideable({ hidden, merged }: Pick<Place, 'hidden' | 'merged'>): boolean {
  return hidden === null && merged.length === 0;
}

/** Whether it has a release, as core's `record_implementation` asks for. */
export function isImplemented({ status }: Pick<StaffImprovementSummary, 'status'>): boolean {
  return status === 'implemented';
}
