import { fileKinds, fileTypes } from '@teo-support/core';
import type { FileAddresses, FileLimits, FileView, UploadView } from '@teo-support/core/contract';
import { json, problem } from './answers.js';

const mebibyte = 1024 * 1024;
const mostBytes = {
  picture: 10 * mebibyte,
  text: 10 * mebibyte,
  document: 25 * mebibyte,
  video: 100 * mebibyte,
};

const limits: FileLimits = {
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

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** The files of the API, for tests of the widget: taken at once or in parts, and given back. */
export class FakeFiles {
  readonly stored: FileView[] = [];
  /** What the virus scanner says of a file, by its id. */
  readonly scans = new Map<string, 'held' | 'infected'>();
  addressesEnd = '2100-01-01T00:00:00Z';
  readonly #contents = new Map<string, Blob>();
  /** The upload that each intention began, as the server knows it again. */
  readonly #begun = new Map<string, string>();
  readonly #uploads = new Map<string, { readonly name: string; readonly bytes: number; parts: Blob[] }>();

  /** What the API answers about files; `undefined` for all else. */
  answer({ method, path, body }: Sent, headers: Headers): Response | undefined {
    if (path === '/v1/file-limits') return json(limits);
    if (path === '/v1/files') return this.#take(body, decodeURIComponent(headers.get('x-file-name') ?? ''));
    if (path === '/v1/uploads') return this.#begin(body, headers.get('idempotency-key') ?? '');
    const [, id, what] = /^\/v1\/(?:files|uploads)\/([^/]+)(\/.+)?$/.exec(path) ?? [];
    if (id === undefined) return undefined;
    const content = this.#contents.get(id);
    const upload = this.#uploads.get(id);
    if (path.startsWith('/v1/files/')) {
      if (content === undefined) return problem(404, 'not-found', 'Introuvable.');
      if (method === 'DELETE') {
        this.#contents.delete(id);
        return new Response(null, { status: 204 });
      }
      return what === '/addresses' ? json(this.#addressesOf(id, content)) : new Response(content);
    }
    if (upload === undefined) return problem(404, 'not-found', 'Introuvable.');
    if (method === 'DELETE') {
      this.#uploads.delete(id);
      return new Response(null, { status: 204 });
    }
    if (what === '/completion') {
      if (receivedOf(upload) < upload.bytes) return problem(409, 'upload-incomplete', 'Il en manque.');
      return this.#take(new Blob(upload.parts), upload.name);
    }
    if (body instanceof Blob) upload.parts.push(body);
    const received = receivedOf(upload);
    return method === 'PATCH'
      ? new Response(null, { status: 204, headers: { 'upload-offset': String(received) } })
      : json(this.#view(id, upload.bytes, received));
  }

  /** Gives the API a file that a ticket names. */
  keep(file: FileView, content: Blob): FileView {
    this.#contents.set(file.id, content);
    this.stored.push(file);
    return file;
  }

  /** Whether the API still has a file. */
  has(id: string): boolean {
    return this.#contents.has(id);
  }

  /** Uploads in parts that are under way. */
  get underWay(): number {
    return this.#uploads.size;
  }

  #addressesOf(id: string, content: Blob): FileAddresses {
    const scan = this.scans.get(id);
    if (scan !== undefined) return { state: scan };
    // What an address of the server leads to, in a page without a server.
    return {
      state: 'available',
      content: `#${id}-${content.size}`,
      thumbnail: null,
      expiresAt: this.addressesEnd,
    };
  }

  #begin(body: unknown, intention: string): Response {
    const { name, bytes } = Object(body);
    const known = this.#uploads.get(this.#begun.get(intention) ?? '');
    if (known !== undefined)
      return json(this.#view(this.#begun.get(intention) ?? '', known.bytes, receivedOf(known)), 201);
    const id = `u-${this.#begun.size + 1}`;
    this.#begun.set(intention, id);
    this.#uploads.set(id, { name: String(name), bytes: Number(bytes), parts: [] });
    return json(this.#view(id, Number(bytes), 0), 201);
  }

  #view(id: string, bytes: number, received: number): UploadView {
    return { id, bytes, received, mostPartBytes: limits.mostPartBytes, file: null };
  }

  #take(body: unknown, name: string): Response {
    if (!(body instanceof Blob)) return problem(400, 'invalid-request', 'Pas de contenu.');
    const ending = name.split('.').at(-1) ?? '';
    const type = fileTypes.find(({ endings }) => endings.some((known) => known === ending));
    const file: FileView = {
      id: `f-${this.stored.length + 1}`,
      name,
      mediaType: type?.mediaType ?? 'text/plain',
      bytes: body.size,
      digest: '0'.repeat(64),
    };
    this.#contents.set(file.id, body);
    this.stored.push(file);
    return json(file, 201);
  }
}

function receivedOf({ parts }: { readonly parts: readonly Blob[] }): number {
  return parts.reduce((sum, { size }) => sum + size, 0);
}
