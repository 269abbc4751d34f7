/** The search of the FAQ, an article, and what it suggests beside a form. */
import './article-view.js';
import './notices.js';
import './search-view.js';
import './suggested-answers.js';

export { BesideForm } from './beside-a-form.js';
export { Reader } from './reader.js';
