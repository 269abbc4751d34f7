import type { StaffTicket, StaffTimelineEntry } from '@teo-support/sdk';

/** The entries at which the work ended, so that the clock stops for another reason than waiting. */
export const endings: ReadonlySet<StaffTimelineEntry['type']> = new Set([
  'ticket.resolved',
  'ticket.confirmed',
  'ticket.closed_by_time',
  'ticket.cancelled',
]);

/** A stretch during which the clock stood still: `to` is `null` while it still does. Milliseconds since 1970. */
export interface ToldPause {
  readonly from: number;
  readonly to: number | null;
  readonly why: 'waiting' | 'ended';
}

/** The pauses as the story tells them, oldest first. */
export function toldPauses(timeline: StaffTicket['timeline']): readonly ToldPause[] {
  let pauses: readonly ToldPause[] = [];
  for (const { type, clock, at } of timeline) {
    const instant = Date.parse(at);
    const last = pauses.at(-1);
    const standing = last?.to === null ? last : undefined;
    const over = standing === undefined ? pauses : pauses.with(-1, { ...standing, to: instant });
    if (clock === 'resumed') pauses = over;
    else if (endings.has(type) && standing?.why !== 'ended')
      pauses = [...over, { from: instant, to: null, why: 'ended' }];
    else if (clock === 'stopped') pauses = [...over, { from: instant, to: null, why: 'waiting' }];
  }
  return pauses;
}
