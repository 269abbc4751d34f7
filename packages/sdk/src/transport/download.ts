import { AbortedError, ConnectionError } from '../errors.js';
import type { CallRequest, Transport } from './transport.js';

/**
 * A file that comes piece by piece, as the server makes it: what is read slowly is made slowly. It is read once; leaving
 * the loop ends it. A file that is cut off throws, so that what came of it is not taken for all of it.
 *
 * @example
 * await pipeline(await client.staff.tickets.export(), createWriteStream('tickets.csv'));
 */
export class Download implements AsyncIterable<Uint8Array> {
  /** What the server calls it, with its ending. */
  readonly name: string;
  readonly mediaType: string;
  readonly #pieces: AsyncGenerator<Uint8Array>;

  constructor(
    head: { readonly name: string; readonly mediaType: string },
    pieces: AsyncGenerator<Uint8Array>,
  ) {
    this.name = head.name;
    this.mediaType = head.mediaType;
    this.#pieces = pieces;
  }

  [Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    return this.#pieces;
  }
}

/** @param name what the file is called when the server does not say */
export async function download(
  transport: Transport,
  request: Pick<CallRequest, 'path' | 'query' | 'signal'>,
  name: string,
): Promise<Download> {
  // Of its own for each file, so that a signal that lives long gathers nothing from those that are done.
  const connection = new AbortController();
  const end = () => connection.abort();
  request.signal?.addEventListener('abort', end, { once: true });
  if (request.signal?.aborted) end();
  const leave = () => {
    request.signal?.removeEventListener('abort', end);
    connection.abort();
  };
  try {
    const { headers, body } = await transport.send({
      ...request,
      method: 'GET',
      repeatable: true,
      streamed: true,
      signal: connection.signal,
    });
    const head = {
      name: /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '')?.[1] ?? name,
      mediaType: headers.get('content-type') ?? '',
    };
    return new Download(head, piecesOf(body, request.signal, leave));
  } catch (error) {
    leave();
    throw error;
  }
}

async function* piecesOf(
  body: ReadableStream<Uint8Array> | null,
  signal: AbortSignal | undefined,
  leave: () => void,
): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  try {
    for (let next = await reader?.read(); next?.done === false; next = await reader?.read()) yield next.value;
  } catch (error) {
    if (signal?.aborted) throw new AbortedError('The call was ended by its caller.', { cause: error });
    throw new ConnectionError('The file was cut off: it is not whole.', { cause: error });
  } finally {
    leave();
  }
}
