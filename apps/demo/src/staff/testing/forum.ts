import {
  type Actor,
  blankReview,
  decideRequest,
  decideReview,
  evolveRequest,
  evolveReview,
  firstDecisionDue,
  type ImprovementCommand,
  type ImprovementRejection,
  type ImprovementRequest,
  isOverdue,
  type Month,
  organizationId,
  publishedPolicy,
  type Review,
  type ReviewCommand,
  staffId,
  statusOf,
  type TeoModule,
  teomasterId,
} from '@teo-support/core';
import { rejectionMessage } from '@teo-support/core/messages';
import { fr } from '@teo-support/core/messages/fr';
import type {
  ForumAuthor,
  ImprovementComment,
  ImprovementFigures,
  StaffImprovement,
  StaffImprovementSummary,
  StaffMember,
  StaffReview,
} from '@teo-support/sdk';
import { type FakeApi, problem } from './fake-api.js';
import { julien, sarah } from './tickets.js';

type DraftView = StaffReview['drafts'][number];

const claire: ForumAuthor = {
  team: false,
  mine: false,
  person: { id: 'claire', name: 'Claire Vasseur' },
  organization: { id: 'org-1', name: 'Atelier des Métiers' },
};
const none = { planned: 0, in_progress: 0, postponed: 0, implemented: 0, not_selected: 0 };
const article = { id: 'avoir', title: 'Faire un avoir' };

const teomaster: Actor = {
  kind: 'teomaster',
  id: teomasterId('claire'),
  organizationId: organizationId('org-1'),
};

interface Kept {
  readonly number: number;
  request: ImprovementRequest;
  comments: ImprovementComment[];
  moderation: StaffImprovement['moderation'];
  byOrganization: StaffImprovement['byOrganization'];
  followers: number;
  fit: StaffImprovement['fit'];
}

interface KeptReview {
  review: Review;
  written: Map<string, { by: StaffMember; at: number }>;
  remarks: StaffReview['remarks'];
}

/** What a téomaster submitted, for tests; `part` changes what one is about. */
interface Submitted {
  readonly need: string;
  readonly module?: TeoModule;
  readonly daysAgo?: number;
  readonly votes?: readonly (readonly [organization: string, people: number])[];
  readonly followers?: number;
}

/** The forum's side of the API for tests of the view: requests and reviews change by the rules, as on the server. */
export class FakeForum {
  readonly kept = new Map<string, Kept>();
  readonly reviews = new Map<string, KeptReview>();
  /** Ids that are offered as similar to whatever is asked about. */
  similar: string[] = [];
  told = 3;
  now: number;
  readonly #api: FakeApi;

  constructor(api: FakeApi, now = Date.now()) {
    this.#api = api;
    this.now = now;
    api.override = ({ method, path, search, body, ifMatch }) =>
      this.#answer(`${method} ${path}`, new URLSearchParams(search), Object(body), ifMatch);
  }

  submit(id: string, given: Submitted): void {
    const { need, module = 'invoicing', daysAgo = 3, votes = [['Atelier des Métiers', 1]] } = given;
    const at = this.now - daysAgo * 86_400_000;
    const parts = { role: 'gestionnaire', need, purpose: 'gagner du temps', module };
    const outcome = decideRequest(
      null,
      { type: 'submit', requestId: id, ...parts },
      { actor: teomaster, now: at, isPublished: () => true },
    );
    if (!outcome.ok) throw new Error(outcome.rejection.code);
    const request = outcome.events.reduce<ImprovementRequest | null>(evolveRequest, null);
    if (request === null) throw new Error('Nothing was submitted.');
    this.kept.set(id, {
      number: 100 + this.kept.size + 1,
      request,
      comments: [],
      moderation: [],
      byOrganization: votes.map(([name, people]) => ({
        organization: { id: `org-${name}`, name },
        votes: people,
      })),
      followers: given.followers ?? 0,
      fit: { yes: 0, no: 0, remarks: [] },
    });
  }

  /** A téomaster writes under a request. */
  comment(id: string, text: string): void {
    const commentId = `c-${this.#of(id).comments.length}`;
    const rejection = this.#apply(id, { type: 'comment', commentId, text }, teomaster);
    if (rejection !== null) throw new Error(rejection.code);
  }

