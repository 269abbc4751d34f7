import { ServerResponse } from 'node:http';
import type { Context } from 'hono';

/**
 * Pieces as the body of an answer, each made when it is asked for. The first one is had before the answer begins, so that
 * what goes wrong until then can still be told as what it is. Later on only the connection can be cut, so that whoever
 * reads knows that it is not whole. When the reader goes away the pieces end at the next one.
 * @param report is told why the connection was cut
 */
export async function bodyOf(
  c: Context,
  given: AsyncIterable<Uint8Array>,
  report: (error: unknown) => void,
): Promise<ReadableStream<Uint8Array>> {
  const pieces = given[Symbol.asyncIterator]();
  let gone = false;
  /** Empty pieces are where one may stop, and nothing to send. */
  const nextFull = async () => {
    let next = await pieces.next();
    while (!gone && next.done !== true && next.value.byteLength === 0) next = await pieces.next();
    return next;
  };
  let first: IteratorResult<Uint8Array> | null = await nextFull();
  const source: UnderlyingDefaultSource<Uint8Array> = {
    async pull(controller) {
      try {
        const next = first ?? (await nextFull());
        first = null;
        if (gone) return;
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      } catch (error) {
        report(error);
        if (!wasCut(c)) throw error;
      }
    },
    async cancel() {
      gone = true;
      await pieces.return?.();
    },
  };
  // None is made before it is asked for: what fails ahead of the reader would be told at the end of what was sent.
  return new ReadableStream(source, { highWaterMark: 0 });
}

/** Cuts the connection itself: of a body that fails, the server would print the error beside the log. */
function wasCut(c: Context): boolean {
  const outgoing: unknown = c.env?.outgoing;
  if (!(outgoing instanceof ServerResponse)) return false;
  outgoing.destroy();
  return true;
}
