import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor, TeomasterActor } from '../people/actor.js';
import { organizationId, staffId, teomasterId } from '../people/ids.js';
import { decideRequest, type ImprovementCommand, type ImprovementContext } from './decide-request.js';
import { decideSupport, type SupportCommand, type Supported } from './decide-support.js';
import { evolveRequest } from './evolve-request.js';
import { familyOf, type ImprovementRequest, statusOf } from './request.js';
import { type Ballots, countVotes, evolveBallots, type Support } from './support.js';

const person = (name: string, organization: string): TeomasterActor => ({
  kind: 'teomaster',
  id: teomasterId(name),
  organizationId: organizationId(organization),
});
const claire = person('claire', 'metiers');
const samir = person('samir', 'metiers');
const loic = person('loic', 'ouest');
const people = [claire, samir, loic];
const ines: Actor = { kind: 'staff', id: staffId('ines'), role: 'agent', services: ['customer'] };
const now = Date.parse('2026-11-24T09:00:00Z');
const parts = {
  role: 'responsable',
  need: 'voir les absences',
  purpose: 'prévenir',
  module: 'calendar',
} as const;
const context = (actor: Actor): ImprovementContext => ({
  actor,
  now,
  isPublished: (id) => id === 'absences',
});

/** Requests, and who voted for and follows each, as they come of commands. */
class Forum {
  requests = new Map<string, ImprovementRequest>();
  ballots: Ballots = new Map();
  follows = new Map<string, Set<string>>();

  give(id: string, command: ImprovementCommand, actor: Actor): string | null {
    const outcome = decideRequest(this.requests.get(id) ?? null, command, context(actor));
    if (!outcome.ok) return outcome.rejection.code;
    for (const event of outcome.events) this.#take(id, event);
    const other = command.type === 'merge' ? command.into : command.type === 'unmerge' ? command.from : null;
    for (const event of outcome.onOther) this.#take(other?.id ?? '', event);
    return null;
  }

  support(id: string, command: SupportCommand, actor: Actor): string | null {
    const request = this.request(id);
    const outcome = decideSupport(this.supported(id), this.supportOf(request, actor), command, {
      actor,
      now,
    });
    if (!outcome.ok) return outcome.rejection.code;
    for (const event of outcome.events) {
      this.ballots = evolveBallots(this.ballots, event);
      const followers = this.follows.get(event.requestId) ?? new Set();
      if (event.type === 'support.followed') followers.add(event.teomasterId);
      if (event.type === 'support.unfollowed') followers.delete(event.teomasterId);
      this.follows.set(event.requestId, followers);
    }
    return null;
  }

  request(id: string): ImprovementRequest {
    const request = this.requests.get(id);
    if (request === undefined) throw new Error(`There is no request ${id}.`);
    return request;
  }

  supported(id: string): Supported {
    const request = this.request(id);
    return { ...request, status: statusOf(request) };
  }

  supportOf(request: ImprovementRequest, { kind, ...actor }: Actor): Support {
    const own = kind === 'teomaster' && 'id' in actor ? teomasterId(actor.id) : teomasterId('');
    const family = familyOf(request);
    return {
      voted: family.filter((id) => this.ballots.get(id)?.has(own)),
      followed: family.filter((id) => this.follows.get(id)?.has(own)),
      told: null,
    };
  }

  votes(id: string) {
    return countVotes(this.ballots, familyOf(this.request(id)));
  }

  #take(id: string, event: Parameters<typeof evolveRequest>[1]): void {
    const request = evolveRequest(this.requests.get(id) ?? null, event);
    if (request !== null) this.requests.set(id, request);
  }
}

function forumOf(...ids: readonly string[]): Forum {
  const forum = new Forum();
  for (const requestId of ids) forum.give(requestId, { type: 'submit', requestId, ...parts }, claire);
  return forum;
}

