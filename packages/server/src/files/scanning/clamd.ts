import { connect, type Socket } from 'node:net';

/** Where a ClamAV daemon listens. */
export type ScannerPlace =
  | { readonly kind: 'unix'; readonly path: string }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number };

/** What the scanner says of a content. */
export type Scanned = { readonly kind: 'clean' } | { readonly kind: 'infected'; readonly found: string };

/** The scanner cannot be asked now, or has not answered; the message says why, for the operator. */
export class ScannerError extends Error {
  override readonly name: string = 'ScannerError';
}

/** The scanner answers, and will not look at this content: it is beyond one of its limits. */
export class BeyondScannerError extends ScannerError {
  override readonly name = 'BeyondScannerError';
}

export interface ClamdOptions {
  readonly place: ScannerPlace;
  /** How long the scanner may stay silent, in milliseconds. */
  readonly silentMs: number;
}

/** A daemon of ClamAV, asked over its socket (`man clamd`): each question has a connection of its own. */
export class Clamd {
  readonly #options: ClamdOptions;

  constructor(options: ClamdOptions) {
    this.#options = options;
  }

  /** Where it is, in words for an operator. */
  get where(): string {
    const { place } = this.#options;
    return place.kind === 'unix' ? place.path : `${place.host}:${place.port}`;
  }

  /** Which version with which signatures it is. @throws {ScannerError} */
  async version(): Promise<string> {
    return this.#ask('VERSION', async () => {});
  }

  /**
   * Looks through a content, piece by piece.
   * @throws {BeyondScannerError} when it is more than the scanner looks through
   * @throws {ScannerError} when no verdict was given: that is never one of clean
   */
  async scan(pieces: AsyncIterable<Uint8Array>): Promise<Scanned> {
    const answer = await this.#ask('INSTREAM', async (write) => {
      for await (const piece of pieces) {
        if (piece.byteLength === 0) continue;
        await write(sizeOf(piece.byteLength));
        await write(piece);
      }
      await write(sizeOf(0));
    });
    if (answer === 'stream: OK') return { kind: 'clean' };
    const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
    // What was passed over is not clean, and not infected either (`AlertExceedsMax`).
    if (found?.startsWith('Heuristics.Limits.Exceeded') || answer.includes('size limit exceeded'))
      throw new BeyondScannerError(
        `The virus scanner at ${this.where} passes over so large a file: ${answer}`,
      );
    if (found === undefined) throw new ScannerError(`The virus scanner at ${this.where} answered: ${answer}`);
    return { kind: 'infected', found };
  }

  /**
   * @param send writes what follows the command. Where the answer comes before its end, the rest need not be sent.
   * @returns the answer, without the null character that ends it
   */
  #ask(
    command: string,
    send: (write: (bytes: Uint8Array) => Promise<void>) => Promise<void>,
  ): Promise<string> {
    const { place, silentMs } = this.#options;
    return new Promise((resolve, reject) => {
      const socket: Socket = place.kind === 'unix' ? connect(place.path) : connect(place.port, place.host);
      let answer = '';
      const fail = (why: string, cause?: unknown) => {
        socket.destroy();
        reject(new ScannerError(`The virus scanner at ${this.where} ${why}`, { cause }));
      };
      socket.setTimeout(silentMs, () => fail('does not answer'));
      socket.setEncoding('utf8');
      socket.on('data', (text) => {
        answer += text;
        if (answer.length > 4096) return fail('answers too much');
        const end = answer.indexOf('\0');
        if (end === -1) return;
        socket.destroy();
        resolve(answer.slice(0, end));
      });
      socket.on('error', (error) => fail(`cannot be asked: ${error.message}`, error));
      socket.on('close', () => fail('closed the connection without an answer'));
      socket.on('connect', () => {
        const write = (bytes: Uint8Array) => written(socket, bytes);
        write(Buffer.from(`z${command}\0`))
          .then(() => send(write))
          .catch((error: unknown) => {
            // Of a connection that ended meanwhile its answer, or its end, has told already.
            if (!socket.destroyed) {
              socket.destroy();
              reject(error);
            }
          });
      });
    });
  }
}

/** Gives the bytes to the socket, and waits until it takes more. */
function written(socket: Socket, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    if (socket.destroyed) reject(new ScannerError('The connection has ended.'));
    else socket.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

/** As the protocol writes the size of a piece: four bytes, the largest first. */
function sizeOf(bytes: number): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(bytes);
  return size;
}
