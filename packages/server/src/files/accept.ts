import { type FileMediaType, fileTypeOf, type PictureMediaType } from '@teo-support/core';
import { contentInMemory } from './kinds/content.js';
import { typeOf } from './kinds/type-of.js';
import { drawAnew } from './pictures/draw-anew.js';

/** A file as it is kept. */
export interface AcceptedFile {
  readonly mediaType: FileMediaType;
  readonly content: Uint8Array;
}

/**
 * Looks at what was uploaded, and gives what is kept of it: pictures are written anew, all else is kept as it came and
 * only ever downloaded.
 * @throws {ProblemError} when it cannot be accepted
 */
export async function accept(content: Uint8Array, name: string): Promise<AcceptedFile> {
  const mediaType = await typeOf(contentInMemory(content), name);
  return { mediaType, content: isPictureType(mediaType) ? await drawAnew(content, mediaType) : content };
}

function isPictureType(mediaType: FileMediaType): mediaType is PictureMediaType {
  return fileTypeOf(mediaType)?.kind === 'picture';
}
