export { requestSubject, reviewSubject } from './log.js';
export { takeEarlierForRead } from './notices.js';
export { forumPublicRoutes } from './public-routes.js';
export { reindexForum } from './reindex.js';
export { forumRequesterRoutes } from './requester-routes.js';
export { changeRequest, submitRequest } from './requests.js';
export { changeReview, monthNamed } from './reviews.js';
export { forumStaffRoutes } from './staff-routes.js';
export { changeSupport } from './support.js';
export {
  improvementEvents,
  improvementReviews,
  improvements,
  improvementTeamTexts,
  improvementTexts,
} from './tables.js';
