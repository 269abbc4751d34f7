import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../people/actor.js';
import { organizationId, staffId, teomasterId } from '../people/ids.js';
import { addCalendarMonths, monthOf } from '../service-level/calendar.js';
import { publishedPolicy } from '../service-level/policy.js';
import { decideRequest, type ImprovementCommand } from './decide-request.js';
import { decideReview, type ReviewCommand, type ReviewOutcome } from './decide-review.js';
import type { ReviewEvent } from './events.js';
import { evolveRequest } from './evolve-request.js';
import { firstDecisionDue, isOverdue } from './overdue.js';
import { hasSubstance } from './rationale.js';
import { decidedStatuses, type ImprovementRequest, statusOf } from './request.js';
import { blankReview, evolveReview, type Review } from './review.js';

const claire: Actor = {
  kind: 'teomaster',
  id: teomasterId('claire'),
  organizationId: organizationId('metiers'),
};
const ines: Actor = { kind: 'staff', id: staffId('ines'), role: 'admin', services: ['customer'] };
const now = Date.parse('2026-11-24T09:00:00Z');
const rationale = 'Le besoin revient chez plusieurs organismes : nous le prévoyons pour la version 8.6.';
const parts = {
  role: 'responsable pédagogique',
  need: 'voir les absences de la semaine sur une seule page',
  purpose: 'prévenir les financeurs à temps',
  module: 'calendar' as const,
};

/** Of what is drafted here each request still stands. */
const publishing = {
  type: 'publish' as const,
  get requests() {
    return ['r1', 'r2', 'r3'].map((id) => submitted(id));
  },
};

type Parts = Omit<Extract<ImprovementCommand, { type: 'submit' }>, 'type'>;

function submit(request: ImprovementRequest | null, given: Parts, actor: Actor, at = now) {
  return decideRequest(request, { type: 'submit', ...given }, { actor, now: at, isPublished: () => false });
}

function submitted(requestId = 'r1', at = now): ImprovementRequest {
  const outcome = submit(null, { requestId, ...parts }, claire, at);
  const request = outcome.ok ? outcome.events.reduce(evolveRequest, null) : null;
  if (request === null) throw new Error('It was to be accepted.');
  return request;
}

const context = (actor: Actor = ines, at = now) => ({ actor, now: at, policy: publishedPolicy });

function codeOf(outcome: { ok: boolean; rejection?: { code: string } }): string | null {
  return outcome.rejection?.code ?? null;
}

function after(review: Review, outcome: ReviewOutcome): Review {
  return outcome.ok ? outcome.events.reduce(evolveReview, review) : review;
}

describe('a request', () => {
  test('has three parts, and stands as submitted', () => {
    expect(submitted()).toMatchObject({ need: { written: parts.need }, version: 1 });
    expect(statusOf(submitted())).toBe('submitted');
  });

  test('with parts that are missing or too long is refused at each of them', () => {
    const command = { requestId: 'r1', ...parts, role: ' ', purpose: 'x'.repeat(601) };
    const outcome = submit(null, command, claire);
    expect(outcome).toMatchObject({
      rejection: {
        code: 'fields_invalid',
        issues: [
          { path: ['role'], code: 'required' },
          { path: ['purpose'], code: 'too_long', limit: 600 },
        ],
      },
    });
  });

  test('is made by a téomaster, and once', () => {
    expect(codeOf(submit(null, { requestId: 'r1', ...parts }, ines))).toBe('teomaster_only');
    const again = submit(submitted(), { requestId: 'r1', ...parts }, claire);
    expect(codeOf(again)).toBe('request_exists');
  });
});

describe('a rationale', () => {
  test.each(['', '   ', 'ok', 'OK.', 'Non retenu', '…………………………………………………', 'non non non non non non non non'])(
    'as empty as %j is refused',
    (text) => {
      expect(hasSubstance(text)).toBe(false);
      const draft = { type: 'draft_decision' as const, request: submitted(), status: 'planned' as const };
      expect(codeOf(decideReview(blankReview('2026-11'), { ...draft, rationale: text }, context()))).toBe(
        'rationale_without_substance',
      );
    },
  );

  test('of one sentence is enough', () => {
    expect(hasSubstance('Trop peu d’organismes sont concernés cette année.')).toBe(true);
  });
});

