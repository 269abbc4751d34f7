/**
 * @typedef {{ version?: string, resolved?: string, integrity?: string, license?: string, link?: boolean, dev?: boolean, devOptional?: boolean, hasInstallScript?: boolean }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} Lock
 */

/** What may be given on as we do: each asks for no more than to be named. */
const permissive = [
  ...[
    'MIT',
    'ISC',
    'Apache-2.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    '0BSD',
    'BlueOak-1.0.0',
    'Unlicense',
    'Zlib',
  ],
  // Argparse, which was Python's; the same words under two names.
  ...['PSF-2.0', 'Python-2.0'],
  // The data of date-holidays: to be named, too.
  'CC-BY-3.0',
];

/** libvips, for sharp: a library of its own that is loaded as it is, and could be exchanged. */
const asSeparateLibrary = ['LGPL-3.0-or-later'];

/** Tools, and the font of the pictures, that are never given on. */
const inDevelopment = ['MPL-2.0', 'OFL-1.1'];

/**
 * What is wrong with a lock file: packages whose content is not pinned, that come from somewhere in particular, that need
 * to run something when they are installed, or whose licence nobody has looked at.
 *
 * @param {Lock} lock
 * @returns {string[]} one line for each
 */
export function faultsInLock(lock) {
  return Object.entries(lock.packages).flatMap(([path, locked]) => {
    if (!path.includes('node_modules/') || locked.link) return [];
    const { version, resolved, integrity, hasInstallScript, license = 'none' } = locked;
    const name = `${path.split('node_modules/').at(-1)} ${version}`;
    const onlyHere = locked.dev === true || locked.devOptional === true;
    const allowed = [...permissive, ...asSeparateLibrary, ...(onlyHere ? inDevelopment : [])];
    return [
      integrity?.startsWith('sha512-') ? [] : `${name}: its content is not pinned by a SHA-512`,
      resolved === undefined ? [] : `${name}: names a registry (npm run with the .npmrc of this repository)`,
      hasInstallScript && !onlyHere
        ? `${name}: runs a script when it is installed, which nothing here does`
        : [],
      isAllowed(license, allowed)
        ? []
        : `${name}: its licence is ${license}; look at it, and list it or do without`,
    ].flat();
  });
}

/**
 * @param {string} expression of SPDX, without parentheses within parentheses: an unknown form is not allowed
 * @param {string[]} allowed
 */
function isAllowed(expression, allowed) {
  return expression
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some((either) => either.split(' AND ').every((licence) => allowed.includes(licence)));
}
