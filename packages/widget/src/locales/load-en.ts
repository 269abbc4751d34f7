export { enFiling as domain } from '@teo-support/core/messages/filing/en';
export { en as words } from './en.js';

export const locale = 'en';
