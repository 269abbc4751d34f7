import type {
  CommentImprovement,
  FitImprovement,
  Improvement,
  ImprovementComment,
  ImprovementCommentListQuery,
  ImprovementCommentPage,
  ImprovementFigures,
  ImprovementListQuery,
  ImprovementNotices,
  ImprovementPage,
  ImprovementSummary,
  ImprovementSupport,
  PublishedReview,
  PublishedReviews,
  Roadmap,
  RoadmapQuery,
  SimilarImprovementQuery,
  SimilarImprovements,
  SubmitImprovementRequest,
} from '@teo-support/core/contract';
import type { Page } from '../pages.js';
import { type IntentionOptions, keyHeader } from '../transport/idempotency.js';
import type { CallOptions, Transport } from '../transport/transport.js';
import { pages } from './staff-organizations.js';

const path = '/v1/improvements';
const reviews = '/v1/improvement-reviews';
const notices = '/v1/improvement-notices';

/** The improvement forum: requests, who wants them, and what the team decided and why. */
export class Improvements {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** The requests of all organizations, the most wanted first unless sorted otherwise. */
  list(query: ImprovementListQuery = {}, options: CallOptions = {}): Promise<Page<ImprovementSummary>> {
    return pages<ImprovementSummary, ImprovementPage>(this.#transport, path, asked(query), options);
  }

  /** Requests that ask for what is being written. Give a `signal`, so that none but the last is waited for. */
  similar(query: SimilarImprovementQuery, options: CallOptions = {}): Promise<SimilarImprovements> {
    return this.#read('/v1/similar-improvements', options, asked(query));
  }

  /** Submits a request; its author votes for it by that. Sent twice with the same key it is submitted once. */
  submit(request: SubmitImprovementRequest, options: IntentionOptions = {}): Promise<Improvement> {
    return this.#post(path, request, options);
  }

  get(improvementId: string, options: CallOptions = {}): Promise<Improvement> {
    return this.#read(pathOf(improvementId), options);
  }

  /** Comments and answers of the team, oldest first. */
  comments(
    improvementId: string,
    query: ImprovementCommentListQuery = {},
    options: CallOptions = {},
  ): Promise<Page<ImprovementComment>> {
    const place = `${pathOf(improvementId)}/comments`;
    return pages<ImprovementComment, ImprovementCommentPage>(this.#transport, place, asked(query), options);
  }

  comment(
    improvementId: string,
    comment: CommentImprovement,
    options: IntentionOptions = {},
  ): Promise<ImprovementComment> {
    return this.#post(`${pathOf(improvementId)}/comments`, comment, options);
  }

  /** Votes for it. Again is harmless: one person is one vote. */
  vote(improvementId: string, options: CallOptions = {}): Promise<ImprovementSupport> {
    return this.#set('POST', improvementId, 'vote', options);
  }

  withdrawVote(improvementId: string, options: CallOptions = {}): Promise<ImprovementSupport> {
    return this.#set('DELETE', improvementId, 'vote', options);
  }

  /** Asks to be told of each decision, without a vote. */
  follow(improvementId: string, options: CallOptions = {}): Promise<ImprovementSupport> {
    return this.#set('POST', improvementId, 'follow', options);
  }

  unfollow(improvementId: string, options: CallOptions = {}): Promise<ImprovementSupport> {
    return this.#set('DELETE', improvementId, 'follow', options);
  }

  /** Says whether what was implemented does what one needed; the last word counts. */
  sayWhetherItFits(improvementId: string, request: FitImprovement, options: CallOptions = {}): Promise<void> {
    return this.#transport.json({
      method: 'POST',
      path: `${pathOf(improvementId)}/fit`,
      json: request,
      repeatable: true,
      ...options,
    });
  }

  /** The requests by what was decided, with the reasons. */
  roadmap(query: RoadmapQuery = {}, options: CallOptions = {}): Promise<Roadmap> {
    return this.#read('/v1/roadmap', options, asked(query));
  }

  /** The reviews of the months that were published, latest first. */
  reviews(options: CallOptions = {}): Promise<PublishedReviews> {
    return this.#read(reviews, options);
  }

  /** What was decided in the review of a month (`2026-11`), and why. */
  review(month: string, options: CallOptions = {}): Promise<PublishedReview> {
    return this.#read(`${reviews}/${encodeURIComponent(month)}`, options);
  }

  /** What reviews decided of what I submitted, voted for or follow. */
  notices(options: CallOptions = {}): Promise<ImprovementNotices> {
    return this.#read(notices, options);
  }

  /** Says that the message of a review was read. */
  readNotice(month: string, options: CallOptions = {}): Promise<void> {
    const place = `${notices}/${encodeURIComponent(month)}/reading`;
    return this.#transport.json({ method: 'POST', path: place, repeatable: true, ...options });
  }

  /** How many requests wait for their first decision, and how many of them for too long. */
  figures(options: CallOptions = {}): Promise<ImprovementFigures> {
    return this.#read('/v1/commitments/improvements', options);
  }

  /** The latest decisions as an Atom feed. */
  async feed(options: CallOptions = {}): Promise<string> {
    const place = '/v1/roadmap.atom';
    const response = await this.#transport.send({ method: 'GET', path: place, repeatable: true, ...options });
    return response.text();
  }

  #read<T>(place: string, options: CallOptions, query: Query = {}): Promise<T> {
    return this.#transport.json({ method: 'GET', path: place, query, repeatable: true, ...options });
  }

  #post<T>(place: string, json: unknown, options: IntentionOptions): Promise<T> {
    return this.#transport.json({
      method: 'POST',
      path: place,
      json,
      headers: keyHeader(options),
      repeatable: true,
      signal: options.signal,
    });
  }

  #set(
    method: 'POST' | 'DELETE',
    improvementId: string,
    what: 'vote' | 'follow',
    options: CallOptions,
  ): Promise<ImprovementSupport> {
    const place = `${pathOf(improvementId)}/${what}`;
    return this.#transport.json({ method, path: place, repeatable: true, ...options });
  }
}

type Query = Readonly<Record<string, string | undefined>>;

function pathOf(improvementId: string): string {
  return `${path}/${encodeURIComponent(improvementId)}`;
}

/** A query as an address has it. */
function asked<Q extends { readonly limit?: number | string | undefined }>(query: Q) {
  const { limit, ...others } = query;
  return { ...others, limit: limit === undefined ? undefined : `${limit}` };
}
