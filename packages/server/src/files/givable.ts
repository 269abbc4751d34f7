import { isPicture } from '@teo-support/core';
import { ProblemError } from '../http/index.js';
import { type FileRow, type FilesPlaceInUse, scanOf } from './keep.js';
import type { FileContent } from './store.js';

/** A content with what it is served as. */
export interface Served extends FileContent {
  readonly name: string | null;
  readonly mediaType: string;
}

/**
 * A file that may be given to who may see it.
 * @throws {ProblemError} while it is held for the virus scanner, and for good when that has found something
 */
export function givable(row: FileRow, place: FilesPlaceInUse): FileRow {
  switch (scanOf(row, place)) {
    case 'none':
    case 'clean':
      return row;
    case 'held':
      throw new ProblemError('file-held', { headers: { 'retry-after': '10' } });
    case 'infected':
      throw new ProblemError('file-infected');
  }
}

/**
 * What is shown of a picture in small: the picture itself, where it is small.
 * @throws {ProblemError} `not-found` for what is no picture
 */
export function inSmall(row: FileRow): Served {
  if (!isPicture(row)) throw new ProblemError('not-found');
  const { thumbnailDigest: digest, thumbnailBytes: bytes, name } = row;
  return digest === null || bytes === null ? row : { digest, bytes, name, mediaType: 'image/webp' };
}
