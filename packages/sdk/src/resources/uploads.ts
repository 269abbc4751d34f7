import type { FileView, UploadRequest, UploadView } from '@teo-support/core/contract';
import { type IntentionOptions, keyHeader } from '../transport/idempotency.js';
import type { CallOptions, Transport } from '../transport/transport.js';

/** Uploads in parts, step by step. `files.upload` takes all of these steps by itself. */
export class Uploads {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  start(request: UploadRequest, options: IntentionOptions = {}): Promise<UploadView> {
    return this.#transport.json({
      method: 'POST',
      path: '/v1/uploads',
      json: request,
      headers: keyHeader(options),
      repeatable: true,
      signal: options.signal,
    });
  }

  /** How much of it has arrived: where to go on after a cut. */
  get(uploadId: string, options: CallOptions = {}): Promise<UploadView> {
    return this.#transport.json({ method: 'GET', path: pathOf(uploadId), repeatable: true, ...options });
  }

  /**
   * Sends the part that begins after `offset` bytes, once: when it fails, ask where to go on.
   * @returns where the next part begins
   */
  async sendPart(uploadId: string, offset: number, part: Blob, options: CallOptions = {}): Promise<number> {
    const response = await this.#transport.send({
      method: 'PATCH',
      path: pathOf(uploadId),
      bytes: part,
      headers: { 'upload-offset': String(offset), ...(await digestHeader(part)) },
      repeatable: false,
      ...options,
    });
    return Number(response.headers.get('upload-offset') ?? offset + part.size);
  }

  /** Makes a file of what has arrived. */
  complete(uploadId: string, options: CallOptions = {}): Promise<FileView> {
    const path = `${pathOf(uploadId)}/completion`;
    return this.#transport.json({ method: 'POST', path, repeatable: true, ...options });
  }

  /** Throws away what has arrived. */
  async cancel(uploadId: string, options: CallOptions = {}): Promise<void> {
    await this.#transport.json<void>({
      method: 'DELETE',
      path: pathOf(uploadId),
      repeatable: true,
      ...options,
    });
  }
}

function pathOf(uploadId: string): string {
  return `/v1/uploads/${encodeURIComponent(uploadId)}`;
}

/** By it the server sees that a part arrived as it was sent (RFC 9530). Pages that are not secure have no digests. */
async function digestHeader(part: Blob): Promise<Record<string, string>> {
  if (globalThis.crypto?.subtle === undefined) return {};
  const digest = await crypto.subtle.digest('SHA-256', await part.arrayBuffer());
  return { 'content-digest': `sha-256=:${btoa(String.fromCharCode(...new Uint8Array(digest)))}:` };
}
