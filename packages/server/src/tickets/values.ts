import type { FileRef } from '@teo-support/core';
import type { FileView } from '@teo-support/core/contract';

/** A file as both sides see it. */
export function fileView(file: FileRef): FileView {
  return {
    id: file.id,
    name: file.name.written,
    mediaType: file.mediaType,
    bytes: file.bytes,
    digest: file.digest,
  };
}

/** An instant as the API writes it: ISO 8601 in UTC. */
export function iso(instant: number): string {
  return new Date(instant).toISOString();
}
