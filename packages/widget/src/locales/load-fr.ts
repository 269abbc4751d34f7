export { fr as domain } from '@teo-support/core/messages/fr';
export { fr as words } from './fr.js';
