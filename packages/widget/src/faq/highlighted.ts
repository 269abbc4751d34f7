import type { FaqAnswer } from '@teo-support/core/contract';
import { html, type TemplateResult } from 'lit';

/** Text with what was found in it marked. */
export function renderHighlighted({
  text,
  ranges,
}: FaqAnswer['hits'][number]['title']): (string | TemplateResult)[] {
  const pieces: (string | TemplateResult)[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    pieces.push(text.slice(at, start), html`<mark>${text.slice(start, end)}</mark>`);
    at = end;
  }
  return [...pieces, text.slice(at)];
}
