import { ProblemError } from '../../http/index.js';
import type { Content } from './content.js';

/** What no text has, in UTF-8, ISO 8859-1 or Windows-1252: control characters beyond tabs, line ends and page breaks. */
const notInText = Uint8Array.from({ length: 256 }, (_, byte) =>
  (byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte)) || byte === 0x7f ? 1 : 0,
);
/** Bytes that stand for nothing in Windows-1252. */
const notInWindows = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/**
 * How a browser recognizes what it would run or draw (https://mimesniff.spec.whatwg.org, section 7.1), and what begins
 * an SVG. We never let it sniff; this keeps such a file from being saved and opened somewhere else.
 */
const markup =
  /^\s*<(?:!doctype html|html|head|body|script|style|iframe|h1|div|font|table|a|title|b|br|p|svg|\?xml|!doctype svg|!--)(?:[\s>]|$)/i;
const startBytes = 1024;

/**
 * Text, and nothing else: UTF-8, or one byte a character as French programs have long written it.
 * @param name tells a table from other text, which its content does not
 */
export async function textTypeOf(content: Content, name: string): Promise<'text/plain' | 'text/csv'> {
  if (content.bytes === 0) throw new ProblemError('file-not-accepted');
  const start = Buffer.from(await content.at(0, startBytes)).toString('latin1');
  if (markup.test(start.replace(/^\xEF\xBB\xBF/, ''))) throw new ProblemError('file-not-accepted');
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let couldBe = { utf8: true, windows: true };
  for await (const piece of content.pieces()) {
    if (piece.some((byte) => notInText[byte] === 1)) throw new ProblemError('file-not-accepted');
    couldBe = {
      utf8: couldBe.utf8 && decodes(utf8, piece),
      windows: couldBe.windows && !piece.some((byte) => notInWindows.has(byte)),
    };
  }
  couldBe.utf8 &&= decodes(utf8, null);
  if (!couldBe.utf8 && !couldBe.windows) throw new ProblemError('file-not-accepted');
  return /\.csv$/i.test(name) ? 'text/csv' : 'text/plain';
}

/** @param piece the next one, or `null` at the end, where no character may be left half */
function decodes(decoder: TextDecoder, piece: Uint8Array | null): boolean {
  try {
    if (piece === null) decoder.decode();
    else decoder.decode(piece, { stream: true });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
