/**
 * For tests of what runs stages: there is no repository, no browser and no program beside.
 *
 * @type {import('./stages.mjs').Surroundings}
 */
export const noSurroundings = {
  root: '/',
  reports: '/',
  browser: async () => undefined,
  firefox: async () => undefined,
  services: async () => [],
};
