import {
  commentImprovementSchema,
  improvementCommentSchema,
  similarImprovementsSchema,
} from './improvements.js';
import type { Operation } from './operation.js';
import {
  draftDecisionSchema,
  mergeImprovementSchema,
  moderateImprovementSchema,
  recordImplementationSchema,
  remarkOnDecisionSchema,
  similarToImprovementQuerySchema,
  staffImprovementListQuerySchema,
  staffImprovementPageSchema,
  staffImprovementSchema,
  staffReviewSchema,
  staffReviewsSchema,
} from './staff-improvements.js';

const keyed = ['idempotency-key-invalid', 'idempotency-key-reused'] as const;
const ofOne = ['not-signed-in', 'not-found'] as const;
const changeOfOne = [...ofOne, ...keyed, 'rejected', 'version-conflict', 'busy-try-again'] as const;
const staff = { tag: 'staff', audience: 'staff' } as const;
const change = { ...staff, conditional: true, idempotent: 'honoured' } as const;
const ofImprovement = { response: { status: 200, schema: staffImprovementSchema } } as const;
const ofReview = { response: { status: 200, schema: staffReviewSchema } } as const;

/** The improvement forum as the team works it: answers, merges, moderation, and the review of each month. */
export const staffImprovementOperations = {
  listStaffImprovements: {
    ...staff,
    method: 'GET',
    path: '/v1/staff/improvements',
    summary: 'The requests, the most wanted first unless sorted otherwise',
    query: staffImprovementListQuerySchema,
    response: { status: 200, schema: staffImprovementPageSchema },
    problems: ['not-signed-in', 'invalid-request'],
  },
  getStaffImprovement: {
    ...staff,
    method: 'GET',
    path: '/v1/staff/improvements/{improvementId}',
    summary: 'One request: who wants it, what was decided and drafted, and what was hidden',
    ...ofImprovement,
    cacheable: true,
    problems: ofOne,
  },
  listSimilarImprovements: {
    ...staff,
    method: 'GET',
    path: '/v1/staff/improvements/{improvementId}/similar',
    summary: 'Requests that ask for the same, or nearly: what one may be merged with',
    query: similarToImprovementQuerySchema,
    response: { status: 200, schema: similarImprovementsSchema },
    problems: [...ofOne, 'invalid-request'],
  },
  answerImprovement: {
    ...staff,
    method: 'POST',
    path: '/v1/staff/improvements/{improvementId}/answers',
    summary: 'Answer in the name of the team, for everyone to read',
    body: commentImprovementSchema,
    response: { status: 201, schema: improvementCommentSchema },
    idempotent: 'honoured',
    problems: [...ofOne, ...keyed, 'rejected', 'busy-try-again'],
  },
  mergeImprovement: {
    ...change,
    method: 'POST',
    path: '/v1/staff/improvements/{improvementId}/merge',
    summary: 'Let it go on in another one that asks for the same; votes and words stay',
    body: mergeImprovementSchema,
    ...ofImprovement,
    problems: changeOfOne,
  },
  unmergeImprovement: {
    ...change,
    method: 'POST',
    path: '/v1/staff/improvements/{improvementId}/merge-reversal',
    summary: 'Take a merge back, with the votes and words that came along',
    ...ofImprovement,
    problems: changeOfOne,
  },
  moderateImprovement: {
    ...change,
    method: 'POST',
    path: '/v1/staff/improvements/{improvementId}/moderation',
    summary: 'Hide a request for a reason, or restore it',
    body: moderateImprovementSchema,
    ...ofImprovement,
    problems: changeOfOne,
  },
  moderateImprovementComment: {
    ...change,
    method: 'POST',
    path: '/v1/staff/improvements/{improvementId}/comments/{commentId}/moderation',
    summary: 'Hide a comment for a reason, or restore it',
    body: moderateImprovementSchema,
    ...ofImprovement,
    problems: changeOfOne,
  },
  recordImplementation: {
    ...change,
    method: 'POST',
    path: '/v1/staff/improvements/{improvementId}/implementation',
    summary: 'Name the release that has it, and the article that explains it',
    body: recordImplementationSchema,
    ...ofImprovement,
    problems: changeOfOne,
  },
  listStaffReviews: {
    ...staff,
    method: 'GET',
    path: '/v1/staff/improvement-reviews',
    summary: 'The reviews of the months, published or drafted',
    response: { status: 200, schema: staffReviewsSchema },
    problems: ['not-signed-in'],
  },
  getStaffReview: {
    ...staff,
    method: 'GET',
    path: '/v1/staff/improvement-reviews/{month}',
    summary: 'The review of a month: drafted decisions, and what the team says of them',
    ...ofReview,
    problems: ofOne,
  },
  draftDecision: {
    ...change,
    method: 'POST',
    path: '/v1/staff/improvement-reviews/{month}/drafts/{improvementId}',
    summary: 'Draft a decision with its reason; the last draft of a request counts',
    body: draftDecisionSchema,
    ...ofReview,
    problems: changeOfOne,
  },
  withdrawDraftDecision: {
    ...staff,
    method: 'DELETE',
    path: '/v1/staff/improvement-reviews/{month}/drafts/{improvementId}',
    summary: 'Let go of a drafted decision',
    ...ofReview,
    conditional: true,
    problems: [...ofOne, 'rejected', 'version-conflict', 'busy-try-again'],
  },
  remarkOnDecision: {
    ...change,
    method: 'POST',
    path: '/v1/staff/improvement-reviews/{month}/drafts/{improvementId}/remarks',
    summary: 'Say something about it to the team; no téomaster ever sees it',
    body: remarkOnDecisionSchema,
    ...ofReview,
    problems: changeOfOne,
  },
  publishReview: {
    ...change,
    method: 'POST',
    path: '/v1/staff/improvement-reviews/{month}/publication',
    summary: 'Publish all decisions of the review at once, and tell everyone whom they concern',
    ...ofReview,
    problems: changeOfOne,
  },
} as const satisfies Record<string, Operation>;
