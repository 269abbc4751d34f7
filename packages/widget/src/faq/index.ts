/** The search of the FAQ, an article, and what it suggests beside a form, in one piece. */
import './article-view.js';
import './search-view.js';
import './suggested-answers.js';

export { FaqSearch } from './faq-search.js';
