import { type FileKind, fileKinds, fileTypeOf, fileTypes } from '@teo-support/core';
import { type FileLimits as FileLimitsView, mostPartBytes } from '@teo-support/core/contract';

const mebibyte = 1024 * 1024;

/** What files may take, as far as it can be configured. */
export interface FileLimits {
  /** The largest video; 0 when none is taken. */
  readonly videoBytes: number;
  /** After so long without a ticket that names it, and without its uploader having looked at it, a file is collected. */
  readonly unclaimedMs: number;
  /** What one person may have uploaded that no ticket names yet. */
  readonly unclaimedBytes: number;
}

/** How many files one person may have uploaded that no ticket names yet: ten full messages, and as much again. */
export const mostUnclaimed = 160;

/** As many as one message may name. */
const mostFiles = 8;

/** The largest file of a kind. */
function mostBytesOf(kind: FileKind, { videoBytes }: FileLimits): number {
  switch (kind) {
    case 'picture':
    case 'text':
      return 10 * mebibyte;
    case 'document':
      return 25 * mebibyte;
    case 'video':
      return videoBytes;
  }
}

/** The largest file of any kind. */
export function mostBytes(limits: FileLimits): number {
  return Math.max(...fileKinds.map((kind) => mostBytesOf(kind, limits)));
}

/** Whether a file is larger than its type may be. */
export function isTooLarge(mediaType: string, bytes: number, limits: FileLimits): boolean {
  const type = fileTypeOf(mediaType);
  return type === null || bytes > mostBytesOf(type.kind, limits);
}

export function limitsView(limits: FileLimits): FileLimitsView {
  return {
    kinds: fileKinds.map((kind) => {
      const types = fileTypes.filter((type) => type.kind === kind);
      return {
        kind,
        mostBytes: mostBytesOf(kind, limits),
        mediaTypes: types.map(({ mediaType }) => mediaType),
        endings: types.flatMap(({ endings }) => [...endings]),
      };
    }),
    mostPartBytes,
    mostFiles,
  };
}
