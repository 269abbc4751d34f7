import { describe, expect, test, vi } from 'vitest';
import { Schedule, type Timer } from './schedule.js';

/** A timer that rings when it is told to. */
function handTimer() {
  const running = new Set<() => void>();
  const timer: Timer = {
    every(_intervalMs, run) {
      running.add(run);
      return () => running.delete(run);
    },
  };
  return {
    timer,
    ring: () => {
      for (const run of running) run();
    },
    get running() {
      return running.size;
    },
  };
}

/** Work whose end the test decides. */
function workByHand() {
  const under: ((more: boolean) => void)[] = [];
  return {
    work: vi.fn(() => new Promise<boolean>((resolve) => under.push(resolve))),
    finish: (more = false) => under.shift()?.(more),
  };
}

function scheduleOf(work: () => Promise<boolean>) {
  const hand = handTimer();
  const report = vi.fn();
  return { hand, report, schedule: new Schedule({ work, timer: hand.timer, intervalMs: 1000, report }) };
}

describe('a schedule', () => {
  test('works at the start, and at each turn', async () => {
    const work = vi.fn(async () => false);
    const { hand, schedule } = scheduleOf(work);
    await schedule.start();
    expect(work).toHaveBeenCalledTimes(1);
    hand.ring();
    await schedule.run();
    expect(work).toHaveBeenCalledTimes(2);
  });

  test('goes on within a turn while there is more', async () => {
    const left = [true, true, false];
    const work = vi.fn(async () => left.shift() ?? false);
    await scheduleOf(work).schedule.start();
    expect(work).toHaveBeenCalledTimes(3);
  });

  test('never works twice at once', async () => {
    const { work, finish } = workByHand();
    const { hand, schedule } = scheduleOf(work);
    const first = schedule.start();
    hand.ring();
    hand.ring();
    expect(work).toHaveBeenCalledTimes(1);
    finish();
    await first;
    hand.ring();
    expect(work).toHaveBeenCalledTimes(2);
    finish();
  });

  test('reports what failed, and tries again at the next turn', async () => {
    const work = vi.fn(async () => false).mockRejectedValueOnce(new Error('The disk is full.'));
    const { report, schedule } = scheduleOf(work);
    await schedule.start();
    expect(report).toHaveBeenCalledExactlyOnceWith(new Error('The disk is full.'));
    await schedule.run();
    expect(work).toHaveBeenCalledTimes(2);
  });

  test('stops after the part that goes on, and waits for it', async () => {
    const { work, finish } = workByHand();
    const { hand, schedule } = scheduleOf(work);
    void schedule.start();
    const stopped = vi.fn();
    const stop = schedule.stop().then(stopped);
    expect(hand.running).toBe(0);
    await Promise.resolve();
    expect(stopped).not.toHaveBeenCalled();
    finish(true);
    await stop;
    expect(work).toHaveBeenCalledTimes(1);
  });
});
