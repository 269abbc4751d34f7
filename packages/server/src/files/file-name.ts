import { fileTypeOf } from '@teo-support/core';

/** In characters, as people count them. */
const longest = 120;

/**
 * A name as it may be shown: no path, no control or direction-changing characters, of bearable length, and ending as
 * what the file is, so that nothing is opened as something else where it is saved. It never becomes a path here.
 */
export function displayName(given: string, mediaType: string): string {
  const type = fileTypeOf(mediaType);
  const base = given.split(/[\\/]/).at(-1) ?? '';
  const clean = base
    .normalize('NFC')
    // Half of a character pair is no character: no header could carry it.
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .trim()
    // Hidden files begin with a point; Windows leaves points and spaces at the end away.
    .replace(/^\.+|[. ]+$/g, '');
  const name = clean === '' ? (type?.kind ?? 'file') : clean;
  const [, stem = name, ending = ''] = /^(.*)(\.[^.]+)$/.exec(name) ?? [];
  const fits = type === null || type.endings.includes(ending.slice(1).toLowerCase());
  return fits ? shortened(stem, ending) : shortened(name, `.${type.endings[0]}`);
}

function shortened(stem: string, ending: string): string {
  return [...stem].slice(0, Math.max(0, longest - ending.length)).join('') + ending;
}
