export { type Names, readNames } from './names.js';
export { organizations, staff, staffSessions, teomasters } from './tables.js';
