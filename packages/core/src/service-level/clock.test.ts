import { describe, expect, test } from 'vitest';
import { priorities } from '../priority/priority.js';
import { day, hour, start } from '../testing/domain.js';
import { serviceClock, type Timed } from './clock.js';
import { policiesOf, publishedPolicies, UnknownPolicyError } from './policies.js';
import { publishedPolicy, type ServicePolicy } from './policy.js';
import { targetOf } from './target.js';

function timed(changes: Partial<Timed> = {}): Timed {
  const unmet = { firstAnswered: null, assigned: null };
  return { filedAt: start, priority: 'urgent', pauses: [], endedAt: null, ...unmet, ...changes };
}

const clockAt = (now: number, changes: Partial<Timed> = {}) =>
  serviceClock(timed(changes), publishedPolicy, now);

test.each([
  ['urgent', 3],
  ['high', 5],
  ['medium', 10],
  ['low', 15],
] as const)('a ticket of priority %s is due %i days after it was filed', (priority, days) => {
  expect(clockAt(start, { priority })).toMatchObject({
    state: 'running',
    dueAt: start + days * day,
    targetDays: days,
    pausedMs: 0,
    missed: false,
  });
  expect(targetOf(start, priority, publishedPolicy)).toBe(start + days * day);
});

test('every priority has a target, the more pressing the nearer', () => {
  const days = priorities.map((priority) => publishedPolicy.targetDays[priority]);
  expect(days).toEqual([...days].sort((a, b) => a - b));
});

describe('running', () => {
  test('the target is missed after it, not at it', () => {
    expect(clockAt(start + 3 * day).missed).toBe(false);
    expect(clockAt(start + 3 * day + 1).missed).toBe(true);
  });

  test('what was paused moves the target on', () => {
    const pauses = [
      { from: start + hour, to: start + 3 * hour },
      { from: start + day, to: start + 2 * day },
    ];
    expect(clockAt(start + 2 * day, { pauses })).toMatchObject({
      state: 'running',
      pausedMs: 2 * hour + day,
      dueAt: start + 4 * day + 2 * hour,
    });
  });
});

describe('paused', () => {
  const pauses = [{ from: start + hour, to: null }];

  test('the target moves on with the time', () => {
    expect(clockAt(start + 2 * hour, { pauses })).toMatchObject({
      state: 'paused',
      pausedMs: hour,
      dueAt: start + 3 * day + hour,
    });
  });

  test('however long the requester takes, the team does not miss it', () => {
    expect(clockAt(start + 400 * day, { pauses }).missed).toBe(false);
  });

  test('a clock of the machine before the pause pauses nothing', () => {
    expect(clockAt(start, { pauses })).toMatchObject({ pausedMs: 0, dueAt: start + 3 * day });
  });

  test('a target missed before the pause stays missed', () => {
    const late = [{ from: start + 4 * day, to: null }];
    expect(clockAt(start + 30 * day, { pauses: late }).missed).toBe(true);
  });
});

describe('stopped', () => {
  test('the end counts, not now', () => {
    expect(clockAt(start + 90 * day, { endedAt: start + 2 * day })).toMatchObject({
      state: 'stopped',
      missed: false,
    });
    expect(clockAt(start + 90 * day, { endedAt: start + 4 * day }).missed).toBe(true);
  });

  test('a pause that was open at the end goes up to it', () => {
    expect(
      clockAt(start + 90 * day, { endedAt: start + 3 * hour, pauses: [{ from: start + hour, to: null }] }),
    ).toMatchObject({ state: 'stopped', pausedMs: 2 * hour });
  });
});

test('days are counted in the zone of the policy', () => {
  const filedAt = Date.parse('2026-03-27T10:00:00Z');
  const utc: ServicePolicy = { ...publishedPolicy, timeZone: 'UTC' };
  expect(serviceClock(timed({ filedAt }), publishedPolicy, filedAt).dueAt).toBe(filedAt + 3 * day - hour);
  expect(serviceClock(timed({ filedAt }), utc, filedAt).dueAt).toBe(filedAt + 3 * day);
});

describe('policies', () => {
  const next = { ...publishedPolicy, version: '2027-01' };
  const policies = policiesOf(publishedPolicy, next);

  test('are found by their version, and the last one is current', () => {
    expect(policies.of(publishedPolicy.version)).toBe(publishedPolicy);
    expect(policies.current).toBe(next);
    expect(publishedPolicies.current).toBe(publishedPolicy);
  });

  test('never stand in for one that is missing', () => {
    expect(policies.known('1999-01')).toBe(false);
    expect(() => policies.of('1999-01')).toThrow(UnknownPolicyError);
    expect(() => policies.of('__proto__')).toThrow(UnknownPolicyError);
  });
});
