import type { FaqMasks, StaffFaqArticle } from '@teo-support/sdk';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DraftStore } from '../../drafts/draft-store.js';
import { type ArticleForm, emptyForm, type FieldName, fieldNames, formOf, readForm } from './article-form.js';
import { mergeForms } from './merge-forms.js';

/** An article as it is edited: what one began from, what one writes, and what others saved meanwhile. */
interface Edited {
  /** The address that a new article is to have. */
  readonly id: string;
  /** The text that the form began from, and its version; 0 for an article that is yet to be. */
  readonly base: ArticleForm;
  readonly version: number;
  readonly form: ArticleForm;
  /** What somebody else made of fields that were changed here, too: to be chosen. */
  readonly theirs: Readonly<Partial<Record<FieldName, string>>>;
}

export type Arrival = 'as_it_was' | 'merged' | 'conflict';

/** Keeps what is written from the first keystroke until it is saved: over reloads, sign-ins, and others' changes. */
export class Editing implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #drafts: () => DraftStore;
  #key = '';
  #edited: Edited = { id: '', base: emptyForm, version: 0, form: emptyForm, theirs: {} };
  masks: FaqMasks = { masks: [], known: null };

  constructor(host: ReactiveControllerHost, drafts: () => DraftStore) {
    this.#host = host;
    this.#drafts = drafts;
    host.addController(this);
  }

  get form(): ArticleForm {
    return this.#edited.form;
  }

  get id(): string {
    return this.#edited.id;
  }

  get version(): number {
    return this.#edited.version;
  }

  /** What the others wrote where both did. */
  get theirs(): Edited['theirs'] {
    return this.#edited.theirs;
  }

  get conflicts(): FieldName[] {
    return fieldNames.filter((name) => this.theirs[name] !== undefined);
  }

  get changed(): boolean {
    const { form, base, version, id } = this.#edited;
    return JSON.stringify(form) !== JSON.stringify(base) || (version === 0 && id !== '');
  }

  /** Begins a new article; what was written of it before is there again. */
  begin(key: string, form: ArticleForm): void {
    this.#key = key;
    this.#edited = this.#stored() ?? { id: '', base: form, version: 0, form, theirs: {} };
    this.#host.requestUpdate();
  }

  /** Takes in an article as it is saved, beside what was written here. */
  arrive(article: StaffFaqArticle, masks: FaqMasks): Arrival {
    const content = (article.draft ?? article.published)?.content;
    const saved = content === undefined ? emptyForm : formOf(content);
    this.#key = `faq:${article.id}`;
    this.masks = masks;
    const kept = this.#stored();
    const fresh: Edited = { id: article.id, base: saved, version: article.version, form: saved, theirs: {} };
    if (kept === null || kept.version === article.version) {
      this.#edited = kept ?? fresh;
      this.#host.requestUpdate();
      return 'as_it_was';
    }
    const { form, conflicts } = mergeForms(kept.base, kept.form, saved);
    const theirs = Object.fromEntries(conflicts.map((name) => [name, saved[name]]));
    this.#keep({ ...fresh, form, theirs });
    if (conflicts.length > 0) return 'conflict';
    return JSON.stringify(form) === JSON.stringify(saved) ? 'as_it_was' : 'merged';
  }

  write(part: Partial<ArticleForm>): void {
    this.#keep({ ...this.#edited, form: { ...this.form, ...part } });
  }

  rename(id: string): void {
    this.#keep({ ...this.#edited, id });
  }

  /** Keeps one's own text of a field, or takes the other. */
  choose(field: FieldName, whose: 'mine' | 'theirs'): void {
    const { [field]: text, ...theirs } = this.theirs;
    const form = whose === 'theirs' && text !== undefined ? { ...this.form, [field]: text } : this.form;
    this.#keep({ ...this.#edited, form, theirs });
  }

  /** It was saved, or given up: nothing is kept of it here. */
  forget(): void {
    this.#drafts().clear(this.#key, 'article');
  }

  /** Nothing to do: the state lives as long as the page. */
  hostConnected(): void {}

  #keep(edited: Edited): void {
    this.#edited = edited;
    this.#drafts().write(this.#key, 'article', edited);
    this.#host.requestUpdate();
  }

  #stored(): Edited | null {
    const stored: unknown = this.#drafts().read(this.#key, 'article');
    if (typeof stored !== 'object' || stored === null) return null;
    const { id, version, base, form, theirs } = {
      id: '',
      version: -1,
      base: null,
      form: null,
      theirs: {},
      ...stored,
    };
    const [began, written] = [readForm(base), readForm(form)];
    if (typeof id !== 'string' || typeof version !== 'number' || began === null || written === null)
      return null;
    const others = readForm({ ...emptyForm, ...theirs });
    if (others === null) return null;
    const open = Object.fromEntries(Object.keys(theirs).map((name) => [name, Reflect.get(others, name)]));
    return { id, version, base: began, form: written, theirs: open };
  }
}
