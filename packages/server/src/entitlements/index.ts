export { readChanges } from './changes.js';
export { readEntitlements } from './read.js';
export { trialEnrolments } from './tables.js';
export { changeTraining, readTrainings } from './trainings.js';
export { changeEnrolment, changeTrial, readEnrolments, readTrials, running } from './trials.js';
