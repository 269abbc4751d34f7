/** What sending, the FAQ and following take and typing does not, in one piece, which comes while the person types. */
export { collectContext } from '../context/collect.js';
export { BesideForm } from '../faq/index.js';
export { completeSession } from '../panel/full-session.js';
export { hearTickets } from '../panel/hear-tickets.js';
export { loadTab } from '../panel/load-tabs.js';
export { openOver, readOn } from '../panel/over.js';
export { renderBeforeSending } from './before-sending.js';
export { renderErrorSummary } from './error-summary.js';
export { fileTicket } from './file-ticket.js';
export { renderFiled } from './filed.js';
export { openFinding } from './find-type.js';
export { sendWaiting } from './outbox.js';
export { problemsOf } from './problems.js';
export { sendingStyle } from './sending-style.js';
export { renderWaiting } from './waiting.js';

import '../screenshots/images-field.js';
import './steps-field.js';
