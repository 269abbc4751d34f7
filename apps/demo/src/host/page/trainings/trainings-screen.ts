import type { Training } from '@teo-support/core';
import { html, LitElement } from 'lit';
import { localeTag } from '../language.js';
import { Outcome } from '../outcome.js';
import { pageHead } from '../page-head.js';
import { compose, support } from '../support.js';
import { words as hostWords } from '../words.js';
import { words } from './words.js';

/** « Après chaque formation téo, vous pouvez créer des tickets liés »: the courses, each with a way to follow up on it. */
export class TrainingsScreen extends LitElement {
  static override properties = { trainings: { state: true } };
  /** `null` until the ticket system has said which ones it knows. */
  declare trainings: readonly Training[] | null;
  readonly #outcome = new Outcome(this);

  constructor() {
    super();
    this.trainings = null;
  }

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#outcome.of(support.me(), ({ entitlements }) => {
      this.trainings = entitlements.trainings;
      return '';
    });
  }

  protected override render() {
    return html`${pageHead({ path: words.path, title: words.title, about: words.about })}
      ${this.#outcome.render(hostWords)} ${this.#list()}`;
  }

  #list() {
    if (this.trainings === null) return html`<p class="muted" aria-busy="true">${words.loading}</p>`;
    if (this.trainings.length === 0)
      return html`<div class="card empty"><strong>${words.none}</strong><p class="muted">${words.noneText}</p></div>`;
    return html`<p class="lead">${words.followUpHint}</p>
      <ul class="cards">${this.trainings.map(
        ({ id, title, deliveredOn }) => html`<li class="card course">
          <div><h2>${title}</h2><p class="muted">${words.deliveredOn} ${dateName(deliveredOn)} · <span class="code">${id}</span></p></div>
          <button type="button" class="button" aria-label=${words.followUpOf(title)} @click=${() => compose('training_follow_up', { training: id })}>${words.followUp}</button>
        </li>`,
      )}</ul>`;
  }
}

function dateName(date: string): string {
  return new Intl.DateTimeFormat(localeTag, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
}

customElements.define('teo-trainings', TrainingsScreen);
