export { frFaq as faq } from './fr-faq.js';
