import { declarationOf, subjectField, type TeoModule, teoModules } from '@teo-support/core';
import { html, type TemplateResult } from 'lit';
import type { Draft, Searched } from '../drafts/draft.js';
import { recordOf, tellSearch } from '../filing/tell-search.js';
import { apart } from '../panel/apart.js';
import type { FullSession } from '../panel/full-session.js';
import type { Suggested } from './suggested-answers.js';

/** The form as the FAQ sees it. */
interface Form {
  draft(): Draft | null;
  change(draft: Draft): void;
  /** An article was chosen. */
  read(articleId: string): void;
}

/** As many articles as the API takes. */
const most = 20;

/** What the FAQ does while a ticket is written: suggests, and keeps with the draft what was shown, opened and said. */
export class BesideForm {
  readonly #session: FullSession;
  readonly #form: Form;

  constructor(session: FullSession, form: Form) {
    const page = session.module;
    this.#session = { ...session, module: () => moduleOf(form.draft()) ?? page() };
    this.#form = form;
  }

  render(draft: Draft): TemplateResult {
    return html`<teo-support-suggested-answers .session=${this.#session} .written=${wordsOf(draft)}
      .missed=${draft.searched?.missed ?? false}
      @answers-shown=${(event: CustomEvent<Suggested>) => this.#shown(event.detail)}
      @article-chosen=${(event: CustomEvent<string>) => this.#chosen(event.detail)}
      @not-there=${() => this.notThere()}></teo-support-suggested-answers>`;
  }

  /** An article answers: nothing is to be sent. @throws what the API says when it could not be told */
  async solved(articleId: string): Promise<void> {
    const draft = this.#form.draft();
    if (draft?.searched == null) return;
    const record = { ...recordOf(draft.searched), outcome: 'solved', solvedBy: articleId } as const;
    await this.#session.client.faq.record(record);
    this.#form.change({ ...draft, searched: null });
  }

  /** None of the articles answers. It is told with the ticket, or when the form is left without one. */
  notThere(): void {
    this.#note({ missed: true });
  }

  /** The form is left, and nothing was filed. */
  leave(): void {
    const draft = this.#form.draft();
    if (!draft?.searched?.missed) return;
    apart(tellSearch(this.#session.client, draft, null));
    this.#form.change({ ...draft, searched: null });
  }

  #note(part: Partial<Searched>): void {
    const draft = this.#form.draft();
    if (draft === null) return;
    const before = draft.searched ?? { q: wordsOf(draft), shown: [], opened: [], missed: false };
    this.#form.change({ ...draft, searched: { ...before, ...part } });
  }

  /** The latest answers come first, and what was seen before them was seen, too. */
  #shown({ q, module, shown }: Suggested): void {
    const all = new Set([...shown, ...(this.#form.draft()?.searched?.shown ?? [])]);
    this.#note({ q, module, shown: [...all].slice(0, most) });
  }

  #chosen(articleId: string): void {
    const opened = new Set([...(this.#form.draft()?.searched?.opened ?? []), articleId]);
    this.#note({ opened: [...opened].slice(0, most) });
    this.#form.read(articleId);
  }
}

/** The words that the FAQ is asked with: the subject, and what is told of it. */
function wordsOf({ type, answers }: Draft): string {
  return declarationOf(type)
    .fields.filter(({ kind, name }) => name === subjectField || kind === 'text')
    .slice(0, 2)
    .flatMap(({ name }) => {
      const answer = answers[name];
      return answer?.kind === 'text' ? answer.text : [];
    })
    .join(' ')
    .slice(0, 1000);
}

/** The module that was chosen in the form. */
function moduleOf(draft: Draft | null): TeoModule | undefined {
  const answer = draft?.answers.module;
  return teoModules.find((known) => answer?.kind === 'text' && answer.text === known);
}
