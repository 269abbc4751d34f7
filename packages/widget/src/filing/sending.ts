/** What sending takes and typing does not, in one piece: the rules, what follows from the answers, and the images. */
export { collectContext } from '../context/collect.js';
export { renderBeforeSending } from './before-sending.js';
export { renderErrorSummary } from './error-summary.js';
export { renderFiled } from './filed.js';
export { mayGoLater, sendWaiting } from './outbox.js';
export { problemsFrom, problemsOf } from './problems.js';

export { renderWaiting } from './waiting.js';

import '../screenshots/images-field.js';
