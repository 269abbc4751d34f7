const longest = 120;

/**
 * A name as it may be shown: no path, no control or direction-changing characters, of bearable length.
 * It is for eyes only and never becomes a path.
 */
export function displayName(given: string): string {
  const base = given.split(/[\\/]/).at(-1) ?? '';
  const clean = base
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim();
  if (clean === '' || clean === '.' || clean === '..') return 'image';
  if (clean.length <= longest) return clean;
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(clean)?.[0] ?? '';
  return clean.slice(0, longest - ending.length) + ending;
}
