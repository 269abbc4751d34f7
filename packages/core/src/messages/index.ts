export * from './catalogue.js';
export * from './rejection-message.js';
