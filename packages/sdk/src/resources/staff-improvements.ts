import type {
  CommentImprovement,
  ImprovementComment,
  MergeImprovement,
  ModerateImprovement,
  RecordImplementation,
  SimilarImprovements,
  SimilarToImprovementQuery,
  StaffImprovement,
  StaffImprovementListQuery,
  StaffImprovementPage,
  StaffImprovementSummary,
} from '@teo-support/core/contract';
import type { Page } from '../pages.js';
import type { IntentionOptions } from '../transport/idempotency.js';
import type { CallOptions, Transport } from '../transport/transport.js';
import { pages } from './staff-organizations.js';
import { StaffReviews } from './staff-reviews.js';
import { type CommandOptions, command } from './tickets.js';

const path = '/v1/staff/improvements';

/** The improvement forum as the team works it. */
export class StaffImprovements {
  readonly #transport: Transport;
  /** The reviews of the months, in which decisions are drafted and published. */
  readonly reviews: StaffReviews;

  constructor(transport: Transport) {
    this.#transport = transport;
    this.reviews = new StaffReviews(transport);
  }

  /** The requests, the most wanted first unless sorted otherwise. */
  list(
    query: StaffImprovementListQuery = {},
    options: CallOptions = {},
  ): Promise<Page<StaffImprovementSummary>> {
    const { limit, ...others } = query;
    const asked = { ...others, limit: limit === undefined ? undefined : `${limit}` };
    return pages<StaffImprovementSummary, StaffImprovementPage>(this.#transport, path, asked, options);
  }

  /** One request: who wants it, what was decided and drafted, and what was hidden. */
  get(improvementId: string, options: CallOptions = {}): Promise<StaffImprovement> {
    return this.#transport.json({
      method: 'GET',
      path: pathOf(improvementId),
      repeatable: true,
      ...options,
    });
  }

  /** Requests that ask for the same, or nearly; the likest first. */
  similarTo(
    improvementId: string,
    { limit }: SimilarToImprovementQuery = {},
    options: CallOptions = {},
  ): Promise<SimilarImprovements> {
    return this.#transport.json({
      method: 'GET',
      path: `${pathOf(improvementId)}/similar`,
      query: { limit: limit === undefined ? undefined : `${limit}` },
      repeatable: true,
      ...options,
    });
  }

  /** Answers in the name of the team, for everyone to read. */
  answer(
    improvementId: string,
    answer: CommentImprovement,
    options: IntentionOptions = {},
  ): Promise<ImprovementComment> {
    return command(this.#transport, `${pathOf(improvementId)}/answers`, answer, options);
  }

  /** Lets it go on in another one that asks for the same; votes and words stay. */
  merge(
    improvementId: string,
    request: MergeImprovement,
    options: CommandOptions = {},
  ): Promise<StaffImprovement> {
    return command(this.#transport, `${pathOf(improvementId)}/merge`, request, options);
  }

  unmerge(improvementId: string, options: CommandOptions = {}): Promise<StaffImprovement> {
    return command(this.#transport, `${pathOf(improvementId)}/merge-reversal`, undefined, options);
  }

  /** Hides a request for a reason, or restores it. */
  moderate(
    improvementId: string,
    request: ModerateImprovement,
    options: CommandOptions = {},
  ): Promise<StaffImprovement> {
    return command(this.#transport, `${pathOf(improvementId)}/moderation`, request, options);
  }

  /** Hides a comment for a reason, or restores it. */
  moderateComment(
    improvementId: string,
    commentId: string,
    request: ModerateImprovement,
    options: CommandOptions = {},
  ): Promise<StaffImprovement> {
    const place = `${pathOf(improvementId)}/comments/${encodeURIComponent(commentId)}/moderation`;
    return command(this.#transport, place, request, options);
  }

  /** Names the release that has it, and the article that explains it. */
  recordImplementation(
    improvementId: string,
    request: RecordImplementation,
    options: CommandOptions = {},
  ): Promise<StaffImprovement> {
    return command(this.#transport, `${pathOf(improvementId)}/implementation`, request, options);
  }
}

function pathOf(improvementId: string): string {
  return `${path}/${encodeURIComponent(improvementId)}`;
}