describe('a vote', () => {
  test('counts once for each person, and each organization once', () => {
    const forum = forumOf('r1');
    for (const voter of [...people, claire]) expect(forum.support('r1', { type: 'vote' }, voter)).toBeNull();
    expect(forum.votes('r1')).toEqual({ votes: 3, organizations: 2 });
    expect(forum.support('r1', { type: 'withdraw_vote' }, loic)).toBeNull();
    expect(forum.support('r1', { type: 'withdraw_vote' }, loic)).toBeNull();
    expect(forum.votes('r1')).toEqual({ votes: 2, organizations: 1 });
    expect(forum.support('r1', { type: 'vote' }, ines)).toBe('teomaster_only');
  });

  test('follows its request into another one, and comes back with it', () => {
    const forum = forumOf('r1', 'r2');
    forum.support('r1', { type: 'vote' }, claire);
    forum.support('r2', { type: 'vote' }, claire);
    forum.support('r2', { type: 'vote' }, loic);
    expect(forum.give('r2', { type: 'merge', into: forum.request('r1') }, ines)).toBeNull();
    expect(forum.votes('r1')).toEqual({ votes: 2, organizations: 2 });
    expect(forum.support('r2', { type: 'vote' }, samir)).toBe('request_merged');
    expect(forum.give('r2', { type: 'unmerge', from: forum.request('r1') }, ines)).toBeNull();
    expect(forum.votes('r1').votes).toBe(1);
    expect(forum.votes('r2').votes).toBe(2);
  });

  test('that is taken back where its request goes on is taken back there, too', () => {
    const forum = forumOf('r1', 'r2');
    forum.support('r2', { type: 'vote' }, loic);
    forum.give('r2', { type: 'merge', into: forum.request('r1') }, ines);
    forum.support('r1', { type: 'withdraw_vote' }, loic);
    expect(forum.votes('r1').votes).toBe(0);
    forum.give('r2', { type: 'unmerge', from: forum.request('r1') }, ines);
    expect(forum.votes('r2').votes).toBe(0);
  });

  test('is over once it is implemented; then those who wanted it say whether it fits', () => {
    const fits = { type: 'say_whether_it_fits', fits: false, remark: ' Il manque l’export. ' } as const;
    const none: Support = { voted: [], followed: [], told: null };
    const implemented = { ...forumOf('r1').supported('r1'), status: 'implemented' } as const;
    const asked = (support: Support, command: SupportCommand, actor: Actor) =>
      decideSupport(implemented, support, command, { actor, now });
    expect(asked(none, { type: 'vote' }, loic)).toMatchObject({ rejection: { code: 'voting_over' } });
    expect(asked({ ...none, voted: ['r1'] }, { type: 'vote' }, loic)).toEqual({ ok: true, events: [] });
    expect(asked(none, fits, loic)).toMatchObject({ rejection: { code: 'not_concerned' } });
    for (const [support, actor] of [
      [none, claire],
      [{ ...none, voted: ['r1'] }, loic],
      [{ ...none, followed: ['r1'] }, samir],
    ] as const) {
      expect(asked(support, fits, actor)).toMatchObject({
        events: [{ type: 'support.fit_told', fits: false, remark: { written: 'Il manque l’export.' } }],
      });
    }
    const told = { fits: false, remark: 'Il manque l’export.' };
    expect(asked({ ...none, told }, fits, claire)).toEqual({ ok: true, events: [] });
    expect(forumOf('r1').support('r1', fits, claire)).toBe('not_implemented');
  });
});

describe('a merge', () => {
  test('is one step deep, of requests that are there', () => {
    const forum = forumOf('r1', 'r2', 'r3');
    expect(forum.give('r1', { type: 'merge', into: forum.request('r1') }, ines)).toBe('same_request');
    forum.give('r2', { type: 'merge', into: forum.request('r1') }, ines);
    expect(forum.give('r2', { type: 'merge', into: forum.request('r1') }, ines)).toBeNull();
    expect(forum.request('r1').merged).toEqual(['r2']);
    expect(forum.give('r2', { type: 'merge', into: forum.request('r3') }, ines)).toBe('request_merged');
    expect(forum.give('r1', { type: 'merge', into: forum.request('r3') }, ines)).toBe('request_has_merged');
    expect(forum.give('r3', { type: 'merge', into: forum.request('r2') }, ines)).toBe(
      'other_request_unavailable',
    );
    expect(forum.give('r3', { type: 'unmerge', from: forum.request('r1') }, ines)).toBe('request_not_merged');
    expect(forum.give('r3', { type: 'merge', into: forum.request('r1') }, claire)).toBe('staff_only');
  });
});

