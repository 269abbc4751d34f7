/**
 * What sending, the FAQ and following take and typing does not, in one piece, which comes while the person types: apart they
 * would weigh 3 kB more, and each would be one more request.
 */
export { collectContext } from '../context/collect.js';
export { renderBeforeSending } from '../filing/before-sending.js';
export { renderErrorSummary } from '../filing/error-summary.js';
export { fileTicket } from '../filing/file-ticket.js';
export { renderFiled } from '../filing/filed.js';
export { openFinding } from '../filing/find-type.js';
export { sendWaiting } from '../filing/outbox.js';
export { problemsOf } from '../filing/problems.js';
export { sendingStyle } from '../filing/sending-style.js';
export { renderWaiting } from '../filing/waiting.js';
export { completeSession } from './full-session.js';
export { hearTickets } from './hear-tickets.js';
export { openOver, readOn } from './over.js';

import '../filing/steps-field.js';
import '../screenshots/images-field.js';

export { BesideForm } from '../faq/index.js';
export { loadTab } from './load-tabs.js';
