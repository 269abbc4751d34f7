export * from './article-parts.js';
export * from './catalogue.js';
export * from './described-ticket-types.js';
export * from './field-issue-message.js';
export * from './file-words.js';
export * from './rejections/rejection-message.js';
export type { AnyRejection } from './rejections/rejection-messages.js';
