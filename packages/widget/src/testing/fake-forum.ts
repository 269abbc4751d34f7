import { decidedStatuses, type TeoModule, teoModules } from '@teo-support/core';
import type {
  Improvement,
  ImprovementComment,
  ImprovementCommentPage,
  ImprovementFigures,
  ImprovementNotices,
  ImprovementPage,
  ImprovementSummary,
  ImprovementSupport,
  Roadmap,
  SimilarImprovements,
} from '@teo-support/core/contract';
import { json, problem } from './answers.js';
import { aComment, anImprovement, authors, someRequests } from './forum.js';

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly search: string;
  readonly body: unknown;
  readonly idempotencyKey: string | null;
}

/** The forum's side of the API for tests: keeps requests, votes and comments of one reader, and notes what was sent. */
export class FakeForum {
  readonly requests = new Map<string, Improvement>(someRequests.map((request) => [request.id, request]));
  comments: readonly ImprovementComment[] = [];
  notices: ImprovementNotices['notices'] = [];
  figures: ImprovementFigures = {
    asOf: '2026-11-29T09:00:00Z',
    waiting: 2,
    overdue: 1,
    oldestWaiting: '2026-09-02T09:00:00Z',
    decided: { planned: 0, in_progress: 0, postponed: 1, implemented: 1, not_selected: 0 },
    lastReview: { month: '2026-10', publishedAt: '2026-10-26T09:00:00Z', decisions: 7 },
  };
  /** How many requests or comments a page holds. */
  pageSize = 20;
  readonly #done = new Map<string, string>();

  /** `undefined` for what is not of the forum. */
  answer(sent: Sent): Response | undefined {
    const { method, path, search } = sent;
    if (path === '/v1/improvements')
      return method === 'POST' ? this.#submit(sent) : json(this.#list(new URLSearchParams(search)));
    if (path === '/v1/similar-improvements') return json(this.#similar(new URLSearchParams(search)));
    if (path === '/v1/roadmap') return json(this.#roadmap(new URLSearchParams(search)));
    if (path === '/v1/commitments/improvements') return json(this.figures);
    if (path === '/v1/improvement-notices') return json(this.#notices());
    const [, month] = /^\/v1\/improvement-notices\/(.+)\/reading$/.exec(path) ?? [];
    if (month !== undefined) return this.#read(month);
    const [, id, what] = /^\/v1\/improvements\/([^/]+)(?:\/(.+))?$/.exec(path) ?? [];
    return id === undefined ? undefined : this.#ofOne(id, what, sent);
  }

  #ofOne(id: string, what: string | undefined, sent: Sent): Response {
    const request = this.requests.get(id);
    if (request === undefined) return problem(404, 'not-found', 'Cette demande n’existe pas.');
    switch (what) {
      case undefined:
        return json(request);
      case 'vote':
        return json(this.#support(request, { voted: sent.method === 'POST' }));
      case 'follow':
        return json(this.#support(request, { followed: sent.method === 'POST' }));
      case 'fit':
        this.requests.set(id, { ...request, fits: Reflect.get(Object(sent.body), 'fits') === true });
        return new Response(null, { status: 204 });
      default:
        return sent.method === 'POST' ? this.#comment(id, sent) : json(this.#comments(id, sent.search));
    }
  }

  /** One person is one vote, whatever was sent how often. */
  #support(
    request: Improvement,
    part: Partial<Pick<ImprovementSupport, 'voted' | 'followed'>>,
  ): ImprovementSupport {
    const step = part.voted === undefined ? 0 : Number(part.voted) - Number(request.voted);
    const ours = request.votedInOrganization + step;
    const organizations = request.organizations + Number(ours > 0) - Number(request.votedInOrganization > 0);
    const changed = {
      ...request,
      ...part,
      votes: request.votes + step,
      organizations,
      votedInOrganization: ours,
    };
    this.requests.set(request.id, changed);
    const { votes, voted, followed } = changed;
    return { votes, organizations, voted, followed, votedInOrganization: ours };
  }

  #submit({ body, idempotencyKey }: Sent): Response {
    const before = this.#done.get(idempotencyKey ?? '');
    if (before !== undefined) return json(this.requests.get(before), 201);
    const words = (name: string) => String(Reflect.get(Object(body), name));
    const request = anImprovement({
      id: `new-${this.requests.size}`,
      number: 200 + this.requests.size,
      role: words('role'),
      need: words('need'),
      purpose: words('purpose'),
      module: moduleNamed(words('module')) ?? 'calendar',
      author: authors.claire,
      votes: 1,
      organizations: 1,
      voted: true,
      votedInOrganization: 1,
    });
    this.requests.set(request.id, request);
    this.#done.set(idempotencyKey ?? '', request.id);
    return json(request, 201);
  }

  #comment(id: string, { body, idempotencyKey }: Sent): Response {
    const known = this.comments.find((one) => one.id === idempotencyKey);
    if (known !== undefined) return json(known, 201);
    const text = String(Reflect.get(Object(body), 'text'));
    const comment = aComment({ id: idempotencyKey ?? '', improvement: id, author: authors.claire, text });
    this.comments = [...this.comments, comment];
    return json(comment, 201);
  }

  #comments(id: string, search: string): ImprovementCommentPage {
    const all = this.comments.filter(({ improvement }) => improvement === id);
    return pageOf(all, new URLSearchParams(search), this.pageSize);
  }

