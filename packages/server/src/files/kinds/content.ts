import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

/** What was uploaded, while it is looked at and before it is kept. None of it need be in memory. */
export interface Content {
  readonly bytes: number;
  /** As many bytes from a place on as there are, at the most `length`. */
  at(offset: number, length: number): Promise<Uint8Array>;
  /** All of it, in order. */
  pieces(): AsyncIterable<Uint8Array>;
}

/** A content that is in memory. */
export function contentInMemory(content: Uint8Array): Content {
  return {
    bytes: content.byteLength,
    at: async (offset, length) => content.subarray(offset, offset + length),
    async *pieces() {
      yield content;
    },
  };
}

/** A content that is in a file of this machine. */
export function contentInFile(path: string, bytes: number): Content {
  return {
    bytes,
    async at(offset, length) {
      const handle = await open(path, 'r');
      try {
        const buffer = Buffer.alloc(Math.max(0, Math.min(length, bytes - offset)));
        const { bytesRead } = await handle.read(buffer, 0, buffer.byteLength, offset);
        return buffer.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    },
    pieces: () => createReadStream(path),
  };
}
