export { machineTimer, Schedule, type Timer } from './schedule.js';
