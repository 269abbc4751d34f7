import type { StaffTicket, TicketRef } from '@teo-support/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { dialogStyles } from '../../design/dialog-styles.js';
import { searchFieldStyles } from '../../design/search-field-styles.js';
import { staffStyles } from '../../design/staff-styles.js';
import { icon } from '../../icons/icon.js';
import { fieldError } from '../../submission/text-field.js';
import { DialogForm } from '../dialog/dialog-form.js';
import { markStyles } from '../marks.js';
import {
  fits,
  offeredRelations,
  queryFor,
  type Relation,
  type RelationDraft,
  readRelation,
  relate,
} from './relation.js';
import { relationFormStyles } from './relation-form-styles.js';
import { foundTicket, ticketPreview } from './ticket-preview.js';
import { TicketSearch } from './ticket-search.js';

/** Says that this ticket and another have to do with each other: finds the other, shows it, tells what follows. */
export class RelationForm extends DialogForm {
  static override properties = { ...DialogForm.properties, preview: { state: true } };
  /** The chosen ticket in full, once it is loaded. */
  declare preview: StaffTicket | null;
  readonly #draft = this.draft<RelationDraft>('relation', {
    empty: () => ({ relation: null, search: '', chosen: null }),
    read: readRelation,
  });
  readonly #search = new TicketSearch(this, () => this.desk.client);

  constructor() {
    super();
    this.preview = null;
  }

  protected override opener() {
    const { open } = this.desk.words.related;
    return { label: open, about: open };
  }

  protected override heading(): string {
    return this.desk.words.related.heading;
  }

  /** The chosen relation, or the first that is possible. */
  #relation(): Relation | null {
    const offered = offeredRelations(this.ticket).filter(({ refusal }) => refusal === null);
    const chosen = offered.find(({ relation }) => relation === this.#draft.value.relation) ?? offered[0];
    return chosen?.relation ?? null;
  }

  protected override closed(): void {
    this.#search.forget();
  }

  protected override willUpdate(): void {
    if (!this.modal.open) return;
    const relation = this.#relation();
    const { search, chosen } = this.#draft.value;
    if (chosen === null) {
      this.preview = null;
      if (relation !== null && looks(relation, search)) this.#look(relation, search.trim());
      else this.#search.forget();
    } else if (this.preview?.id !== chosen.id) void this.#load(chosen);
  }

  #look(relation: Relation, text: string): void {
    this.#search.look(
      `${this.ticket.id} ${relation} ${text}`,
      queryFor(relation, this.ticket, text),
      (other) => fits(relation, this.ticket, other),
    );
  }

  async #load({ id }: TicketRef): Promise<void> {
    try {
      const ticket = await this.desk.client.staff.tickets.get(id);
      if (this.#draft.value.chosen?.id === ticket.id) this.preview = ticket;
    } catch {
      // It cannot be shown (any more): back to the search.
      this.#draft.change({ chosen: null });
    }
  }

  protected override content(): TemplateResult {
    const { words } = this.desk;
    const { related } = words;
    const relation = this.#relation();
    const { chosen } = this.#draft.value;
    return html`<form class="form" novalidate aria-labelledby="heading" @submit=${this.#submit}>
      <fieldset>
        <legend class="label">${related.relation}</legend>
        ${offeredRelations(this.ticket).map((offered) => this.#choice(offered, relation))}
      </fieldset>
      ${relation === null ? nothing : chosen === null ? this.#finder() : this.#chosen(relation, chosen)}
      ${this.problem()}
      ${relation === null ? nothing : this.#submitRow(relation, chosen)}
    </form>`;
  }

  #choice(
    { relation, refusal }: ReturnType<typeof offeredRelations>[number],
    chosen: Relation | null,
  ): TemplateResult {
    const { name, hint } = this.desk.words.related.relations[relation];
    return html`<label class="check choice ${refusal === null ? '' : 'refused'}">
      <input type="radio" name="relation" value=${relation} ?data-first=${relation === chosen} .checked=${relation === chosen} ?disabled=${refusal !== null}
        @change=${() => this.#draft.change({ relation, chosen: null })}>
      <span>${name}<span class="hint">${refusal ?? hint}</span></span>
    </label>`;
  }

  #finder(): TemplateResult {
    const { words } = this.desk;
    const { related } = words;
    const { found, count, searching, error } = this.#search;
    const missing = this.submission.at('/ticket');
    const relation = this.#relation();
    const status =
      error !== null
        ? words.problem.connection
        : relation === null || !looks(relation, this.#draft.value.search)
          ? nothing
          : searching
            ? related.searching
            : related.results(count, found.length);
    return html`<div class="field">
        <label class="label" for="search">${related.search}</label>
        <div class="with-sign">${icon('search')}
          <input class="input" id="search" type="search" autocomplete="off" placeholder=${related.searchHint} .value=${live(this.#draft.value.search)}
            aria-invalid=${missing ? 'true' : 'false'} aria-describedby=${missing ? 'search-error' : nothing}
            @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && event.preventDefault()}
            @input=${({ target }: Event) => target instanceof HTMLInputElement && this.#draft.change({ search: target.value })}>
        </div>
        ${fieldError('search', missing)}
      </div>
      <p class="hint" role="status">${status}</p>
      <ul class="found">${found.map((ticket) => foundTicket(ticket, this.desk, () => void this.#pick(ticket)))}</ul>`;
  }

  #chosen(relation: Relation, { reference }: TicketRef): TemplateResult {
    const { words } = this.desk;
    const { related } = words;
    return html`<div class="preview" tabindex="-1" role="group" aria-label=${related.preview}>
        ${this.preview === null ? html`<p class="hint">${related.searching}</p>` : ticketPreview(this.preview, this.desk)}
        <button type="button" class="button" @click=${() => void this.#unpick()}>${related.another}</button>
      </div>
      <p class="notice">${related.relations[relation].told(reference)}</p>`;
  }

  #submitRow(relation: Relation, chosen: TicketRef | null): TemplateResult | typeof nothing {
    if (chosen === null) return nothing;
    const { related } = this.desk.words;
    const { sending } = this.submission;
    return html`<div class="actions">
      <button class="button primary" aria-disabled=${sending}>${sending ? related.sending : related.relations[relation].submit(chosen.reference)}</button>
    </div>`;
  }

  async #pick({ id, reference, subject }: TicketRef): Promise<void> {
    this.#draft.change({ chosen: { id, reference, subject } });
    await this.focusOn('.preview');
  }

  async #unpick(): Promise<void> {
    this.#draft.change({ chosen: null });
    await this.focusOn('#search');
  }

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const { client, words } = this.desk;
    const relation = this.#relation();
    const draft = this.#draft.value;
    const { chosen } = draft;
    if (relation === null) return;
    if (chosen === null) return this.submission.refuse({ '/ticket': words.related.missing });
    const work = () => relate(client, relation, this.ticket, chosen);
    if (await this.send(work, words.related.relations[relation].done)) this.#draft.clear(draft);
  };

  static override styles = [staffStyles, markStyles, dialogStyles, searchFieldStyles, relationFormStyles];
}

/** Without a word to look for, only what is short by nature is listed: an organization's own, confirmed bugs. */
function looks(relation: Relation, search: string): boolean {
  return search.trim() !== '' || relation === 'merge' || relation === 'carry';
}

customElements.define('relation-form', RelationForm);
