export * from './openapi.js';
export * from './operation.js';
export * from './operations.js';
export * from './people.js';
export * from './problem.js';
export * from './ticket-types.js';
export * from './tickets.js';
export * from './values.js';
