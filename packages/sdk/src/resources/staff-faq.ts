import type {
  CloseFaqGap,
  DraftFaqArticle,
  FaqContent,
  FaqEmptySearch,
  FaqEmptySearchPage,
  FaqEmptySearchQuery,
  FaqGap,
  FaqGapPage,
  FaqGapQuery,
  FaqMasks,
  FaqSynonyms,
  PublishFaqArticle,
  ReviewFaqArticle,
  SetFaqSynonyms,
  StaffFaqArticle,
  StaffFaqListQuery,
  StaffFaqPage,
  StaffFaqSummary,
  TicketFaqArticles,
  TicketFaqSearches,
  WithdrawFaqArticle,
} from '@teo-support/core/contract';
import type { Page } from '../pages.js';
import type { IntentionOptions } from '../transport/idempotency.js';
import type { CallOptions, Transport } from '../transport/transport.js';
import { change, pages } from './staff-organizations.js';
import { type CommandOptions, command } from './tickets.js';

const articles = '/v1/staff/faq/articles';
const synonyms = '/v1/staff/faq/synonyms';
const gaps = '/v1/staff/faq/gaps';

/** The FAQ as the team writes it: an article is drafted, reviewed by a second person, and published. */
export class StaffFaq {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** The articles in whatever state, latest change first. */
  list(query: StaffFaqListQuery = {}, options: CallOptions = {}): Promise<Page<StaffFaqSummary>> {
    return pages<StaffFaqSummary, StaffFaqPage>(this.#transport, articles, asked(query), options);
  }

  /** One article: what is being written, every edition, and what came of it. */
  get(articleId: string, options: CallOptions = {}): Promise<StaffFaqArticle> {
    return this.#transport.json({ method: 'GET', path: pathOf(articleId), repeatable: true, ...options });
  }

  /** Drafts an article. Its id stands in every link to it, and never changes. */
  draft(article: DraftFaqArticle, options: CommandOptions = {}): Promise<StaffFaqArticle> {
    return command(this.#transport, articles, article, options);
  }

  /** Writes it anew; what is published stands until the next edition is. */
  revise(articleId: string, content: FaqContent, options: CommandOptions = {}): Promise<StaffFaqArticle> {
    return command(this.#transport, `${pathOf(articleId)}/revision`, content, options);
  }

  /** Sends it for review; refused while anything in it may tell of somebody. */
  submit(articleId: string, options: CommandOptions = {}): Promise<StaffFaqArticle> {
    return command(this.#transport, `${pathOf(articleId)}/submission`, undefined, options);
  }

  /** Approves what others wrote, or says what is to be changed. */
  review(
    articleId: string,
    review: ReviewFaqArticle,
    options: CommandOptions = {},
  ): Promise<StaffFaqArticle> {
    return command(this.#transport, `${pathOf(articleId)}/review`, review, options);
  }

  /** Publishes what was approved: the next search finds it. */
  publish(
    articleId: string,
    request: PublishFaqArticle = {},
    options: CommandOptions = {},
  ): Promise<StaffFaqArticle> {
    return command(this.#transport, `${pathOf(articleId)}/publication`, request, options);
  }

  /** Withdraws it: it is found no more, and its address says what answers instead. */
  withdraw(
    articleId: string,
    request: WithdrawFaqArticle,
    options: CommandOptions = {},
  ): Promise<StaffFaqArticle> {
    return command(this.#transport, `${pathOf(articleId)}/withdrawal`, request, options);
  }

  /**
   * Drafts an article from a resolved ticket, with everything masked that may tell of somebody. A ticket leads to one
   * article: the second time, that one is answered.
   */
  draftFromTicket(ticketId: string, options: IntentionOptions = {}): Promise<StaffFaqArticle> {
    return command(this.#transport, `${ticketPath(ticketId)}/faq-articles`, undefined, options);
  }

  /** The articles that a ticket led to. */
  articlesOf(ticketId: string, options: CallOptions = {}): Promise<TicketFaqArticles> {
    const path = `${ticketPath(ticketId)}/faq-articles`;
    return this.#transport.json({ method: 'GET', path, repeatable: true, ...options });
  }

  /** What was masked in an article, and what may not be written in it: for those who settle its marks. */
  masks(articleId: string, options: CallOptions = {}): Promise<FaqMasks> {
    const path = `${pathOf(articleId)}/masks`;
    return this.#transport.json({ method: 'GET', path, repeatable: true, ...options });
  }

  /** The words that mean the same to téomasters. */
  synonyms(options: CallOptions = {}): Promise<FaqSynonyms> {
    return this.#transport.json({ method: 'GET', path: synonyms, repeatable: true, ...options });
  }

  /** Says which words mean the same, all of them as they are to be. */
  setSynonyms(request: SetFaqSynonyms, options: CommandOptions = {}): Promise<FaqSynonyms> {
    return change(this.#transport, synonyms, request, options);
  }

  /** What téomasters did not find, the most often missed first. */
  gaps(query: FaqGapQuery = {}, options: CallOptions = {}): Promise<Page<FaqGap>> {
    return pages<FaqGap, FaqGapPage>(this.#transport, gaps, asked(query), options);
  }

  /** Says which article answers a gap by now; those who asked are told. */
  closeGap(gapId: string, request: CloseFaqGap, options: CallOptions = {}): Promise<FaqGap> {
    return change(this.#transport, `${gaps}/${encodeURIComponent(gapId)}/closing`, request, options);
  }

  /** What was searched for without any article being shown, the most often first. */
  emptySearches(query: FaqEmptySearchQuery = {}, options: CallOptions = {}): Promise<Page<FaqEmptySearch>> {
    const path = '/v1/staff/faq/empty-searches';
    return pages<FaqEmptySearch, FaqEmptySearchPage>(this.#transport, path, asked(query), options);
  }

  /** What the requester of a ticket searched for, was shown and opened before they filed it. */
  searchesBefore(ticketId: string, options: CallOptions = {}): Promise<TicketFaqSearches> {
    const path = `${ticketPath(ticketId)}/faq-searches`;
    return this.#transport.json({ method: 'GET', path, repeatable: true, ...options });
  }
}

function pathOf(articleId: string): string {
  return `${articles}/${encodeURIComponent(articleId)}`;
}

function ticketPath(ticketId: string): string {
  return `/v1/staff/tickets/${encodeURIComponent(ticketId)}`;
}

/** A query as an address has it. */
function asked<Q extends { readonly limit?: number | string | undefined }>(query: Q) {
  const { limit, ...others } = query;
  return { ...others, limit: limit === undefined ? undefined : `${limit}` };
}
