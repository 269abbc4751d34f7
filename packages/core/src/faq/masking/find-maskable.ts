import { findKnown, type KnownWords } from './known-words.js';
import { findLikelyNames } from './likely-names.js';
import { type MaskKind, piecesOf } from './mask.js';
import { merged, type Span } from './span.js';
import { findShapes } from './telling-shapes.js';

/** Words of a text that may tell of somebody. */
export interface Maskable extends Span {
  readonly kind: MaskKind;
  readonly text: string;
}

/**
 * What of a text would be masked: what is known to name somebody, what tells of somebody by its shape (e-mail, phone,
 * figures, files), and what looks like a name. It rather finds too much: a person settles each. Marks are passed over.
 *
 * @param harmless what somebody has looked at and found to tell of nobody, as it is written
 */
export function findMaskable(
  text: string,
  known: KnownWords,
  harmless: ReadonlySet<string> = new Set(),
): Maskable[] {
  return piecesOf(text).flatMap((piece) => {
    if (piece.marked) return [];
    const spans = merged([
      ...findKnown(piece.text, known),
      ...findShapes(piece.text),
      ...findLikelyNames(piece.text),
    ]);
    return spans
      .map(({ kind, start, end }) => ({
        kind,
        start: piece.start + start,
        end: piece.start + end,
        text: piece.text.slice(start, end),
      }))
      .filter((found) => !harmless.has(found.text));
  });
}
