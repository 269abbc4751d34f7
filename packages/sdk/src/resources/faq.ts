import type {
  FaqAnswer,
  FaqArticleQuery,
  FaqArticleView,
  FaqNotices,
  FaqRating,
  FaqSearchQuery,
  FaqSearchReceipt,
  FaqSearchRecord,
} from '@teo-support/core/contract';
import { type IntentionOptions, keyHeader } from '../transport/idempotency.js';
import type { CallOptions, Transport } from '../transport/transport.js';

export interface FaqSearchOptions extends CallOptions {
  /** `false` where a person waits: a refusal, or a connection that is down, is then told at once. Default: it is asked again. */
  readonly repeatable?: false;
}

/** The FAQ as it is searched and read. */
export class Faq {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /**
   * The articles that answer what is typed. Fast enough to be asked at each keystroke; give a `signal`, so that an answer that
   * nobody waits for any more is not waited for.
   */
  search(query: FaqSearchQuery, options: FaqSearchOptions = {}): Promise<FaqAnswer> {
    const path = '/v1/faq/search';
    return this.#transport.json({ method: 'GET', path, query: asked(query), repeatable: true, ...options });
  }

  /** One article as a tree of blocks; a withdrawn one says what answers instead. */
  article(
    articleId: string,
    query: FaqArticleQuery = {},
    options: CallOptions = {},
  ): Promise<FaqArticleView> {
    const path = pathOf(articleId);
    return this.#transport.json({ method: 'GET', path, query: { ...query }, repeatable: true, ...options });
  }

  /** Tells what a search showed and came to: it was solved, the answer was not there, or neither. */
  record(search: FaqSearchRecord, options: IntentionOptions = {}): Promise<FaqSearchReceipt> {
    return this.#transport.json({
      method: 'POST',
      path: '/v1/faq/searches',
      json: search,
      headers: keyHeader(options),
      repeatable: true,
      signal: options.signal,
    });
  }

  /** What this person did not find, and is answered by now. */
  notices(options: CallOptions = {}): Promise<FaqNotices> {
    return this.#transport.json({ method: 'GET', path: '/v1/faq/notices', repeatable: true, ...options });
  }

  /** Says that one of them was seen. */
  noticeSeen(noticeId: string, options: CallOptions = {}): Promise<void> {
    const path = `/v1/faq/notices/${encodeURIComponent(noticeId)}/seen`;
    return this.#transport.json({ method: 'POST', path, repeatable: true, ...options });
  }

  /** Says whether an article was useful; the last word counts. */
  rate(articleId: string, rating: FaqRating, options: CallOptions = {}): Promise<void> {
    const path = `${pathOf(articleId)}/rating`;
    return this.#transport.json({ method: 'POST', path, json: rating, repeatable: true, ...options });
  }
}

function pathOf(articleId: string): string {
  return `/v1/faq/articles/${encodeURIComponent(articleId)}`;
}

/** A query as an address has it. */
function asked({ limit, ...query }: FaqSearchQuery): Readonly<Record<string, string | undefined>> {
  return { ...query, limit: limit === undefined ? undefined : `${limit}` };
}
