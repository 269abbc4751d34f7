import { openAsBlob } from 'node:fs';
import { AwsClient } from 'aws4fetch';
import { checkedPieces, holds, piecesOfPart } from './checked-pieces.js';
import {
  digestOf,
  type FileContent,
  FileDamagedError,
  FileMissingError,
  type FileStore,
  FileStoreError,
  FileStoreFullError,
  keyOf,
  type Part,
  probeName,
} from './store.js';

/** A bucket of an S3-compatible store, addressed by path (`endpoint/bucket/key`), which all of them understand. */
export interface S3Options {
  /** Its URL, with neither bucket nor key. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  /** What stands before each key, so that a bucket can be shared with something else; empty, or ending with a slash. */
  readonly prefix: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Calls back when it is over, unless it is ended first by the function that it gives. Injected, so that tests say when. */
export type Patience = (over: () => void) => () => void;

/** How long the store may be silent: before it answers, and between two pieces of an answer. */
const patienceMs = 10_000;

const usualPatience: Patience = (over) => {
  const timer = setTimeout(over, patienceMs);
  return () => clearTimeout(timer);
};
/** Requests can be repeated, as a content has one name: after a cut, a 5xx, or a request to slow down (429). */
const tries = 3;
const pauseMs = 100;

/** Insufficient Storage (RFC 4918). */
const noRoom = 507;
/** How stores say that a bucket, its owner or they themselves have no room left: Ceph, MinIO. */
const fullCodes = ['QuotaExceeded', 'XMinioStorageFull', 'XMinioAdminBucketQuotaExceeded'];

function mayPass(status: number): boolean {
  return (status >= 500 && status !== noRoom) || status === 429;
}

/** Files in a bucket that several servers share. Every request is signed (SigV4), and none asks for public access. */
export class S3FileStore implements FileStore {
  readonly #options: S3Options;
  readonly #signer: AwsClient;
  readonly #patience: Patience;

  constructor(options: S3Options, patience: Patience = usualPatience) {
    const { accessKeyId, secretAccessKey, region } = options;
    this.#options = options;
    this.#signer = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3' });
    this.#patience = patience;
  }

  get place(): string {
    const { bucket, prefix, endpoint } = this.#options;
    return `s3://${bucket}/${prefix} at ${endpoint}`;
  }

  async put(content: Uint8Array): Promise<string> {
    const digest = digestOf(content);
    await this.#keep(new Blob([new Uint8Array(content)]), { digest, bytes: content.byteLength });
    return digest;
  }

  async putFile(path: string, content: FileContent): Promise<void> {
    await this.#keep(await openAsBlob(path), content);
  }

