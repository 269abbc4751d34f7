export { readEntitlements } from './read.js';
export { trainings, trialEnrolments } from './tables.js';