describe('what is written', () => {
  test('is a comment by a téomaster and an answer by the team, each once', () => {
    const forum = forumOf('r1');
    expect(forum.give('r1', { type: 'comment', commentId: 'c1', text: 'Chez nous aussi.' }, loic)).toBeNull();
    expect(forum.give('r1', { type: 'comment', commentId: 'c1', text: 'Chez nous aussi.' }, loic)).toBeNull();
    expect(forum.give('r1', { type: 'answer', commentId: 'c2', text: 'Merci.' }, ines)).toBeNull();
    expect(forum.request('r1')).toMatchObject({ version: 3 });
    expect(forum.give('r1', { type: 'answer', commentId: 'c3', text: 'x' }, loic)).toBe('staff_only');
    expect(forum.give('r1', { type: 'comment', commentId: 'c3', text: 'x' }, ines)).toBe('teomaster_only');
    expect(forum.give('r1', { type: 'comment', commentId: 'c3', text: ' ' }, loic)).toBe('fields_invalid');
    expect(forum.give('r9', { type: 'comment', commentId: 'c3', text: 'x' }, loic)).toBe('request_missing');
  });

  test('is hidden and restored for a reason, which stays', () => {
    const forum = forumOf('r1', 'r2');
    forum.give('r1', { type: 'comment', commentId: 'c1', text: 'Un nom' }, loic);
    const hide = { type: 'hide', commentId: 'c1', reason: 'Nomme une personne.' } as const;
    expect(forum.give('r1', { ...hide, reason: ' ' }, ines)).toBe('fields_invalid');
    expect(forum.give('r1', { ...hide, commentId: 'c9' }, ines)).toBe('no_such_comment');
    for (const _twice of [1, 2]) expect(forum.give('r1', hide, ines)).toBeNull();
    expect(forum.request('r1').comments.get('c1')).toMatchObject({ hidden: true });
    expect(forum.request('r1').version).toBe(3);
    forum.give('r1', { ...hide, type: 'restore' }, ines);
    expect(forum.request('r1').comments.get('c1')).toMatchObject({ hidden: false });
    forum.give('r2', { type: 'merge', into: forum.request('r1') }, ines);
    expect(forum.give('r1', { ...hide, commentId: null }, ines)).toBe('request_has_merged');
    forum.give('r2', { type: 'unmerge', from: forum.request('r1') }, ines);
    forum.give('r1', { ...hide, commentId: null }, ines);
    expect(forum.give('r1', { type: 'comment', commentId: 'c2', text: 'x' }, loic)).toBe('request_hidden');
    expect(forum.support('r1', { type: 'vote' }, loic)).toBe('request_hidden');
  });
});

test('where it is implemented is said of what is implemented, with an article that can be read', () => {
  const forum = forumOf('r1');
  const record = { type: 'record_implementation', release: '8.6', article: 'absences' } as const;
  expect(forum.give('r1', record, ines)).toBe('not_implemented');
  const decided = evolveRequest(forum.request('r1'), {
    type: 'improvement.decided',
    month: '2026-11',
    status: 'implemented',
    rationale: { written: 'C’est fait depuis la version 8.6.' },
    at: now,
    by: { kind: 'system' },
  });
  if (decided !== null) forum.requests.set('r1', decided);
  expect(forum.give('r1', { ...record, article: 'brouillon' }, ines)).toBe('article_not_published');
  expect(forum.give('r1', { ...record, release: ' ' }, ines)).toBe('fields_invalid');
  for (const _twice of [1, 2]) expect(forum.give('r1', record, ines)).toBeNull();
  expect(forum.request('r1')).toMatchObject({
    version: 3,
    implementation: { release: '8.6', article: 'absences' },
  });
});

const ids = ['r1', 'r2', 'r3', 'r4'];
const step = fc.record({
  id: fc.constantFrom(...ids),
  other: fc.constantFrom(...ids),
  actor: fc.constantFrom(...people),
  act: fc.constantFrom(
    'vote',
    'vote',
    'vote',
    'withdraw_vote',
    'follow',
    'merge',
    'unmerge',
    'hide',
    'restore',
  ),
});

test('nobody votes twice, and no vote is lost, whatever the order of votes, merges and undone merges', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const forum = forumOf(...ids);
      for (const { id, other, actor, act } of steps) {
        const before = new Map(ids.map((one) => [one, forum.votes(one)]));
        if (act === 'merge') forum.give(id, { type: 'merge', into: forum.request(other) }, ines);
        else if (act === 'unmerge') forum.give(id, { type: 'unmerge', from: forum.request(other) }, ines);
        else if (act === 'hide' || act === 'restore')
          forum.give(id, { type: act, commentId: null, reason: 'Hors sujet' }, ines);
        else {
          const done = forum.support(id, { type: act }, actor);
          const { voted } = forum.supportOf(forum.request(id), actor);
          if (done === null && act === 'vote') expect(voted.length).toBeGreaterThan(0);
          if (done === null && act === 'withdraw_vote') expect(voted).toEqual([]);
          const change = forum.votes(id).votes - (before.get(id)?.votes ?? 0);
          expect(Math.abs(change)).toBeLessThanOrEqual(1);
        }
        for (const one of ids) {
          const request = forum.request(one);
          expect(forum.votes(one).votes).toBeLessThanOrEqual(people.length);
          expect(forum.votes(one).organizations).toBeLessThanOrEqual(forum.votes(one).votes);
          if (request.mergedInto !== null) {
            expect(request.merged).toEqual([]);
            expect(forum.request(request.mergedInto).merged).toContain(one);
          }
          for (const merged of request.merged) expect(forum.request(merged).mergedInto).toBe(one);
        }
      }
      // Every merge undone, each request has what was cast for it and not taken back, and nothing else.
      const cast = new Map(ids.map((one) => [one, forum.ballots.get(one)?.size ?? 0]));
      for (const one of ids) {
        const { mergedInto } = forum.request(one);
        if (mergedInto !== null) forum.give(one, { type: 'unmerge', from: forum.request(mergedInto) }, ines);
      }
      for (const one of ids) expect(forum.votes(one).votes).toBe(cast.get(one));
    }),
    { numRuns: 300 },
  );
});
