import type { FileAddresses, FileLimits, FileView } from '@teo-support/core/contract';
import { AbortedError } from '../errors.js';
import { type IntentionOptions, keyHeader } from '../transport/idempotency.js';
import { goOnLater, sendAll, type UploadProgress } from '../transport/resumable-upload.js';
import type { CallOptions, Transport } from '../transport/transport.js';
import { Uploads } from './uploads.js';

export interface UploadOptions extends IntentionOptions {
  /** Told how much has arrived, again and again. */
  readonly onProgress?: ((progress: UploadProgress) => void) | undefined;
}

/** What is sent in one request; anything larger goes in parts. */
const atOnceBytes = 512 * 1024;
/** Cuts one after the other that an upload outlives: with the waits between them, about a minute. */
const maxFailures = 10;

/** Files: uploaded first, then named in a ticket, an answer or a reproduction test. */
export class Files {
  /** The steps of an upload in parts, for whoever wants to take them one by one. */
  readonly uploads: Uploads;
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
    this.uploads = new Uploads(transport);
  }

  /** The kinds of files that can be sent, and how large each may be. */
  limits(options: CallOptions = {}): Promise<FileLimits> {
    return this.#transport.json({ method: 'GET', path: '/v1/file-limits', repeatable: true, ...options });
  }

  /**
   * Sends a file. A large one goes in parts, and goes on by itself after a cut, from where it had come to.
   * @param name what people will see, e.g. `capture.png`
   * @throws {AbortedError} when `signal` ends it; nothing of it is left then, unless its reason is `goOnLater`
   * @example
   * const file = await client.files.upload(blob, 'guide.pdf', { onProgress: ({ sent, total }) => show(sent / total) });
   */
  async upload(content: Blob, name: string, options: UploadOptions = {}): Promise<FileView> {
    const { onProgress, signal } = options;
    const total = content.size;
    if (total <= atOnceBytes) {
      onProgress?.({ sent: 0, total });
      const file = await this.#atOnce(content, name, options);
      onProgress?.({ sent: total, total });
      return file;
    }
    const upload = await this.uploads.start({ name, bytes: total }, options);
    if (upload.file !== null) return upload.file;
    try {
      return await sendAll({ uploads: this.uploads, content, upload, signal, onProgress, maxFailures });
    } catch (error) {
      // Whoever ended it does not wait for this; what is left of it is collected after a day at the latest.
      if (error instanceof AbortedError && signal?.reason !== goOnLater)
        void this.uploads.cancel(upload.id).catch(() => undefined);
      throw error;
    }
  }

  #atOnce(content: Blob, name: string, options: IntentionOptions): Promise<FileView> {
    return this.#transport.json({
      method: 'POST',
      path: '/v1/files',
      bytes: content,
      headers: { ...keyHeader(options), 'x-file-name': encodeURIComponent(name) },
      repeatable: true,
      signal: options.signal,
    });
  }

  /** Takes back a file that one has uploaded and that no ticket names. */
  discard(fileId: string, options: CallOptions = {}): Promise<void> {
    const path = `/v1/files/${encodeURIComponent(fileId)}`;
    return this.#transport.json({ method: 'DELETE', path, repeatable: true, ...options });
  }

  async download(fileId: string, options: CallOptions = {}): Promise<Blob> {
    return this.#bytes(`/v1/files/${encodeURIComponent(fileId)}`, options);
  }

  /** A picture in small, 480 by 360 pixels at the most: what a list shows of it. */
  async thumbnail(fileId: string, options: CallOptions = {}): Promise<Blob> {
    return this.#bytes(`/v1/files/${encodeURIComponent(fileId)}/thumbnail`, options);
  }

  /**
   * Addresses of a file that need no token, for links, images and videos, good until `expiresAt`: ten minutes at least.
   * `held` is a file that is still to be looked through for viruses, `infected` one that nobody is given.
   * @example
   * const found = await client.files.addresses(file.id);
   * if (found.state === 'available') link.href = found.content;
   */
  async addresses(fileId: string, options: CallOptions = {}): Promise<FileAddresses> {
    const path = `/v1/files/${encodeURIComponent(fileId)}/addresses`;
    const found = await this.#transport.json<FileAddresses>({
      method: 'GET',
      path,
      repeatable: true,
      ...options,
    });
    if (found.state !== 'available') return found;
    const { content, thumbnail } = found;
    return {
      ...found,
      content: this.#transport.addressOf(content),
      thumbnail: thumbnail === null ? null : this.#transport.addressOf(thumbnail),
    };
  }

  /** What a signed address leads to, for programs; a page gives the address to a link, an image or a video. */
  async open(address: string, options: CallOptions = {}): Promise<Blob> {
    return this.#bytes(this.#transport.pathOf(address), options);
  }

  async #bytes(path: string, options: CallOptions): Promise<Blob> {
    const response = await this.#transport.send({ method: 'GET', path, repeatable: true, ...options });
    return response.blob();
  }
}
