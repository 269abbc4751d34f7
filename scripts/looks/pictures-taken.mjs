/**
 * What a run of config/looks.config.ts says of the pictures that it took.
 *
 * @typedef {{ taken: string[], because: string }} PicturesTaken `because`: why they were compared with none, where they were not
 *
 * @typedef {{ specs?: { tests: { annotations?: { type: string, description?: string }[] }[] }[], suites?: AnnotatedSuite[] }} AnnotatedSuite
 */

/**
 * @param {unknown} report what Playwright's JSON reporter wrote, or undefined when it wrote nothing
 * @returns {PicturesTaken}
 */
export function picturesTaken(report) {
  const { suites = [] } = /** @type {AnnotatedSuite} */ (report ?? {});
  const annotations = suites.flatMap(annotationsOf);
  const said = (/** @type {string} */ type) =>
    annotations.filter((one) => one.type === type).map(({ description = '' }) => description);
  return { taken: said('picture'), because: said('not compared')[0] ?? '' };
}

/**
 * That pictures were compared with none is said beside what passed.
 *
 * @param {unknown} report
 * @returns {string[]}
 */
export function pictureNotes(report) {
  const { taken, because } = picturesTaken(report);
  return because === ''
    ? []
    : [
        `${taken.length} pictures were taken and searched for what is cut off, but compared with none: ${because}`,
      ];
}

/**
 * @param {AnnotatedSuite} suite
 * @returns {{ type: string, description?: string }[]}
 */
function annotationsOf({ specs = [], suites = [] }) {
  const own = specs.flatMap(({ tests }) => tests.flatMap(({ annotations = [] }) => annotations));
  return [...own, ...suites.flatMap(annotationsOf)];
}
