import { ProblemError } from '../../http/index.js';
import type { Content } from './content.js';

/** More than the largest manuals have; a reader that is given millions of objects stands still. */
const mostObjects = 500_000;
/** `[/FlateDecode /FlateDecode /FlateDecode]`: what is packed several times over is packed to burst. */
const packedOver = /\[\s*(?:\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\b\s*){3,}/;
/** An object's beginning. */
const objectStart = /\d\s+\d+\s+obj\b/g;
/** What may lie across two pieces. */
const overlap = 256;
const tailBytes = 1024;

/**
 * A whole PDF, looked at as bytes: nothing is unpacked. Scripts, forms and enclosed files are part of many honest
 * documents (official forms, electronic invoices) and stay, as no PDF is ever shown: it is downloaded, and what opens
 * it there asks about them.
 */
export async function checkPdf(content: Content): Promise<void> {
  const tail = Buffer.from(await content.at(Math.max(0, content.bytes - tailBytes), tailBytes));
  if (!tail.toString('latin1').includes('%%EOF')) throw new ProblemError('file-unreadable');
  let objects = 0;
  let kept = '';
  for await (const piece of content.pieces()) {
    const text = kept + Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString('latin1');
    if (packedOver.test(text)) throw new ProblemError('file-too-dense');
    // What lies in the overlap is counted twice at the most: the limit is far from what is honest.
    objects += text.match(objectStart)?.length ?? 0;
    if (objects > mostObjects) throw new ProblemError('file-too-dense');
    kept = text.slice(-overlap);
  }
  if (objects === 0) throw new ProblemError('file-unreadable');
}
