export { enFaq as faq } from './en-faq.js';
