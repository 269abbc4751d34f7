import type { FileView, UploadView } from '@teo-support/core/contract';
import { AbortedError, ApiError } from '../errors.js';
import type { Uploads } from '../resources/uploads.js';
import { retryDelayMs, wait } from './retry.js';

export interface UploadProgress {
  /** Bytes that have arrived for good. */
  readonly sent: number;
  readonly total: number;
}

/**
 * The reason to give to the `AbortController` of an upload that somebody will go on with: what has arrived of it stays for
 * a day, and the same call with the same idempotency key goes on from there.
 */
export const goOnLater = 'go-on-later';

interface ResumableUpload {
  readonly uploads: Uploads;
  readonly content: Blob;
  readonly upload: UploadView;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: ((progress: UploadProgress) => void) | undefined;
  /** Failures one after the other that are borne before the upload is given up. */
  readonly maxFailures: number;
}

/** The first part is small, so that there is something to show soon; the others take about a second each. */
const firstPartBytes = 256 * 1024;
const leastPartBytes = 64 * 1024;
const quickMs = 700;
const slowMs = 2_500;

/**
 * Sends what is missing of an upload, part by part. After each failure it waits a while, asks how much has arrived, and
 * goes on from there: what was acknowledged is never sent again.
 */
export async function sendAll(given: ResumableUpload): Promise<FileView> {
  const { uploads, content, upload, signal, onProgress, maxFailures } = given;
  const total = content.size;
  let offset = upload.received;
  let partBytes = Math.min(firstPartBytes, upload.mostPartBytes);
  let failures = 0;
  onProgress?.({ sent: offset, total });
  while (offset < total) {
    const begun = performance.now();
    try {
      const part = content.slice(offset, offset + partBytes);
      offset = await uploads.sendPart(upload.id, offset, part, { signal });
      failures = 0;
      const took = performance.now() - begun;
      if (took < quickMs) partBytes = Math.min(partBytes * 2, upload.mostPartBytes);
      else if (took > slowMs) partBytes = Math.max(partBytes / 2, leastPartBytes);
    } catch (error) {
      const differs = error instanceof ApiError && error.code === 'upload-offset-differs';
      const delay = differs ? 0 : retryDelayMs(error, failures, Math.random());
      failures += 1;
      if (delay === null || failures > maxFailures) throw error;
      partBytes = Math.max(partBytes / 2, leastPartBytes);
      await wait(delay, signal);
      offset = await whereToGoOn(given, offset);
    }
    onProgress?.({ sent: offset, total });
  }
  return uploads.complete(upload.id, { signal });
}

/** Where the server says; when it cannot be asked either, the next part finds out. */
async function whereToGoOn({ uploads, upload, signal }: ResumableUpload, offset: number): Promise<number> {
  try {
    return (await uploads.get(upload.id, { signal })).received;
  } catch (error) {
    const passing = !(error instanceof AbortedError) && retryDelayMs(error, 0, 0) !== null;
    if (!passing) throw error;
    return offset;
  }
}
