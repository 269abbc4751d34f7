import { isPicture } from '@teo-support/core';
import type { FileView } from '@teo-support/core/contract';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { define } from '../panel/define.js';
import type { FullSession } from '../panel/full-session.js';
import { sharedStyle } from '../panel/shared-style.js';
import { followingStyle } from './following-style.js';
import './ticket-file.js';

/** Files of a ticket: its pictures beside each other, then a line for each of the others. */
class TicketImages extends LitElement {
  static override styles = [...sharedStyle, followingStyle];
  static override properties = {
    session: { attribute: false },
    files: { attribute: false },
  };

  declare session: FullSession | null;
  declare files: readonly FileView[];

  constructor() {
    super();
    this.session = null;
    this.files = [];
  }

  override render(): TemplateResult {
    const others = this.files.filter((file) => !isPicture(file));
    return html`${this.#list('images', this.files.filter(isPicture))}${this.#list('files', others)}`;
  }

  #list(kind: string, files: readonly FileView[]): TemplateResult | typeof nothing {
    if (files.length === 0) return nothing;
    return html`<ul class=${kind}>
      ${files.map((file) => html`<li><teo-support-ticket-file .session=${this.session} .file=${file}></teo-support-ticket-file></li>`)}
    </ul>`;
  }
}

define('teo-support-images', TicketImages);
