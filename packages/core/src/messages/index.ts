export * from './catalogue.js';
export * from './field-issue-message.js';
export * from './rejections/rejection-message.js';
