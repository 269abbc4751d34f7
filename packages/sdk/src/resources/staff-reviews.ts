import type {
  DraftDecision,
  RemarkOnDecision,
  StaffReview,
  StaffReviews as StaffReviewList,
} from '@teo-support/core/contract';
import type { CallOptions, Transport } from '../transport/transport.js';
import { type CommandOptions, command } from './tickets.js';

const path = '/v1/staff/improvement-reviews';

/** « Nous analysons les demandes une fois par mois »: decisions are drafted one by one, and published all at once. */
export class StaffReviews {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** The reviews of the months, latest first. */
  list(options: CallOptions = {}): Promise<StaffReviewList> {
    return this.#transport.json({ method: 'GET', path, repeatable: true, ...options });
  }

  /** The review of a month (`2026-11`). One that nobody has begun is empty. */
  get(month: string, options: CallOptions = {}): Promise<StaffReview> {
    return this.#transport.json({ method: 'GET', path: pathOf(month), repeatable: true, ...options });
  }

  /** Drafts a decision with its reason; the last draft of a request counts. */
  draft(
    month: string,
    improvementId: string,
    decision: DraftDecision,
    options: CommandOptions = {},
  ): Promise<StaffReview> {
    return command(this.#transport, draftOf(month, improvementId), decision, options);
  }

  /** Lets go of a drafted decision. */
  withdraw(month: string, improvementId: string, options: CommandOptions = {}): Promise<StaffReview> {
    return this.#transport.json({
      method: 'DELETE',
      path: draftOf(month, improvementId),
      headers: options.ifMatch === undefined ? {} : { 'if-match': `"${options.ifMatch}"` },
      // With a version to match, a second try would be told that the first one has changed it.
      repeatable: options.ifMatch === undefined,
      signal: options.signal,
    });
  }

  /** Says something about it to the team; no téomaster ever sees it. */
  remark(
    month: string,
    improvementId: string,
    remark: RemarkOnDecision,
    options: CommandOptions = {},
  ): Promise<StaffReview> {
    return command(this.#transport, `${draftOf(month, improvementId)}/remarks`, remark, options);
  }

  /** Publishes all decisions of the review at once, and tells everyone whom they concern. */
  publish(month: string, options: CommandOptions = {}): Promise<StaffReview> {
    return command(this.#transport, `${pathOf(month)}/publication`, undefined, options);
  }
}

function pathOf(month: string): string {
  return `${path}/${encodeURIComponent(month)}`;
}

function draftOf(month: string, improvementId: string): string {
  return `${pathOf(month)}/drafts/${encodeURIComponent(improvementId)}`;
}
