export { en as domain } from '@teo-support/core/messages/en';
export { en as words } from './en.js';
