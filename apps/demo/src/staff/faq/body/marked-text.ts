import { piecesOf } from '@teo-support/core';
import { html } from 'lit';

/** A text in which what is masked stands out. */
export function piecesWithMarks(text: string): unknown[] {
  return piecesOf(text).map((piece) =>
    piece.marked ? html`<mark class="mask">${piece.text}</mark>` : piece.text,
  );
}
