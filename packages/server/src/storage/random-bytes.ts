import { randomBytes } from 'node:crypto';

const drawnAtOnce = 65_536;
let drawn = Buffer.alloc(0);
let used = 0;

/**
 * Random bytes that nobody has had yet. They are drawn from the system many at once: to ask it for sixteen of them costs
 * more than to hash with them.
 */
export function drawRandom(count: number): Buffer {
  if (used + count > drawn.length) {
    drawn = randomBytes(Math.max(drawnAtOnce, count));
    used = 0;
  }
  used += count;
  return drawn.subarray(used - count, used);
}
