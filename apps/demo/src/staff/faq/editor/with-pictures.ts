import { imageLine } from '@teo-support/core';
import { html, type TemplateResult } from 'lit';
import type { Desk } from '../../desk/desk.js';
import { withLineAt } from './line-at.js';
import type { AddedPicture } from './picture-adder.js';
import './picture-adder.js';

/** A field in which pictures can be pasted and dropped, with the way to choose one below. */
export function withPictures(
  field: TemplateResult,
  desk: Desk,
  text: string,
  write: (text: string) => void,
): TemplateResult {
  const take = (event: Event, data: DataTransfer | null) => {
    const { currentTarget: around } = event;
    if (around instanceof HTMLElement && around.querySelector('picture-adder')?.take(data))
      event.preventDefault();
  };
  const add = ({ currentTarget: adder, detail: { file, alt } }: CustomEvent<AddedPicture>) => {
    const area = adder instanceof HTMLElement ? adder.parentElement?.querySelector('textarea') : null;
    const place = area?.selectionStart ?? text.length;
    const { text: written, caret } = withLineAt(text, place, imageLine(file, alt));
    write(written);
    // Once it is drawn, one goes on writing behind it.
    requestAnimationFrame(() => {
      area?.focus();
      area?.setSelectionRange(caret, caret);
    });
  };
  return html`<div class="with-pictures" @paste=${(event: ClipboardEvent) => take(event, event.clipboardData)}
    @dragover=${(event: DragEvent) => event.dataTransfer?.types.includes('Files') && event.preventDefault()}
    @drop=${(event: DragEvent) => take(event, event.dataTransfer)}>
    ${field}
    <picture-adder .desk=${desk} @picture-added=${add}></picture-adder>
  </div>`;
}