describe('the review of a month', () => {
  const drafting = (requestId: string): ReviewCommand => ({
    type: 'draft_decision',
    request: submitted(requestId),
    status: 'planned',
    rationale,
  });

  test('makes its drafts public all at once, and tells each request', () => {
    let review = blankReview('2026-11');
    for (const id of ['r1', 'r2', 'r1'])
      review = after(review, decideReview(review, drafting(id), context()));
    expect(review).toMatchObject({ state: 'draft', version: 2 });
    const outcome = decideReview(review, publishing, context());
    if (!outcome.ok) throw new Error('It was to be accepted.');
    expect([...outcome.decided.keys()]).toEqual(['r1', 'r2']);
    review = after(review, outcome);
    expect(review).toMatchObject({ state: 'published', publishedAt: now });
    const decided = outcome.decided.get('r1');
    const request = decided === undefined ? null : evolveRequest(submitted(), decided);
    expect(request?.decisions).toMatchObject([
      { month: '2026-11', status: 'planned', rationale: { written: rationale } },
    ]);
    expect(codeOf(decideReview(review, drafting('r3'), context()))).toBe('review_published');
  });

  test('keeps every decision that was ever made on a request', () => {
    const decisions = (['postponed', 'planned', 'implemented'] as const).map((status, index) => ({
      type: 'improvement.decided' as const,
      month: '2026-11' as const,
      status,
      rationale: { written: rationale },
      at: now + index,
      by: { kind: 'staff' as const, id: staffId('ines') },
    }));
    const request = decisions.reduce<ImprovementRequest | null>(evolveRequest, submitted());
    expect(request?.decisions.map((decision) => decision.status)).toEqual([
      'postponed',
      'planned',
      'implemented',
    ]);
    expect(request === null ? null : statusOf(request)).toBe('implemented');
  });

  test('is not published empty, nor before its month, nor by a téomaster', () => {
    const empty = blankReview('2026-11');
    expect(codeOf(decideReview(empty, publishing, context()))).toBe('nothing_drafted');
    const early = after(
      blankReview('2026-12'),
      decideReview(blankReview('2026-12'), drafting('r1'), context()),
    );
    expect(codeOf(decideReview(early, publishing, context()))).toBe('review_not_yet');
    expect(decideReview(early, publishing, context(ines, Date.parse('2026-11-30T23:30:00Z'))).ok).toBe(true);
    expect(codeOf(decideReview(early, publishing, context(claire)))).toBe('staff_only');
  });

  test('decides nothing on a request that was merged or hidden meanwhile', () => {
    const drafted = after(
      blankReview('2026-11'),
      decideReview(blankReview('2026-11'), drafting('r1'), context()),
    );
    for (const gone of [{ mergedInto: 'r2' }, { hidden: true }]) {
      const requests = [{ ...submitted(), ...gone }];
      expect(codeOf(decideReview(drafted, { type: 'publish', requests }, context()))).toBe(
        'request_not_decidable',
      );
      const [request] = requests;
      if (request === undefined) throw new Error('There is one.');
      const draft = { type: 'draft_decision' as const, request, status: 'planned' as const, rationale };
      expect(codeOf(decideReview(blankReview('2026-11'), draft, context()))).toBe('request_not_decidable');
    }
    expect(codeOf(decideReview(drafted, { type: 'publish', requests: [] }, context()))).toBe(
      'request_not_decidable',
    );
  });

  test('keeps what the team says to itself, and needs something said', () => {
    const remark = (text: string) =>
      decideReview(blankReview('2026-11'), { type: 'remark', requestId: 'r1', text }, context());
    expect(remark(' À voir avec le commercial ')).toMatchObject({
      events: [{ type: 'review.remarked', text: { written: 'À voir avec le commercial' } }],
    });
    expect(codeOf(remark(' '))).toBe('fields_invalid');
  });

  test('lets go of a draft, and says nothing when there is none', () => {
    const drafted = after(
      blankReview('2026-11'),
      decideReview(blankReview('2026-11'), drafting('r1'), context()),
    );
    const withdrawn = after(
      drafted,
      decideReview(drafted, { type: 'withdraw_draft', requestId: 'r1' }, context()),
    );
    expect(withdrawn).toMatchObject({ state: 'draft', drafts: new Map() });
    const nothing = decideReview(withdrawn, { type: 'withdraw_draft', requestId: 'r1' }, context());
    expect(nothing).toMatchObject({ ok: true, events: [] });
  });
});

describe('a request that was never decided', () => {
  test.each([
    ['2026-01-31T10:00:00Z', '2026-02-28T10:00:00Z'],
    ['2026-03-15T10:00:00Z', '2026-04-15T09:00:00Z'],
    ['2026-12-01T10:00:00Z', '2027-01-01T10:00:00Z'],
  ])('on %s is overdue after %s', (at, due) => {
    const request = submitted('r1', Date.parse(at));
    expect(firstDecisionDue(request, publishedPolicy)).toBe(Date.parse(due));
    expect(isOverdue(request, publishedPolicy, Date.parse(due))).toBe(false);
    expect(isOverdue(request, publishedPolicy, Date.parse(due) + 1)).toBe(true);
  });
});

test('months are those of Paris', () => {
  expect(monthOf(Date.parse('2026-11-30T23:30:00Z'), 'Europe/Paris')).toBe('2026-12');
  expect(addCalendarMonths(Date.parse('2028-01-31T10:00:00Z'), 1, 'Europe/Paris')).toBe(
    Date.parse('2028-02-29T10:00:00Z'),
  );
});

test('no sequence of commands by anyone breaks a review', () => {
  const requests = ['r1', 'r2', 'r3'].map((id) => submitted(id));
  const command: fc.Arbitrary<ReviewCommand> = fc.oneof(
    fc.record({
      type: fc.constant('draft_decision' as const),
      request: fc.constantFrom(...requests),
      status: fc.constantFrom(...decidedStatuses),
      rationale: fc.oneof(fc.constant(rationale), fc.string(), fc.lorem({ maxCount: 9 })),
    }),
    fc.record({ type: fc.constant('withdraw_draft' as const), requestId: fc.constantFrom('r1', 'r2', 'r9') }),
    fc.constant(publishing),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(command, fc.constantFrom(claire, ines))), (given) => {
      let review = blankReview('2026-11');
      const log: ReviewEvent[] = [];
      for (const [one, actor] of given) {
        const before = review;
        const outcome = decideReview(review, one, context(actor));
        if (!outcome.ok) continue;
        expect(actor).toBe(ines);
        expect(before.state).toBe('draft');
        log.push(...outcome.events);
        review = after(review, outcome);
        for (const event of outcome.decided.values()) {
          expect(event.type === 'improvement.decided' && hasSubstance(event.rationale.written ?? '')).toBe(
            true,
          );
        }
      }
      expect(log.reduce(evolveReview, blankReview('2026-11'))).toEqual(review);
      expect(review.version).toBe(log.length);
      expect(log.filter((event) => event.type === 'review.published').length).toBe(
        review.state === 'published' ? 1 : 0,
      );
    }),
    { numRuns: 300 },
  );
});
