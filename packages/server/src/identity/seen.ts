/** How exactly it is known when a key or a session was last used: writing it down each time would cost a commit. */
const precisionMs = 60_000;

/** Whether a use that was noted is so old that the next one is noted, too; or lies ahead, as the clock was set back. */
export function isStale(notedAt: number | null, now: number): boolean {
  return notedAt === null || Math.abs(now - notedAt) >= precisionMs;
}