  /** The signature covers the digest, so a store that checks it refuses what was altered on the way; and it is read back. */
  async #keep(body: Blob, content: FileContent): Promise<void> {
    const answer = await this.#ask('PUT', this.#urlOf(content.digest), {
      body,
      headers: { 'content-type': 'application/octet-stream', 'x-amz-content-sha256': content.digest },
    });
    if (!answer.ok) throw await this.#refusal(answer);
    await answer.body?.cancel();
    if (await holds(this, content)) return;
    throw new FileStoreError('The store gives back something else than it was sent.');
  }

  async read(content: FileContent): Promise<AsyncIterable<Uint8Array>> {
    const answer = await this.#ask('GET', this.#urlOf(content.digest));
    if (answer.status === 404) throw await this.#absence(answer, content.digest);
    if (!answer.ok) throw await this.#refusal(answer);
    return checkedPieces(this.#piecesOf(answer), content);
  }

  async readPart(content: FileContent, part: Part): Promise<AsyncIterable<Uint8Array>> {
    const { first, last } = part;
    const answer = await this.#ask('GET', this.#urlOf(content.digest), {
      headers: { range: `bytes=${first}-${last}` },
    });
    if (answer.status === 404) throw await this.#absence(answer, content.digest);
    if (!answer.ok && answer.status !== 416) throw await this.#refusal(answer);
    const range = `bytes ${first}-${last}/${content.bytes}`;
    if (answer.status === 206 && answer.headers.get('content-range') === range)
      return piecesOfPart(this.#piecesOf(answer), content, part);
    await answer.body?.cancel();
    if (answer.status === 200) throw new FileStoreError('The store does not give parts of files.');
    throw new FileDamagedError(content.digest);
  }

  async remove(digest: string): Promise<void> {
    const answer = await this.#ask('DELETE', this.#urlOf(digest));
    if (!answer.ok && answer.status !== 404) throw await this.#refusal(answer);
    await answer.body?.cancel();
  }

  async sizeOf(digest: string): Promise<number | null> {
    const answer = await this.#ask('HEAD', this.#urlOf(digest));
    if (answer.status === 404) return null;
    if (!answer.ok) throw await this.#refusal(answer);
    return Number(answer.headers.get('content-length'));
  }

  async isPublic(digest: string): Promise<boolean> {
    const unsigned = new Request(this.#urlOf(digest), { method: 'HEAD', redirect: 'manual' });
    const answer = await this.#fetch(unsigned);
    if (answer instanceof FileStoreError) throw answer;
    return answer.ok;
  }

  async ask(): Promise<void> {
    const { endpoint, bucket } = this.#options;
    const answer = await this.#ask('HEAD', `${endpoint}/${bucket}`);
    if (!answer.ok) throw await this.#refusal(answer);
  }

  /** A bucket does not say how much room it has: it is tried with one byte. */
  async tryToKeep(): Promise<void> {
    const { endpoint, bucket, prefix } = this.#options;
    const content = new Uint8Array(1);
    const answer = await this.#ask('PUT', `${endpoint}/${bucket}/${prefix}${probeName}`, {
      body: new Blob([content]),
      headers: { 'x-amz-content-sha256': digestOf(content) },
    });
    if (!answer.ok) throw await this.#refusal(answer);
    await answer.body?.cancel();
  }

  /** The address of a content. */
  #urlOf(digest: string): string {
    const { endpoint, bucket, prefix } = this.#options;
    return `${endpoint}/${bucket}/${prefix}${keyOf(digest)}`;
  }

  async #ask(method: string, url: string, init: RequestInit = {}): Promise<Response> {
    for (let attempt = 1; ; attempt += 1) {
      // A redirection would be to another region or host, for which the signature does not hold.
      const answer = await this.#fetch(await this.#signer.sign(url, { ...init, method, redirect: 'manual' }));
      const passing = answer instanceof FileStoreError || mayPass(answer.status);
      if (!passing) return answer;
      if (attempt === tries) throw answer instanceof FileStoreError ? answer : await this.#refusal(answer);
      if (!(answer instanceof FileStoreError)) await answer.body?.cancel();
      await new Promise((resolve) => setTimeout(resolve, pauseMs * attempt));
    }
  }

  async #fetch(request: Request): Promise<Response | FileStoreError> {
    const impatience = new AbortController();
    const answered = this.#patience(() => impatience.abort());
    try {
      return await fetch(request, { signal: impatience.signal });
    } catch (cause) {
      const why = impatience.signal.aborted ? 'was silent for too long' : 'cannot be reached';
      return new FileStoreError(`The store ${why}.`, { cause });
    } finally {
      answered();
    }
  }

  /** The body of an answer as it comes. Only the store's own silence counts, not the time that the reader takes. */
  async *#piecesOf({ body }: Response): AsyncGenerator<Uint8Array> {
    if (body === null) return;
    const reader = body.getReader();
    try {
      for (;;) {
        const { done, value } = await this.#withPatience(reader.read());
        if (done) return;
        yield value;
      }
    } finally {
      await reader.cancel().catch(() => {
        // What was cut off cannot be cancelled, and whoever read it was told.
      });
    }
  }

  async #withPatience<T>(coming: Promise<T>): Promise<T> {
    let came = () => {};
    const silence = new Promise<never>((_resolve, reject) => {
      came = this.#patience(() =>
        reject(new FileStoreError('The store was silent in the middle of a file.')),
      );
    });
    try {
      return await Promise.race([coming, silence]);
    } catch (cause) {
      if (cause instanceof FileStoreError) throw cause;
      throw new FileStoreError('The store broke off in the middle of a file.', { cause });
    } finally {
      came();
    }
  }

  /** A bucket that is not there answers 404, too. */
  async #absence(answer: Response, digest: string): Promise<Error> {
    const code = await this.#codeIn(answer);
    return code === 'NoSuchBucket' ? this.#refused(answer, code) : new FileMissingError(digest);
  }

  async #refusal(answer: Response): Promise<FileStoreError> {
    return this.#refused(answer, await this.#codeIn(answer));
  }

  #refused({ status }: Response, code: string): FileStoreError {
    const message = `The store answers ${status}${code === '' ? '' : ` ${code}`}.`;
    const full = status === noRoom || fullCodes.includes(code);
    return full ? new FileStoreFullError(message) : new FileStoreError(message);
  }

  /** The code of an error, which S3 tells in XML: the rest of it may name keys and is not repeated. */
  async #codeIn(answer: Response): Promise<string> {
    const most = 4096;
    let text = '';
    const decoder = new TextDecoder();
    for await (const piece of this.#piecesOf(answer)) {
      text += decoder.decode(piece, { stream: true });
      if (text.length > most) break;
    }
    return /<Code>([A-Za-z]{1,60})<\/Code>/.exec(text)?.[1] ?? '';
  }
}
