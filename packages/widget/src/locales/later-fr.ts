export { frFollowing as domain } from '@teo-support/core/messages/following/fr';
export { frFaq as faq } from './fr-faq.js';
export { frFollowing as following } from './fr-following.js';
export { frSending as words } from './fr-sending.js';
