import { faqGapOperations } from './faq-gap-operations.js';
import {
  faqAnswerSchema,
  faqArticleQuerySchema,
  faqArticleSchema,
  faqNoticesSchema,
  faqRatingSchema,
  faqSearchQuerySchema,
  faqSearchReceiptSchema,
  faqSearchRecordSchema,
} from './faq-reader.js';
import { faqStaffOperations } from './faq-staff-operations.js';
import type { Operation } from './operation.js';

const keyed = ['idempotency-key-invalid', 'idempotency-key-reused'] as const;

const readerOperations = {
  searchFaq: {
    method: 'GET',
    path: '/v1/faq/search',
    tag: 'faq',
    audience: 'signed_in',
    group: 'faq:read',
    summary: 'The articles that answer what is typed, at each keystroke',
    query: faqSearchQuerySchema,
    response: { status: 200, schema: faqAnswerSchema },
    problems: ['not-signed-in', 'invalid-request'],
  },
  getFaqArticle: {
    method: 'GET',
    path: '/v1/faq/articles/{articleId}',
    tag: 'faq',
    audience: 'signed_in',
    group: 'faq:read',
    summary: 'One article, as a tree of blocks',
    query: faqArticleQuerySchema,
    response: { status: 200, schema: faqArticleSchema },
    cacheable: true,
    problems: ['not-signed-in', 'not-found', 'invalid-request'],
  },
  recordFaqSearch: {
    method: 'POST',
    path: '/v1/faq/searches',
    tag: 'faq',
    audience: 'teomaster',
    group: 'faq:write',
    summary: 'What a search showed and came to: solved, my answer isn’t there, or left',
    body: faqSearchRecordSchema,
    response: { status: 201, schema: faqSearchReceiptSchema },
    idempotent: 'honoured',
    problems: ['not-signed-in', ...keyed, 'rejected', 'busy-try-again'],
  },
  rateFaqArticle: {
    method: 'POST',
    path: '/v1/faq/articles/{articleId}/rating',
    tag: 'faq',
    audience: 'teomaster',
    group: 'faq:write',
    summary: 'Whether an article was useful; the last word of each person counts',
    body: faqRatingSchema,
    response: { status: 204 },
    problems: ['not-signed-in', 'not-found', 'busy-try-again'],
  },
  listFaqNotices: {
    method: 'GET',
    path: '/v1/faq/notices',
    tag: 'faq',
    audience: 'teomaster',
    group: 'faq:read',
    summary: 'What the caller did not find, and is answered by now',
    response: { status: 200, schema: faqNoticesSchema },
    problems: ['not-signed-in'],
  },
  markFaqNoticeSeen: {
    method: 'POST',
    path: '/v1/faq/notices/{noticeId}/seen',
    tag: 'faq',
    audience: 'teomaster',
    group: 'faq:write',
    summary: 'Say that one was seen',
    response: { status: 204 },
    problems: ['not-signed-in', 'not-found', 'busy-try-again'],
  },
} as const satisfies Record<string, Operation>;

/** The FAQ: what téomasters search and read, and how the team writes it. */
export const faqOperations = { ...readerOperations, ...faqStaffOperations, ...faqGapOperations } as const;
