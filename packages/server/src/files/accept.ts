import { type FileMediaType, fileTypeOf, type PictureMediaType } from '@teo-support/core';
import { contentInMemory } from './kinds/content.js';
import { typeOf } from './kinds/type-of.js';
import { drawAnew } from './pictures/draw-anew.js';
import { thumbnailOf } from './pictures/thumbnail.js';

/** A file as it is kept. */
export interface AcceptedFile {
  readonly mediaType: FileMediaType;
  readonly content: Uint8Array;
  /** A picture in small; `null` for what is small already, and for all that is no picture. */
  readonly thumbnail: Uint8Array | null;
}

/**
 * Looks at what was uploaded, and gives what is kept of it: pictures are written anew, all else is kept as it came and
 * only ever downloaded.
 * @throws {ProblemError} when it cannot be accepted
 */
export async function accept(content: Uint8Array, name: string): Promise<AcceptedFile> {
  const mediaType = await typeOf(contentInMemory(content), name);
  if (!isPictureType(mediaType)) return { mediaType, content, thumbnail: null };
  const picture = await drawAnew(content, mediaType);
  return { mediaType, content: picture, thumbnail: await thumbnailOf(picture) };
}

function isPictureType(mediaType: FileMediaType): mediaType is PictureMediaType {
  return fileTypeOf(mediaType)?.kind === 'picture';
}
