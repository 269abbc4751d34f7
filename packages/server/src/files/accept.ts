import { readFile } from 'node:fs/promises';
import { type FileMediaType, fileTypeOf, type PictureMediaType } from '@teo-support/core';
import { ProblemError } from '../http/index.js';
import { contentInFile, contentInMemory } from './kinds/content.js';
import { typeOf } from './kinds/type-of.js';
import { type FileLimits, isTooLarge } from './limits.js';
import { drawAnew } from './pictures/draw-anew.js';
import { thumbnailOf } from './pictures/thumbnail.js';
import { digestOf, type FileContent, type FileStore } from './store.js';

/** What was uploaded, where it is until it is kept. */
export type Uploaded =
  | { readonly kind: 'memory'; readonly content: Uint8Array }
  | { readonly kind: 'file'; readonly path: string; readonly content: FileContent };

/** A content that can be put into the store. */
export interface Keepable extends FileContent {
  putInto(store: FileStore): Promise<unknown>;
}

/** A file as it is to be kept. */
export interface AcceptedFile {
  readonly mediaType: FileMediaType;
  readonly content: Keepable;
  /** A picture in small; `null` for what is small already, and for all that is no picture. */
  readonly thumbnail: Keepable | null;
}

/**
 * Looks at what was uploaded, and gives what is kept of it: pictures are written anew, all else is kept as it came and
 * only ever downloaded.
 * @throws {ProblemError} when it cannot be accepted
 */
export async function accept(uploaded: Uploaded, name: string, limits: FileLimits): Promise<AcceptedFile> {
  const given =
    uploaded.kind === 'memory'
      ? contentInMemory(uploaded.content)
      : contentInFile(uploaded.path, uploaded.content.bytes);
  const mediaType = await typeOf(given, name);
  if (isTooLarge(mediaType, given.bytes, limits)) throw new ProblemError('too-large');
  if (!isPictureType(mediaType)) return { mediaType, content: asItCame(uploaded), thumbnail: null };
  const drawn = await drawAnew(
    uploaded.kind === 'memory' ? uploaded.content : await readFile(uploaded.path),
    mediaType,
  );
  const small = await thumbnailOf(drawn);
  return { mediaType, content: inMemory(drawn), thumbnail: small === null ? null : inMemory(small) };
}

function isPictureType(mediaType: FileMediaType): mediaType is PictureMediaType {
  return fileTypeOf(mediaType)?.kind === 'picture';
}

function asItCame(uploaded: Uploaded): Keepable {
  if (uploaded.kind === 'memory') return inMemory(uploaded.content);
  const { path, content } = uploaded;
  return { ...content, putInto: (store) => store.putFile(path, content) };
}

function inMemory(content: Uint8Array): Keepable {
  return {
    digest: digestOf(content),
    bytes: content.byteLength,
    putInto: (store) => store.put(content),
  };
}
