/**
 * What Node.js is told wherever the server runs for good. Requests that are served at the same moment are young objects for
 * as long as they wait for the disk: with room for them (MiB; three times that at the most) they are not copied about.
 */
export const nodeOptions = '--max-semi-space-size=32';
