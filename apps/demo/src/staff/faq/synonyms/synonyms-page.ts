import type { FaqSynonyms } from '@teo-support/sdk';
import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { DeskPage } from '../../administration/desk-page.js';
import { deskPageStyles } from '../../administration/desk-page-styles.js';
import { sectionPagesStyles } from '../../design/section-pages.js';
import { icon } from '../../icons/icon.js';
import { problemNotice } from '../../submission/problem-notice.js';
import { Submission } from '../../submission/submission.js';
import { fieldError } from '../../submission/text-field.js';
import { faqPages } from '../faq-pages.js';
import { mergedGroups, readLines, wordsIn } from './groups.js';

/** The groups as they were saved, and as they are being written: one line a group. */
interface Written {
  readonly base: readonly string[];
  readonly version: number;
  readonly lines: readonly string[];
}

/** The words that mean the same to téomasters, group by group. */
export class FaqSynonymsPage extends DeskPage<FaqSynonyms> {
  static override properties = {
    ...DeskPage.properties,
    written: { state: true },
    merged: { state: true },
    sought: { state: true },
  };
  declare written: Written | null;
  declare merged: boolean;
  declare sought: string;
  readonly #submission = new Submission(this);

  constructor() {
    super();
    this.written = null;
    this.merged = false;
    this.sought = '';
  }

  protected override async ask(signal: AbortSignal): Promise<FaqSynonyms> {
    const saved = await this.desk.client.staff.faq.synonyms({ signal });
    const base = saved.groups.map((group) => group.join(', '));
    const kept = this.#kept();
    if (kept === null || kept.version === saved.version) {
      this.written = kept ?? { base, version: saved.version, lines: base };
      return saved;
    }
    this.merged = true;
    this.#keep({ base, version: saved.version, lines: mergedGroups(kept.base, kept.lines, base) });
    return saved;
  }

  protected override heading(): string {
    return this.desk.words.faq.synonyms.title;
  }

  protected override loading(): string {
    return this.desk.words.faq.synonyms.loading;
  }

  protected override lead(value: FaqSynonyms | null): TemplateResult {
    const { synonyms } = this.desk.words.faq;
    return html`<p class="muted" role="status">${value === null ? nothing : synonyms.total(value.groups.length)}</p>
      <p class="lead muted">${synonyms.lead}</p>`;
  }

  protected override body(): TemplateResult {
    const { words } = this.desk;
    const { synonyms } = words.faq;
    const { lines = [], base = [] } = this.written ?? {};
    const { sending } = this.#submission;
    const changed = JSON.stringify(lines) !== JSON.stringify(base);
    return html`${faqPages(words, 'synonyms')}
      ${this.merged ? html`<p class="notice warning merged">${synonyms.merged}</p>` : nothing}
      <form class="form panel" novalidate aria-label=${synonyms.title} @submit=${this.#save}>
        <div class="field seek"><label class="label" for="seek">${synonyms.search}</label>
          <input class="input" id="seek" type="search" autocomplete="off" .value=${live(this.sought)} @input=${({
            target,
          }: Event) => {
            if (target instanceof HTMLInputElement) this.sought = target.value;
          }}></div>
        <p class="hint">${synonyms.groupHint}</p>
        <ol>${lines.map((line, place) => (this.#isSought(line) ? this.#group(line, place) : nothing))}</ol>
        <div><button type="button" class="button" @click=${this.#add}>${icon('plus')}${synonyms.add}</button></div>
        ${problemNotice(this.#submission, words)}
        <div class="actions"><button class="button primary" aria-disabled=${sending}>${sending ? synonyms.saving : synonyms.save}</button>
          <span class="kept">${changed ? synonyms.unsaved : nothing}</span></div>
      </form>`;
  }

  #isSought(line: string): boolean {
    return line === '' || line.toLocaleLowerCase().includes(this.sought.trim().toLocaleLowerCase());
  }

  #group(line: string, place: number): TemplateResult {
    const { synonyms } = this.desk.words.faq;
    const error = this.#submission.under(`/groups/${place}`);
    const name = `group-${place}`;
    return html`<li><div class="row">
        <input class="input" id=${name} name=${name} aria-label=${synonyms.group(place + 1)} autocomplete="off" .value=${live(line)}
          aria-invalid=${error ? 'true' : 'false'} aria-describedby=${error ? `${name}-error` : nothing}
          @input=${({ target }: Event) => target instanceof HTMLInputElement && this.#write(place, target.value)}>
        <button type="button" class="button quiet icon" aria-label=${synonyms.remove(line || `${place + 1}`)} @click=${() => void this.#remove(place)}>${icon('close')}</button>
      </div>${fieldError(name, error)}</li>`;
  }

  #write(place: number, text: string): void {
    this.#change(this.#lines.map((line, other) => (other === place ? text : line)));
  }

  async #remove(place: number): Promise<void> {
    this.#change(this.#lines.filter((_line, other) => other !== place));
    await this.updateComplete;
    const rows = this.renderRoot.querySelectorAll<HTMLElement>('ol .button');
    (rows[Math.min(place, rows.length - 1)] ?? this.renderRoot.querySelector('h1'))?.focus();
  }

  readonly #add = async () => {
    this.#change([...this.#lines, '']);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('li:last-of-type .input')?.focus();
  };

  readonly #save = async (event: Event) => {
    event.preventDefault();
    const { client, words, announce, drafts } = this.desk;
    this.#change(this.#lines.filter((line) => line.trim() !== ''));
    const { written } = this;
    if (written === null) return;
    const few = written.lines.flatMap((line, place) =>
      wordsIn(line).length < 2 ? [[`/groups/${place}`, words.faq.synonyms.tooFew]] : [],
    );
    if (few.length > 0) {
      this.sought = '';
      return this.#submission.refuse(Object.fromEntries(few));
    }
    const groups = written.lines.map(wordsIn);
    const set = () => client.staff.faq.setSynonyms({ groups }, { ifMatch: written.version });
    const saved = await this.#submission.run(set, words);
    if (saved !== null) {
      drafts.clear('faq', 'synonyms');
      this.merged = false;
      announce(words.faq.synonyms.saved);
      await this.shown.load();
    } else if (this.#submission.conflict) {
      this.#submission.refuse({});
      await this.shown.load();
      announce(words.faq.synonyms.merged);
    }
  };

  get #lines(): readonly string[] {
    return this.written?.lines ?? [];
  }

  #change(lines: readonly string[]): void {
    if (this.written !== null) this.#keep({ ...this.written, lines });
  }

  #keep(written: Written): void {
    this.written = written;
    this.desk.drafts.write('faq', 'synonyms', written);
  }

  #kept(): Written | null {
    const stored: unknown = this.desk.drafts.read('faq', 'synonyms');
    if (typeof stored !== 'object' || stored === null) return null;
    const [base, lines] = [readLines(Reflect.get(stored, 'base')), readLines(Reflect.get(stored, 'lines'))];
    const version: unknown = Reflect.get(stored, 'version');
    return base === null || lines === null || typeof version !== 'number' ? null : { base, lines, version };
  }

  static override styles = [
    ...deskPageStyles,
    sectionPagesStyles,
    css`
      .form.panel {
        padding: var(--_space-4);
      }
      .seek {
        max-width: 420px;
      }
      .merged {
        margin-bottom: var(--_space-4);
      }
      ol {
        display: grid;
        gap: var(--_space-2);
      }
      .row {
        display: flex;
        gap: 4px;
      }
    `,
  ];
}

customElements.define('faq-synonyms-page', FaqSynonymsPage);
