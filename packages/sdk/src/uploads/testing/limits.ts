import { fileKinds, fileTypes } from '@teo-support/core';
import type { FileLimits } from '@teo-support/core/contract';

const mebibyte = 1024 * 1024;
const mostBytes = {
  picture: 10 * mebibyte,
  text: 10 * mebibyte,
  document: 25 * mebibyte,
  video: 100 * mebibyte,
};

/** What may be sent, as a server answers that nobody has configured otherwise. */
export const limits: FileLimits = {
  kinds: fileKinds.map((kind) => {
    const types = fileTypes.filter((type) => type.kind === kind);
    return {
      kind,
      mostBytes: mostBytes[kind],
      mediaTypes: types.map(({ mediaType }) => mediaType),
      endings: types.flatMap(({ endings }) => [...endings]),
    };
  }),
  mostPartBytes: 4 * mebibyte,
  mostFiles: 8,
};
