export { enFollowing as domain } from '@teo-support/core/messages/following/en';
export { enFaq as faq } from './en-faq.js';
export { enFollowing as following } from './en-following.js';
export { enSending as words } from './en-sending.js';
