/** Whether an article is to be read again by now. */
export function isDue(reviewDue: string, now: number): boolean {
  return Date.parse(reviewDue) <= now;
}
