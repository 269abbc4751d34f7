import type { FileView } from '@teo-support/core/contract';
import { type IntentionOptions, keyHeader } from '../transport/idempotency.js';
import type { CallOptions, Transport } from '../transport/transport.js';

/** Images: uploaded first, then named in a ticket, an answer or a reproduction test. */
export class Files {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** @param name what people will see, e.g. `capture.png` */
  upload(content: Blob, name: string, options: IntentionOptions = {}): Promise<FileView> {
    return this.#transport.json({
      method: 'POST',
      path: '/v1/files',
      bytes: content,
      headers: { ...keyHeader(options), 'x-file-name': encodeURIComponent(name) },
      repeatable: true,
      signal: options.signal,
    });
  }

  async download(fileId: string, options: CallOptions = {}): Promise<Blob> {
    const path = `/v1/files/${encodeURIComponent(fileId)}`;
    const response = await this.#transport.send({ method: 'GET', path, repeatable: true, ...options });
    return response.blob();
  }

  /** A picture in small, 480 by 360 pixels at the most: what a list shows of it. */
  async thumbnail(fileId: string, options: CallOptions = {}): Promise<Blob> {
    const path = `/v1/files/${encodeURIComponent(fileId)}/thumbnail`;
    const response = await this.#transport.send({ method: 'GET', path, repeatable: true, ...options });
    return response.blob();
  }
}
