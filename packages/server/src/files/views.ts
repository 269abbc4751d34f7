import type { FileView } from '@teo-support/core/contract';
import type { FileRow } from './keep.js';

export function viewOf({ id, name, mediaType, bytes, digest }: FileRow): FileView {
  return { id, name, mediaType, bytes, digest };
}
