import {
  offsetAt,
  priorities,
  publishedPolicy,
  type Service,
  serviceClock,
  services,
  timed,
  verdicts,
} from '@teo-support/core';
import { describe, expect, test } from 'vitest';
import { demoHistory } from './index.js';
import { type Lived, liveHistory } from './testing/live-history.js';

const dayMs = 86_400_000;

const nows: Readonly<Record<string, string>> = {
  'a Tuesday noon': '2026-11-24T11:00:00Z',
  'a Wednesday night': '2026-11-25T21:40:00Z',
  'a Sunday evening': '2026-11-29T20:10:00Z',
  'a Saturday before dawn': '2026-11-28T03:59:00Z',
  'the night when summer time ends': '2026-10-25T01:30:00Z',
  'the night when summer time begins': '2027-03-28T01:30:00Z',
  'the morning after summer time ended': '2026-10-26T07:45:00Z',
  'the morning after summer time began': '2027-03-29T07:45:00Z',
  'the second of January': '2027-01-02T10:20:00Z',
  'the first minute of a year': '2026-12-31T23:00:30Z',
  'the day after three bank holidays': '2027-05-18T07:00:00Z',
};

/** Hour of the day (with its fraction) and day of the week (0 is Sunday) in Paris. */
function inParis(at: string): { readonly hour: number; readonly weekday: number } {
  const instant = Date.parse(at);
  const local = new Date(instant + offsetAt(instant, publishedPolicy.timeZone));
  return { hour: local.getUTCHours() + local.getUTCMinutes() / 60, weekday: local.getUTCDay() };
}

function clockOf({ ticket }: Lived, now: number) {
  return serviceClock(timed(ticket), publishedPolicy, now);
}

describe.each(Object.entries(nows))('told on %s', (_when, iso) => {
  const now = Date.parse(iso);
  const history = demoHistory(now);
  const lived = liveHistory(history);
  const steps = history.tickets.flatMap(({ key, commands }) => commands.map((step) => ({ key, ...step })));

  test('some forty tickets, each accepted step by step by the rules', () => {
    expect(lived.length).toBeGreaterThanOrEqual(40);
    expect(new Set(lived.map(({ key }) => key)).size).toBe(lived.length);
  });

  test('every status that can be reached, both types, all priorities and verdicts', () => {
    const tickets = lived.map(({ ticket }) => ticket);
    expect(new Set(tickets.map(({ status }) => status))).toEqual(
      new Set(['new', 'open', 'pending', 'resolved', 'closed']),
    );
    expect(new Set(tickets.map(({ type }) => type))).toEqual(new Set(['malfunction', 'usage_question']));
    expect(new Set(tickets.map(({ priority }) => priority))).toEqual(new Set(priorities));
    expect(new Set(tickets.flatMap(({ verdict }) => verdict ?? []))).toEqual(new Set(verdicts));
  });

  test('reopened, transferred, with internal notes, assigned to someone and to nobody', () => {
    const types = new Set(lived.flatMap(({ events }) => events.map(({ type }) => type)));
    expect(types).toContain('ticket.reopened');
    expect(types).toContain('ticket.transferred');
    expect(types).toContain('internal_note.written');
    const unresolved = lived.filter(({ ticket }) => ['new', 'open', 'pending'].includes(ticket.status));
    expect(unresolved.some(({ ticket }) => ticket.agentId === null)).toBe(true);
    expect(unresolved.some(({ ticket }) => ticket.agentId !== null)).toBe(true);
  });

  test('targets that are missed, and targets that come within a day', () => {
    const running = lived.filter((one) => clockOf(one, now).state === 'running');
    expect(running.some((one) => clockOf(one, now).missed)).toBe(true);
    const near = running.filter((one) => !clockOf(one, now).missed && clockOf(one, now).dueAt - now < dayMs);
    expect(near.length).toBeGreaterThan(0);
  });

  test('each organization has filed within the last hours', () => {
    const fresh = lived.filter(({ ticket }) => ticket.status === 'new' && now - ticket.filedAt < dayMs / 3);
    expect(new Set(fresh.map(({ ticket }) => ticket.organizationId)).size).toBe(3);
  });

  test('nothing lies in the future, nor longer back than three months or so', () => {
    for (const { key, at } of steps) {
      expect(Date.parse(at), key).toBeLessThanOrEqual(now);
      expect(now - Date.parse(at), key).toBeLessThan(96 * dayMs);
    }
    const oldest = Math.min(...steps.map(({ at }) => Date.parse(at)));
    expect(now - oldest).toBeGreaterThan(60 * dayMs);
  });

  test('each step comes after the one before', () => {
    for (const { key, commands } of history.tickets) {
      const times = commands.map(({ at }) => Date.parse(at));
      expect(times, key).toEqual([...times].sort((a, b) => a - b));
    }
  });

  test('what lies back more than a day was written on weekdays between nine and six in Paris', () => {
    const odd = steps.filter(({ at }) => {
      const { hour, weekday } = inParis(at);
      const today = now - Date.parse(at) < dayMs;
      return !today && (weekday === 0 || weekday === 6 || hour < 9 || hour >= 18);
    });
    expect(odd.map(({ key, at }) => `${key} ${at}`)).toEqual([]);
  });

  test('told twice, it is the same', () => {
    expect(demoHistory(now)).toEqual(history);
  });
});

describe('the cast', () => {
  const { organizations, teomasters, staff, files, tickets } = demoHistory(
    Date.parse('2026-11-24T14:30:00Z'),
  );
  const commands = tickets.flatMap((ticket) => ticket.commands);

  test('a dozen téomasters of three organizations, and each has written', () => {
    expect(organizations).toHaveLength(3);
    expect(teomasters).toHaveLength(12);
    const writers = new Set(commands.flatMap(({ by }) => (by.kind === 'teomaster' ? by.subject : [])));
    expect(writers).toEqual(new Set(teomasters.map(({ subject }) => subject)));
  });

  test('six people of the team, in the four services, and each has written', () => {
    expect(staff).toHaveLength(6);
    expect(new Set(staff.flatMap((person): Service[] => person.services))).toEqual(new Set(services));
    const writers = new Set(commands.flatMap(({ by }) => (by.kind === 'staff' ? by.email : [])));
    expect(writers).toEqual(new Set(staff.map(({ email }) => email)));
  });

  test('no téomaster writes in the ticket of another organization', () => {
    const organizationOf = new Map(teomasters.map(({ subject, organization }) => [subject, organization]));
    for (const { key, commands: story } of tickets) {
      const writers = story.flatMap(({ by }) => (by.kind === 'teomaster' ? by.subject : []));
      expect(new Set(writers.map((subject) => organizationOf.get(subject))).size, key).toBe(1);
    }
  });

  test('every picture is a PNG, small, and shown in a ticket', () => {
    const shown = JSON.stringify(tickets);
    expect(files.length).toBeGreaterThan(0);
    for (const { key, name, base64 } of files) {
      const bytes = Buffer.from(base64, 'base64');
      expect(bytes.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n');
      expect(bytes.byteLength).toBeLessThan(40_000);
      expect(name).toMatch(/\.png$/);
      expect(shown).toContain(`"${key}"`);
    }
  });

  test('what people read has typographic apostrophes', () => {
    const words = JSON.stringify(commands.map(({ command }) => command));
    expect(words.match(/.{0,20}\p{L}'\p{L}.{0,20}/gu) ?? []).toEqual([]);
  });
});
