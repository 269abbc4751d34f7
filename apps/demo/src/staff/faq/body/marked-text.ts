import { kindOfMark, piecesOf } from '@teo-support/core';
import { html } from 'lit';
import type { Words } from '../../locales/index.js';

/** A text in which what is masked stands out, by what it is. */
export function piecesWithMarks(text: string, words: Words): unknown[] {
  return piecesOf(text).map((piece) =>
    piece.marked ? html`<mark class="mask">${markWords(piece.text, words)}</mark>` : piece.text,
  );
}

/** What a mark is called: « Personne 1 ». */
export function markWords(mark: string, { faq }: Words): string {
  const kind = kindOfMark(mark);
  const number = /\d+/.exec(mark)?.[0] ?? '';
  return kind === null ? mark : `${faq.masks.kinds[kind]}\u00a0${number}`;
}
