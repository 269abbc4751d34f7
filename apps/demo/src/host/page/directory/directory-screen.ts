import { html, LitElement, nothing } from 'lit';
import type { DirectoryView, ImportResult, TraineeRecord } from '../../directory/directory.js';
import { hostApi } from '../host-api.js';
import { Outcome } from '../outcome.js';
import { pageHead } from '../page-head.js';
import { words as hostWords } from '../words.js';
import { importForm } from './import-form.js';
import { words } from './words.js';

const filters = ['all', 'created', 'replaced'] as const;
type Filter = (typeof filters)[number];

/** The directory of trainees. An import of the wrong file is done at once and undone by steps: a mishandling. */
export class DirectoryScreen extends LitElement {
  static override properties = { records: { state: true }, filter: { state: true } };
  declare records: readonly TraineeRecord[];
  declare filter: Filter;
  readonly #outcome = new Outcome(this);

  constructor() {
    super();
    this.records = [];
    this.filter = 'all';
  }

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#do(hostApi.directory(), () => '');
  }

  protected override render() {
    const shown = this.records.filter(({ origin }) => this.filter === 'all' || origin === this.filter);
    return html`${pageHead({ path: words.path, title: words.title, about: words.about(this.records.length) })}
      ${importForm({
        shared: (shared) => this.#import(hostApi.importTrainees({ shared })),
        text: (text) => this.#import(hostApi.importTrainees({ text })),
      })}
      ${this.#outcome.render(hostWords)}
      <div class="filters" role="group" aria-label=${words.lastImport}>
        ${filters.map((filter) => this.#filterButton(filter))}
        <span class="spring"></span>${this.#archiveButton()}
      </div>
      <div class="card"><table class="list">
        <thead><tr><th scope="col">${words.trainee}</th><th scope="col">${words.company}</th><th scope="col">${words.lastImport}</th></tr></thead>
        <tbody>${shown.map((record) => this.#row(record))}</tbody>
      </table></div>`;
  }

  #filterButton(filter: Filter) {
    const count = this.#count(filter);
    const name = filter === 'all' ? words.all : words.filters[filter];
    return html`<button type="button" class="button quiet" aria-pressed=${filter === this.filter ? 'true' : 'false'}
      @click=${() => {
        this.filter = filter;
      }}>${name} <span class="count">${count}</span></button>`;
  }

  #archiveButton() {
    const created = this.#count('created');
    if (created === 0 || this.filter !== 'created') return nothing;
    return html`<button type="button" class="button" @click=${() => this.#do(hostApi.archiveCreated(), () => words.archived)}>${words.archive(created)}</button>`;
  }

  #row({ id, name, company, email, origin }: TraineeRecord) {
    return html`<tr>
      <th scope="row" data-teo-private>${name}<small>${email}</small></th>
      <td data-label=${words.company}>${company}</td>
      <td data-label=${words.lastImport}>${this.#origin(id, name, origin)}</td>
    </tr>`;
  }

  #origin(id: number, name: string, origin: TraineeRecord['origin']) {
    if (origin === 'kept') return html`<span class="muted">–</span>`;
    return html`<span class="origin"><span class="badge ${origin === 'replaced' ? 'warning' : 'info'}">${words.origins[origin]}</span>
        ${
          origin === 'replaced'
            ? html`<button type="button" class="button quiet" aria-label=${words.restoreOf(name)} @click=${() => this.#do(hostApi.restore(id), () => words.restored(name))}>${words.restore}</button>`
            : nothing
        }</span>`;
  }

  #count(filter: Filter): number {
    return filter === 'all'
      ? this.records.length
      : this.records.filter(({ origin }) => origin === filter).length;
  }

  #import(work: Promise<DirectoryView & ImportResult>): void {
    this.filter = 'all';
    this.#do(work, words.imported);
  }

  #do<T extends DirectoryView>(work: Promise<T>, told: (done: T) => string): void {
    void this.#outcome.of(work, (done) => {
      this.records = done.records;
      return told(done);
    });
  }
}

customElements.define('teo-directory', DirectoryScreen);
