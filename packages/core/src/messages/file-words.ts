import { fileTypes } from '../files/file-types.js';
import type { FollowingCatalogue, Locale } from './catalogue.js';

/** What a file is, in words; as how its media type is called, where that is none of those that can be sent. */
export function fileTypeWords(
  { fileTypes: words }: Pick<FollowingCatalogue, 'fileTypes'>,
  mediaType: string,
): string {
  const type = fileTypes.find((known) => known.mediaType === mediaType);
  return type === undefined ? mediaType : words[type.endings[0]];
}

/** @param bytes counted in steps of 1024, as the limits are: what may have 10 MB is told as 10 MB */
export function sizeWords(bytes: number, locale: Locale): string {
  const [unit, size] =
    bytes < 1024
      ? (['byte', bytes] as const)
      : bytes < 1024 ** 2
        ? (['kilobyte', Math.round(bytes / 1024)] as const)
        : (['megabyte', bytes / 1024 ** 2] as const);
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(size);
}
