export type * from '@teo-support/core/contract';
export { SupportClient } from './client.js';
export { Connection, type SupportClientOptions } from './connection.js';
export {
  AbortedError,
  ApiError,
  ConnectionError,
  SupportError,
  TimeoutError,
  VersionConflictError,
} from './errors.js';
export { Page } from './pages.js';
export { RequesterClient } from './requester-client.js';
export { Faq, type FaqSearchOptions } from './resources/faq.js';
export { Files, type UploadOptions } from './resources/files.js';
export type { Improvements } from './resources/improvements.js';
export { Live, type LiveMessage, type LiveOptions } from './resources/live.js';
export type { Staff } from './resources/staff.js';
export type { StaffAccounts } from './resources/staff-accounts.js';
export type { StaffApiKeys } from './resources/staff-api-keys.js';
export type { StaffFaq } from './resources/staff-faq.js';
export type { StaffImprovements } from './resources/staff-improvements.js';
export type { StaffOrganizations } from './resources/staff-organizations.js';
export type { StaffReviews as StaffReviewsResource } from './resources/staff-reviews.js';
export type { StaffTickets } from './resources/staff-tickets.js';
export type { StaffTrials } from './resources/staff-trials.js';
export { type CommandOptions, Tickets } from './resources/tickets.js';
export type { Uploads } from './resources/uploads.js';
export type { Download } from './transport/download.js';
export type { IntentionOptions } from './transport/idempotency.js';
export type { UploadProgress } from './transport/resumable-upload.js';
export { goOnLater } from './transport/resumable-upload.js';
export type { GetToken, TokenReason } from './transport/token.js';
export type { CallOptions } from './transport/transport.js';
export { type FileAccess, FileWatch, type FileWatchOptions } from './uploads/file-watch.js';
export { type Upload, UploadList, type UploadListOptions, type UploadState } from './uploads/upload-list.js';
export type { UploadRefusal } from './uploads/upload-refusal.js';