  #list(params: URLSearchParams): ImprovementPage {
    const sort = params.get('sort');
    const found = [...this.requests.values()].filter((request) => matches(request, params));
    const sorted = found.toSorted((one, other) => {
      if (sort === 'newest') return other.submittedAt.localeCompare(one.submittedAt);
      if (sort === 'decided') return (other.decision?.at ?? '').localeCompare(one.decision?.at ?? '');
      return other.votes - one.votes;
    });
    const kept = sort === 'decided' ? sorted.filter(({ decision }) => decision !== null) : sorted;
    return pageOf<ImprovementSummary>(kept, params, this.pageSize);
  }

  #similar(params: URLSearchParams): SimilarImprovements {
    const words = (params.get('need') ?? '')
      .toLowerCase()
      .split(/[\s’]+/)
      .filter((word) => word.length > 4);
    const hits = [...this.requests.values()]
      .map((improvement) => ({
        improvement,
        count: words.filter((word) => improvement.need?.includes(word)).length,
      }))
      .filter(({ count }) => count > 0)
      .toSorted((one, other) => other.count - one.count)
      .slice(0, Number(params.get('limit') ?? 5));
    return {
      hits: hits.map(({ improvement, count }) => ({
        improvement,
        need: { text: improvement.need ?? '', ranges: [] },
        alike: count > 1,
      })),
    };
  }

  #roadmap(params: URLSearchParams): Roadmap {
    const all = [...this.requests.values()].filter((request) => matches(request, params));
    const limit = Number(params.get('limit') ?? 20);
    return {
      columns: decidedStatuses.map((status) => {
        const items = all.filter((request) => request.status === status);
        return { status, items: items.slice(0, limit), total: items.length, atLeast: false };
      }),
    };
  }

  #notices(): ImprovementNotices {
    const unread = this.notices.filter(({ readAt }) => readAt === null).length;
    return { unread, notices: this.notices };
  }

  #read(month: string): Response {
    const readAt = '2026-11-29T09:00:00Z';
    this.notices = this.notices.map((notice) => (notice.month === month ? { ...notice, readAt } : notice));
    return new Response(null, { status: 204 });
  }
}

function moduleNamed(name: string | null): TeoModule | undefined {
  return teoModules.find((module) => module === name);
}

function matches(request: Improvement, params: URLSearchParams): boolean {
  const { need, author, voted, votedInOrganization, followed, overdue } = request;
  const q = params.get('q');
  const wanted = {
    module: (one: string) => request.module === one,
    status: (one: string) => request.status === one,
    overdue: (one: string) => String(overdue) === one,
    author: (one: string) => (one === 'me' ? author.mine : author.organization !== null),
    voted: (one: string) => (one === 'me' ? voted : votedInOrganization > 0),
    followed: () => followed,
  };
  return (
    (q === null || (need ?? '').includes(q)) &&
    Object.entries(wanted).every(([name, holds]) => {
      const asked = params.get(name);
      return asked === null || holds(asked);
    })
  );
}

function pageOf<T>(all: readonly T[], params: URLSearchParams, size: number) {
  const from = Number(params.get('cursor') ?? 0);
  const to = from + size;
  const nextCursor = to < all.length ? String(to) : null;
  return { items: all.slice(from, to), total: all.length, atLeast: false, nextCursor };
}
