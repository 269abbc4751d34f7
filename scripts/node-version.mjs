// Loaded before anything else, by whatever Node.js is there: no syntax that Node.js 14 could not parse.

/**
 * The oldest Node.js that this project runs on: major, minor. `engines` in package.json says the same.
 *
 * @type {[number, number]}
 */
export const oldestNode = [20, 19];

/**
 * @param {string} version e.g. `20.19.4`
 * @returns {string | undefined} what to say when it is too old
 */
export function nodeVersionProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = oldestNode;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return undefined;
  return `This needs Node.js ${oldestMajor}.${oldestMinor} or newer, and this is Node.js ${version}: install a current one from https://nodejs.org and try again.`;
}
