import { AbortedError, type ImprovementSummary, type StaffImprovement } from '@teo-support/sdk';
import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { DeskDialog, type Opener } from '../../administration/desk-dialog.js';
import { searchFieldStyles } from '../../design/search-field-styles.js';
import { icon } from '../../icons/icon.js';
import { TypedSearch } from '../../search/typed-search.js';
import { fieldError } from '../../submission/text-field.js';
import { statusBadge } from '../badges.js';
import { needOf, sentence, sentenceStyles } from '../sentence.js';

const shownAtOnce = 6;

/** Lets a request go on in another one that asks for the same: finds it, shows it, and says what follows. */
export class ImprovementMergeForm extends DeskDialog {
  static override properties = {
    ...DeskDialog.properties,
    request: { attribute: false },
    found: { state: true },
    chosen: { state: true },
    asked: { state: true },
  };
  declare request: StaffImprovement;
  /** Those that are offered; null while nothing was found out. */
  declare found: readonly ImprovementSummary[] | null;
  declare chosen: ImprovementSummary | null;
  /** What was looked for; empty for those that are similar. */
  declare asked: string;
  readonly #typed = new TypedSearch(this, (text) => void this.#look(text));
  #call: AbortController | null = null;

  constructor() {
    super();
    this.found = null;
    this.chosen = null;
    this.asked = '';
  }

  protected override opener(): Opener {
    return { label: this.desk.words.forum.one.merge, sign: 'merge' };
  }

  protected override heading(): string {
    return this.desk.words.forum.one.mergeTitle;
  }

  protected override content(): TemplateResult {
    const { one } = this.desk.words.forum;
    return html`<form class="form" novalidate aria-labelledby="heading" @submit=${this.#submit}>
      <p class="muted">${one.mergeText}</p>
      ${this.chosen === null ? this.#search() : this.#choice(this.chosen)}
      ${this.problem()}
      ${this.buttons(one.merge, one.merging)}
    </form>`;
  }

  #search(): TemplateResult {
    const { words } = this.desk;
    const { one, reference, votes } = words.forum;
    const { found, asked } = this;
    const error = this.submission.at('/into');
    return html`<div class="field">
      <label class="label" for="into">${one.mergeSearch}</label>
      <div class="with-sign">${icon('search')}
        <input class="input" id="into" type="search" autocomplete="off" data-first placeholder=${one.mergeSearchHint}
          aria-invalid=${error ? 'true' : 'false'} aria-describedby=${error ? 'into-error' : nothing}
          .value=${live(this.#typed.pending ?? asked)} @input=${this.#typed.type} @keydown=${this.#lookNow}></div>
      ${fieldError('into', error)}
      <p class=${found !== null && found.length > 0 && asked === '' ? 'label' : 'muted'} role="status">${
        found === null
          ? nothing
          : asked === '' && found.length > 0
            ? one.mergeProposed
            : asked === ''
              ? one.noneSimilar
              : one.mergeFound(found.length)
      }</p>
      <ul class="offered">${(found ?? []).map(
        (
          other,
        ) => html`<li><button type="button" @click=${() => this.#choose(other)}><span>${needOf(other, words)}</span>
          <span class="hint">${reference(other.number)} · ${votes(other.votes)} ${statusBadge(other.status, words)}</span></button></li>`,
      )}</ul>
    </div>`;
  }

  #choice(chosen: ImprovementSummary): TemplateResult {
    const { words } = this.desk;
    const { one, request, votes, organizations } = words.forum;
    return html`<div class="field"><p class="label" id="chosen">${one.mergeChosen}</p>
      <div class="chosen">
        <div><p class="hint">${request(chosen.number)} · ${votes(chosen.votes)} · ${organizations(chosen.organizations)} ${statusBadge(chosen.status, words)}</p>
          ${sentence(chosen, words)}</div>
        <button type="button" class="button" @click=${this.#other}>${one.mergeOther}</button>
      </div></div>`;
  }

  protected override async opened(): Promise<void> {
    await this.#look('');
  }

  protected override closed(): void {
    this.#call?.abort();
    this.#typed.take('');
    this.found = null;
    this.chosen = null;
    this.asked = '';
  }

  /** Enter looks at once, rather than sending a form in which nothing is chosen. */
  readonly #lookNow = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || this.#typed.pending === null) return;
    event.preventDefault();
    void this.#look(this.#typed.take(''));
  };

  async #look(text: string): Promise<void> {
    this.#call?.abort();
    const call = new AbortController();
    this.#call = call;
    const { signal } = call;
    const { improvements } = this.desk.client.staff;
    const q = text.trim().slice(0, 200);
    this.asked = text;
    try {
      const offered: readonly ImprovementSummary[] =
        q === ''
          ? (await improvements.similarTo(this.request.id, { limit: shownAtOnce }, { signal })).hits.map(
              ({ improvement }) => improvement,
            )
          : (await improvements.list({ q, limit: shownAtOnce + 1 }, { signal })).items;
      if (signal.aborted) return;
      this.found = offered.filter(({ id }) => id !== this.request.id).slice(0, shownAtOnce);
    } catch (error) {
      if (error instanceof AbortedError || signal.aborted) return;
      this.found = null;
      this.desk.announce(this.desk.words.problem.connection);
    }
  }

  async #choose(other: ImprovementSummary): Promise<void> {
    this.chosen = other;
    this.submission.refuse({});
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('form .button.primary')?.focus();
  }

  readonly #other = async () => {
    this.chosen = null;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#into')?.focus();
  };

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const { client, words } = this.desk;
    const { one } = words.forum;
    const { chosen } = this;
    if (chosen === null) return this.submission.refuse({ '/into': one.mergeMissing });
    const { id, version } = this.request;
    const merge = () => client.staff.improvements.merge(id, { into: chosen.id }, { ifMatch: version });
    await this.send(merge, one.mergeDone);
  };

  static override styles = [
    ...DeskDialog.styles,
    searchFieldStyles,
    sentenceStyles,
    css`
      .offered:empty {
        display: none;
      }
      .offered {
        display: grid;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        overflow: clip;
      }
      .offered li + li {
        border-top: 1px solid var(--_line);
      }
      .offered button {
        display: grid;
        gap: 2px;
        width: 100%;
        min-height: 44px;
        padding: 8px var(--_space-3);
        border: 0;
        background: var(--_surface);
        color: var(--_ink);
        font: 500 13.5px / 1.4 var(--_font);
        text-align: left;
        overflow-wrap: anywhere;
        cursor: pointer;
      }
      .offered button:is(:hover, :focus-visible) {
        background: var(--_surface-2);
      }
      .chosen {
        display: grid;
        justify-items: start;
        gap: var(--_space-2);
        padding: var(--_space-3);
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_surface-2);
      }
    `,
  ];
}

customElements.define('improvement-merge-form', ImprovementMergeForm);
