import {
  offsetAt,
  priorities,
  publishedPolicy,
  type Service,
  serviceClock,
  services,
  type TicketEventType,
  ticketStatuses,
  ticketTypes,
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

/** How often each thing happens at the least, over all tickets. Alarms are given by the time, not by a story. */
const leastTimes: Readonly<Record<Exclude<TicketEventType, `target.${string}`>, number>> = {
  'ticket.filed': 85,
  'ticket.answered': 30,
  'ticket.replied': 8,
  'ticket.assigned': 40,
  'ticket.reproduction_tested': 12,
  'ticket.transferred': 8,
  'ticket.reprioritised': 4,
  'ticket.requalified': 5,
  'ticket.roll_back_guided': 6,
  'ticket.roll_back_step_ticked': 15,
  'ticket.roll_back_ruled_out': 2,
  'ticket.views_crossed': 6,
  'ticket.merged': 3,
  'ticket.unmerged': 1,
  'ticket.duplicate_added': 3,
  'ticket.duplicate_removed': 1,
  'ticket.carried': 4,
  'ticket.released': 1,
  'ticket.resolved': 40,
  'ticket.confirmed': 20,
  'ticket.closed_by_time': 8,
  'ticket.reopened': 2,
  'ticket.cancelled': 4,
  'internal_note.written': 8,
  'consultation.asked': 8,
  'consultation.answered': 6,
  'carried_ticket.added': 4,
  'carried_ticket.removed': 1,
  'link.added': 6,
  'link.removed': 2,
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

  test('some ninety tickets, each accepted step by step by the rules', () => {
    expect(lived.length).toBeGreaterThanOrEqual(85);
    expect(lived).toHaveLength(history.tickets.length);
    expect(new Set(lived.map(({ key }) => key)).size).toBe(lived.length);
  });

  test('several tickets of every type, status, priority and verdict', () => {
    const tickets = lived.map(({ ticket }) => ticket);
    const atLeast = (least: number, all: readonly string[], found: readonly (string | null)[]) => {
      for (const one of all)
        expect(found.filter((each) => each === one).length, one).toBeGreaterThanOrEqual(least);
    };
    atLeast(
      7,
      ticketTypes,
      tickets.map(({ type }) => type),
    );
    atLeast(
      4,
      ticketStatuses,
      tickets.map(({ status }) => status),
    );
    atLeast(
      8,
      priorities,
      tickets.map(({ priority }) => priority),
    );
    atLeast(
      3,
      verdicts,
      tickets.map(({ verdict }) => verdict),
    );
  });

  test('every step of the path is taken, most of them by several tickets', () => {
    const counted = new Map<string, number>();
    for (const { type } of lived.flatMap(({ events }) => events))
      counted.set(type, (counted.get(type) ?? 0) + 1);
    for (const [type, least] of Object.entries(leastTimes))
      expect(counted.get(type) ?? 0, type).toBeGreaterThanOrEqual(least);
  });

  test('each service has tickets to work on, some of them nobody’s yet', () => {
    const unresolved = lived.filter(({ ticket }) => ['new', 'open', 'pending'].includes(ticket.status));
    for (const service of services)
      expect(
        unresolved.filter(({ ticket }) => ticket.service === service).length,
        service,
      ).toBeGreaterThanOrEqual(3);
    expect(unresolved.some(({ ticket }) => ticket.agentId === null)).toBe(true);
    expect(unresolved.some(({ ticket }) => ticket.agentId !== null)).toBe(true);
  });

  test('the team mostly answers and assigns in good time, as it promises', () => {
    const within = (days: number, at: number | null, { filedAt }: Lived['ticket']) =>
      (at ?? now) - filedAt <= days * dayMs;
    const tickets = lived.map(({ ticket }) => ticket);
    const assigned = tickets.filter((ticket) => within(1, ticket.assigned?.at ?? null, ticket));
    const answered = tickets.filter((ticket) => within(3, ticket.firstAnswered?.at ?? null, ticket));
    expect(assigned.length / tickets.length).toBeGreaterThan(0.75);
    expect(answered.length / tickets.length).toBeGreaterThan(0.8);
  });

  test('clocks stand still for a requester, a roll-back among them half done', () => {
    const paused = lived.filter((one) => clockOf(one, now).state === 'paused');
    expect(paused.length).toBeGreaterThanOrEqual(4);
    const halfDone = paused.filter(({ ticket: { rollBack } }) => {
      if (rollBack?.kind !== 'guided') return false;
      const done = rollBack.steps.filter((step) => step.done).length;
      return done > 0 && done < rollBack.steps.length;
    });
    expect(halfDone.length).toBeGreaterThanOrEqual(2);
  });

  test('a malfunction that was resolved answered tickets of other organizations', () => {
    const carriers = lived.filter(({ ticket }) => ticket.carries.length > 1 && ticket.status === 'closed');
    const organizations = carriers.flatMap(({ ticket }) =>
      [ticket.id, ...ticket.carries].map(
        (id) => lived.find((one) => one.ticket.id === id)?.ticket.organizationId,
      ),
    );
    expect(new Set(organizations).size).toBeGreaterThanOrEqual(3);
  });

  test('targets that are missed, and targets that come within a day', () => {
    const running = lived.filter((one) => clockOf(one, now).state === 'running');
    expect(running.some((one) => clockOf(one, now).missed)).toBe(true);
    const near = running.filter((one) => !clockOf(one, now).missed && clockOf(one, now).dueAt - now < dayMs);
    expect(near.length).toBeGreaterThan(0);
  });

  test('each organization has filed within the last hours', () => {
    const fresh = lived.filter(({ ticket }) => ticket.status === 'new' && now - ticket.filedAt < dayMs / 3);
    expect(new Set(fresh.map(({ ticket }) => ticket.organizationId)).size).toBe(4);
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
    const odd = steps.filter(({ at, by }) => {
      if (by.kind === 'system') return false;
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
  const { organizations, teomasters, staff, files, tickets, faq } = demoHistory(
    Date.parse('2026-11-24T14:30:00Z'),
  );
  const commands = tickets.flatMap((ticket) => ticket.commands);

  test('fourteen téomasters of four organizations, and each has written', () => {
    expect(organizations).toHaveLength(4);
    expect(teomasters).toHaveLength(14);
    const writers = new Set(commands.flatMap(({ by }) => (by.kind === 'teomaster' ? by.subject : [])));
    expect(writers).toEqual(new Set(teomasters.map(({ subject }) => subject)));
  });

  test('six people of the team, in the four services, and each has written', () => {
    expect(staff).toHaveLength(6);
    expect(new Set(staff.flatMap((person): Service[] => person.services))).toEqual(new Set(services));
    const writers = new Set(commands.flatMap(({ by }) => (by.kind === 'staff' ? by.email : [])));
    expect(writers).toEqual(new Set(staff.map(({ email }) => email)));
  });

  test('organizations with and without training courses, with and without a trial', () => {
    const kinds = organizations.map(({ trainings = [], trials = [] }) => [
      trainings.length > 0,
      trials.length > 0,
    ]);
    expect(kinds).toContainEqual([true, false]);
    expect(kinds).toContainEqual([true, true]);
    expect(kinds).toContainEqual([false, false]);
  });

  test('no téomaster writes in the ticket of another organization', () => {
    const organizationOf = new Map(teomasters.map(({ subject, organization }) => [subject, organization]));
    for (const { key, commands: story } of tickets) {
      const writers = story.flatMap(({ by }) => (by.kind === 'teomaster' ? by.subject : []));
      expect(new Set(writers.map((subject) => organizationOf.get(subject))).size, key).toBe(1);
    }
  });

  test('every picture is a PNG, small, and shown in a ticket or an article', () => {
    const shown = JSON.stringify(tickets) + JSON.stringify(faq?.articles);
    expect(files.length).toBeGreaterThan(0);
    for (const { key, name, base64 } of files) {
      const bytes = Buffer.from(base64, 'base64');
      expect(bytes.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n');
      expect(bytes.byteLength).toBeLessThan(40_000);
      expect(name).toMatch(/\.png$/);
      expect(shown).toMatch(new RegExp(`"${key}"|file:${key}`));
    }
  });

  test('what people read has typographic apostrophes, and punctuation that keeps to its word', () => {
    const words = JSON.stringify(commands.map(({ command }) => command));
    expect(words.match(/.{0,20}\p{L}'\p{L}.{0,20}/gu) ?? []).toEqual([]);
    expect(words.match(/.{0,20}(?: [:;?!»]|« ).{0,20}/gu) ?? []).toEqual([]);
  });

  test('its stories agree with each other whatever the day of the week', () => {
    for (let day = 0; day < 14; day += 1) {
      const at = Date.parse('2026-11-16T08:20:00Z') + day * dayMs;
      expect(() => liveHistory(demoHistory(at)), new Date(at).toISOString()).not.toThrow();
      expect(() => liveHistory(demoHistory(at + 8.5 * 3_600_000)), new Date(at).toISOString()).not.toThrow();
    }
  });
});
