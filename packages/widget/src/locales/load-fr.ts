export { frFiling as domain } from '@teo-support/core/messages/filing/fr';
export { fr as words } from './fr.js';

export const locale = 'fr';
