export { changeArticle, picturesOf } from './articles.js';
export { PublishedFaq } from './published-faq.js';
export { faqReaderRoutes } from './reader-routes.js';
export { recordSearch } from './searches.js';
export { faqStaffRoutes } from './staff-routes.js';
export { setSynonyms } from './synonyms.js';
export { faqArticles } from './tables.js';