  /** Somebody of the team does something to a request; a refusal is a mistake of the test. */
  change(id: string, command: ImprovementCommand, by: StaffMember = julien): void {
    const rejection = this.#apply(id, command, this.#actor(by));
    if (rejection !== null) throw new Error(rejection.code);
  }

  /** Somebody of the team does something in a review. */
  review(month: Month, command: ReviewCommand, by: StaffMember = julien): void {
    const rejection = this.#applyReview(month, command, by);
    if (rejection !== null) throw new Error(rejection.code);
  }

  /** A decision that is published, months ago. */
  decide(id: string, month: Month, decision: Pick<DraftView, 'status' | 'rationale'>): void {
    const { request } = this.#of(id);
    this.review(month, { type: 'draft_decision', request, ...decision });
    this.review(month, { type: 'publish', requests: [request] });
  }

  #of(id: string): Kept {
    const kept = this.kept.get(id);
    if (kept === undefined) throw new Error(`No request is called ${id}.`);
    return kept;
  }

  #actor(by: StaffMember): Actor {
    return { kind: 'staff', id: staffId(by.id), role: by.role, services: by.services };
  }

  #apply(id: string, command: ImprovementCommand, actor: Actor): ImprovementRejection | null {
    const kept = this.#of(id);
    const context = { actor, now: this.now, isPublished: () => true };
    const outcome = decideRequest(kept.request, command, context);
    if (!outcome.ok) return outcome.rejection;
    const evolved = outcome.events.reduce<ImprovementRequest | null>(evolveRequest, kept.request);
    if (evolved !== null) kept.request = evolved;
    const other = command.type === 'merge' ? command.into : command.type === 'unmerge' ? command.from : null;
    if (other !== null) {
      const keptOther = this.#of(other.id);
      const evolvedOther = outcome.onOther.reduce<ImprovementRequest | null>(
        evolveRequest,
        keptOther.request,
      );
      if (evolvedOther !== null) keptOther.request = evolvedOther;
    }
    for (const event of outcome.events) {
      if (event.type === 'improvement.commented') {
        const team = { team: true, mine: true, person: person(actor), organization: null };
        const author = actor.kind === 'staff' ? team : claire;
        kept.comments.push(this.#comment(event.commentId, kept, author, event.text.written ?? ''));
      }
      if (event.type !== 'improvement.hidden' && event.type !== 'improvement.restored') continue;
      const hidden = event.type === 'improvement.hidden';
      const reason = event.reason.written ?? '';
      const act = hidden ? ('hidden' as const) : ('restored' as const);
      kept.moderation = [
        ...kept.moderation,
        { at: iso(event.at), by: person(actor), act, comment: event.commentId, reason },
      ];
      kept.comments = kept.comments.map((one) =>
        one.id === event.commentId
          ? { ...one, isHidden: hidden, hidden: hidden ? { at: iso(event.at), reason } : null }
          : one,
      );
    }
    return null;
  }

  #comment(id: string, { request }: Kept, author: ForumAuthor, text: string): ImprovementComment {
    const at = iso(this.now);
    return { id, improvement: request.id, author, at, text, hidden: null, isHidden: false };
  }

  #reviewOf(month: Month): KeptReview {
    const known = this.reviews.get(month);
    if (known !== undefined) return known;
    const made: KeptReview = { review: blankReview(month), written: new Map(), remarks: [] };
    this.reviews.set(month, made);
    return made;
  }

  #applyReview(month: Month, command: ReviewCommand, by: StaffMember): ImprovementRejection | null {
    const kept = this.#reviewOf(month);
    const context = { actor: this.#actor(by), now: this.now, policy: publishedPolicy };
    const outcome = decideReview(kept.review, command, context);
    if (!outcome.ok) return outcome.rejection;
    kept.review = outcome.events.reduce(evolveReview, kept.review);
    for (const event of outcome.events) {
      if (event.type === 'review.decision_drafted') kept.written.set(event.requestId, { by, at: this.now });
      if (event.type === 'review.remarked')
        kept.remarks = [
          ...kept.remarks,
          { improvement: event.requestId, by: named(by), at: iso(this.now), text: event.text.written },
        ];
    }
    for (const [id, event] of outcome.decided) {
      const request = this.#of(id);
      const evolved = evolveRequest(request.request, event);
      if (evolved !== null) request.request = evolved;
    }
    return null;
  }

  #answer(
    call: string,
    params: URLSearchParams,
    body: Record<string, never>,
    ifMatch: string | null,
  ): Response | undefined {
    if (this.#api.member === null) return undefined;
    switch (call) {
      case 'GET /v1/staff/improvements':
        return page(this.#found(params));
      case 'GET /v1/staff/improvement-reviews':
        return Response.json({
          reviews: [...this.reviews.keys()]
            .sort()
            .reverse()
            .map((month) => this.#row(month)),
        });
      case 'GET /v1/commitments/improvements':
        return Response.json(this.#figures());
      case 'GET /v1/staff/faq/articles':
        return page([
          {
            ...article,
            state: 'published',
            stage: 'none',
            modules: [],
            reviewDue: null,
            changedAt: iso(0),
            version: 1,
          },
        ]);
    }
    return this.#ofReview(call, body, ifMatch) ?? this.#ofRequest(call, body, ifMatch);
  }

  #ofReview(call: string, body: Record<string, never>, ifMatch: string | null): Response | undefined {
    const [, method, name = '', rest = ''] =
      /^(\w+) \/v1\/staff\/improvement-reviews\/([^/]+)(?:\/(.+))?$/.exec(call) ?? [];
    if (method === undefined) return undefined;
    const month = monthNamed(name);
    if (month === null) return problem(404, 'not-found', 'Introuvable.');
    const kept = this.#reviewOf(month);
    if (method === 'GET') return Response.json(this.viewOf(month));
    if (ifMatch !== null && ifMatch !== `"${kept.review.version}"`)
      return problem(412, 'version-conflict', 'Changé.');
    const rejection = this.#applyReview(month, this.#reviewCommand(method, rest, body, kept), this.#me);
    return rejection === null ? Response.json(this.viewOf(month)) : refused(rejection);
  }

  #reviewCommand(
    method: string,
    rest: string,
    body: Record<string, never>,
    { review }: KeptReview,
  ): ReviewCommand {
    const [, requestId = '', remarks] = /^drafts\/([^/]+)(\/remarks)?$/.exec(rest) ?? [];
    if (rest === 'publication') {
      const ids = review.state === 'draft' ? [...review.drafts.keys()] : [];
      return { type: 'publish', requests: ids.map((id) => this.#of(id).request) };
    }
    if (method === 'DELETE') return { type: 'withdraw_draft', requestId };
    if (remarks !== undefined) return { type: 'remark', requestId, text: body.text ?? '' };
    const { status, rationale } = body;
    if (status === undefined || rationale === undefined) throw new Error('No decision was sent.');
    return { type: 'draft_decision', request: this.#of(requestId).request, status, rationale };
  }

  #ofRequest(call: string, body: Record<string, never>, ifMatch: string | null): Response | undefined {
    const [, commentsOf] = /^GET \/v1\/improvements\/([^/]+)\/comments$/.exec(call) ?? [];
    if (commentsOf !== undefined) return page(this.kept.get(commentsOf)?.comments ?? []);
    const [, method, id = '', rest] =
      /^(GET|POST) \/v1\/staff\/improvements\/([^/]+)(?:\/(.+))?$/.exec(call) ?? [];
    if (method === undefined) return undefined;
    const kept = this.kept.get(id);
    if (kept === undefined) return problem(404, 'not-found', 'Introuvable.');
    if (rest === 'similar') {
      const hits = this.similar
        .filter((other) => other !== id)
        .map((other, place) => ({
          improvement: this.summary(other),
          need: { text: '', ranges: [] },
          alike: place === 0,
        }));
      return Response.json({ hits });
    }
    if (method === 'GET' || rest === undefined) return Response.json(this.view(id));
    if (ifMatch !== null && ifMatch !== `"${kept.request.version}"`)
      return problem(412, 'version-conflict', 'Changé.');
    const command = this.#command(rest, body, kept);
    if (command === null) return problem(422, 'fields-invalid', 'Invalide.');
    const rejection = this.#apply(id, command, this.#actor(this.#me));
    if (rejection !== null) return refused(rejection);
    return Response.json(rest === 'answers' ? (kept.comments.at(-1) ?? {}) : this.view(id));
  }

  #command(rest: string, body: Record<string, never>, { request }: Kept): ImprovementCommand | null {
    const given: Record<string, string> = body;
    const { act, reason = '', text = '', into = '', release = '' } = given;
    const [, comment] = /^comments\/([^/]+)\/moderation$/.exec(rest) ?? [];
    if (comment !== undefined || rest === 'moderation')
      return { type: act === 'hide' ? 'hide' : 'restore', commentId: comment ?? null, reason };
    switch (rest) {
      case 'answers':
        return { type: 'answer', commentId: `c-${this.now}-${text.length}`, text };
      case 'merge':
        return { type: 'merge', into: this.#of(into).request };
      case 'merge-reversal':
        return request.mergedInto === null
          ? null
          : { type: 'unmerge', from: this.#of(request.mergedInto).request };
      case 'implementation':
        return { type: 'record_implementation', release, article: given.article ?? null };
    }
    return null;
  }

  get #me(): StaffMember {
    return this.#api.member ?? julien;
  }

  #found(params: URLSearchParams): StaffImprovementSummary[] {
    const shelf = params.get('shelf') ?? 'open';
    const [q, status, module, organization] = ['q', 'status', 'module', 'organization'].map((name) =>
      params.get(name),
    );
    const found = [...this.kept].filter(
      ([, { request, byOrganization }]) =>
        (request.hidden ? 'hidden' : request.mergedInto === null ? 'open' : 'merged') === shelf &&
        (q == null || request.need.written?.includes(q) === true) &&
        (status == null || statusOf(request) === status) &&
        (module == null || request.module === module) &&
        (organization == null || byOrganization.some((one) => one.organization.id === organization)) &&
        (params.get('sort') !== 'decided' || request.decisions.length > 0) &&
        (params.get('overdue') !== 'true' || isOverdue(request, publishedPolicy, this.now)),
    );
    const summaries = found.map(([id]) => this.summary(id));
    const age = (one: StaffImprovementSummary) => Date.parse(one.submittedAt);
    switch (params.get('sort')) {
      case 'oldest':
        return summaries.sort((a, b) => age(a) - age(b));
      case 'newest':
        return summaries.sort((a, b) => age(b) - age(a));
      default:
        return summaries.sort((a, b) => b.votes - a.votes);
    }
  }

  summary(id: string): StaffImprovementSummary {
    const kept = this.#of(id);
    const { request, number } = kept;
    const family = [kept, ...request.merged.map((merged) => this.#of(merged))];
    const organizations = new Set(
      family.flatMap((one) => one.byOrganization.map(({ organization }) => organization.id)),
    );
    const draft = [...this.reviews.values()].flatMap(({ review }) => {
      const drafted = review.state === 'draft' ? review.drafts.get(id) : undefined;
      return drafted === undefined ? [] : [{ month: review.month, status: drafted.status }];
    });
    const last = request.decisions.at(-1);
    return {
      id,
      number,
      status: statusOf(request),
      module: request.module,
      role: request.role.written,
      need: request.need.written,
      purpose: request.purpose.written,
      author: claire,
      submittedAt: iso(request.submittedAt),
      votes: family.flatMap((one) => one.byOrganization).reduce((sum, { votes }) => sum + votes, 0),
      organizations: organizations.size,
      voted: false,
      votedInOrganization: 0,
      followed: false,
      comments: kept.comments.length,
      decision: last === undefined ? null : decision(last),
      implementation:
        request.implementation === null
          ? null
          : {
              release: request.implementation.release,
              article: request.implementation.article === null ? null : article,
            },
      firstDecisionDue: iso(firstDecisionDue(request, publishedPolicy)),
      overdue: isOverdue(request, publishedPolicy, this.now),
      mergedInto: request.mergedInto === null ? null : this.#reference(request.mergedInto),
      draft: draft[0] ?? null,
    };
  }

  #reference(id: string) {
    const { number, request } = this.#of(id);
    return { id, number, need: request.need.written, status: statusOf(request) };
  }

  view(id: string): StaffImprovement {
    const { request, byOrganization, moderation, followers, fit } = this.#of(id);
    const summary = this.summary(id);
    const hiding = moderation.findLast(({ comment }) => comment === null);
    const drafted =
      summary.draft === null
        ? undefined
        : this.viewOf(summary.draft.month).drafts.find((one) => one.improvement.id === id);
    return {
      ...summary,
      decisions: request.decisions.map(decision),
      merged: request.merged.map((other) => {
        const { role, purpose, author, submittedAt } = this.summary(other);
        return { ...this.#reference(other), role, purpose, author, submittedAt };
      }),
      hidden: request.hidden && hiding !== undefined ? { at: hiding.at, reason: hiding.reason } : null,
      version: request.version,
      followers,
      byOrganization,
      moderation,
      fit,
      draft:
        drafted === undefined || summary.draft === null
          ? null
          : { ...summary.draft, rationale: drafted.rationale },
    };
  }

  viewOf(month: string): StaffReview {
    const name = monthNamed(month);
    const kept = name === null ? undefined : this.#reviewOf(name);
    if (kept === undefined) throw new Error(`${month} is no month.`);
    const { review, written, remarks } = kept;
    const decisions = review.state === 'draft' ? [...review.drafts.values()] : review.decisions;
    const { waiting, overdue } = this.#figures();
    return {
      ...this.#row(month),
      drafts: decisions.map(({ requestId, status, rationale }) => {
        const by = written.get(requestId);
        return {
          improvement: this.summary(requestId),
          status,
          rationale: rationale.written ?? '',
          by: named(by?.by ?? julien),
          at: iso(by?.at ?? this.now),
        };
      }),
      remarks,
      told: this.told,
      waiting: { total: waiting, overdue },
      version: review.version,
    };
  }

  #row(month: string) {
    const kept = this.reviews.get(month);
    const review = kept?.review;
    const decisions = { ...none };
    const made =
      review === undefined ? [] : review.state === 'draft' ? [...review.drafts.values()] : review.decisions;
    for (const { status } of made) decisions[status] += 1;
    const published = review?.state === 'published';
    return {
      month,
      state: published ? ('published' as const) : ('draft' as const),
      publishedAt: published ? iso(review.publishedAt) : null,
      decisions,
    };
  }

  #figures(): ImprovementFigures {
    const open = [...this.kept.values()].filter(
      ({ request }) => !request.hidden && request.mergedInto === null,
    );
    const waiting = open.filter(({ request }) => request.decisions.length === 0);
    return {
      asOf: iso(this.now),
      waiting: waiting.length,
      overdue: waiting.filter(({ request }) => isOverdue(request, publishedPolicy, this.now)).length,
      oldestWaiting: null,
      decided: { ...none },
      lastReview: null,
    };
  }
}

/** A request as a list shows it, for what needs no more. */
export function aRequest(part: Partial<StaffImprovementSummary> = {}): StaffImprovementSummary {
  return {
    id: 'i-1',
    number: 101,
    status: 'submitted',
    module: 'invoicing',
    role: 'gestionnaire',
    need: 'relancer les impayés',
    purpose: 'gagner du temps',
    author: claire,
    submittedAt: '2026-11-01T09:00:00Z',
    votes: 4,
    organizations: 2,
    voted: false,
    votedInOrganization: 0,
    followed: false,
    comments: 0,
    decision: null,
    implementation: null,
    firstDecisionDue: '2026-12-01T09:00:00Z',
    overdue: false,
    mergedInto: null,
    draft: null,
    ...part,
  };
}

function decision({ month, status, rationale, at }: ImprovementRequest['decisions'][number]) {
  return { month, status, rationale: rationale.written ?? '', at: iso(at) };
}

function monthNamed(name: string): Month | null {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(name) ?? [];
  return year === undefined || month === undefined ? null : `${Number(year)}-${month}`;
}

/** Somebody of the team, by who acts. */
function person(actor: Actor) {
  const members: readonly StaffMember[] = [julien, sarah];
  return named(members.find(({ id }) => actor.kind === 'staff' && id === actor.id) ?? julien);
}

function named({ id, name }: StaffMember) {
  return { id, name };
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}

function refused(rejection: ImprovementRejection): Response {
  return problem(422, rejection.code.replaceAll('_', '-'), rejectionMessage(rejection, fr));
}

function page(items: readonly object[]): Response {
  return Response.json({ items, total: items.length, nextCursor: null, atLeast: false });
}
