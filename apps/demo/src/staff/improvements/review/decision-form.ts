import { type DecidedStatus, decidedStatuses, hasSubstance } from '@teo-support/core';
import { rejectionMessage } from '@teo-support/core/messages';
import type { StaffImprovementSummary } from '@teo-support/sdk';
import { css, html, nothing, type TemplateResult } from 'lit';
import { DeskDialog, type Opener, PageChange } from '../../administration/desk-dialog.js';
import { storedText } from '../../drafts/draft.js';
import { fieldError, textField } from '../../submission/text-field.js';
import { monthName } from '../../time/calendar.js';
import { sentence, sentenceStyles } from '../sentence.js';
import { type Saving, type StandingDecision, saveDecision, standingIn, writtenAt } from './save-decision.js';

interface DecisionDraft {
  readonly status: DecidedStatus | null;
  readonly rationale: string;
  /** When that was written which stood as this was begun; empty where nothing did. */
  readonly base: string;
}

/** Prepares a decision on a request in the review of a month: what is decided, and why. */
export class ReviewDecisionForm extends DeskDialog {
  static override properties = {
    ...DeskDialog.properties,
    month: { attribute: false },
    improvement: { attribute: false },
    label: { attribute: false },
    standing: { state: true },
  };
  declare month: string;
  declare improvement: StaffImprovementSummary;
  declare label: string;
  /** What the review says; `undefined` until that is known. */
  declare standing: StandingDecision | null | undefined;
  readonly #draft = this.draft<DecisionDraft>(
    'decision',
    () => `review:${this.month}:${this.improvement.id}`,
    { empty: () => ({ status: null, rationale: '', base: '' }), read: readDecision },
  );

  constructor() {
    super();
    this.standing = undefined;
  }

  protected override opener(): Opener {
    const { month } = this.desk.words.forum;
    const { number, draft } = this.improvement;
    const edits = draft?.month === this.month;
    const label = edits ? month.edit : this.label;
    return { label, about: month.decideAbout(label, number) };
  }

  protected override heading(): string {
    const { month, review } = this.desk.words.forum;
    return `${month.decideTitle(this.improvement.number)} · ${review(monthName(this.month, this.desk.locale))}`;
  }

  /** What is written here, or else what stands. */
  get #value(): DecisionDraft {
    const kept = this.#draft.value;
    if (this.#draft.kept) return kept;
    const { standing = null } = this;
    return {
      status: standing?.status ?? null,
      rationale: standing?.rationale ?? '',
      base: writtenAt(standing),
    };
  }

  /** Whether something else stands by now than when this was begun. */
  get #crossed(): boolean {
    return this.standing !== undefined && this.#draft.kept && this.#value.base !== writtenAt(this.standing);
  }

  #change(part: Partial<DecisionDraft>): void {
    this.#draft.change({ ...this.#value, ...part });
  }

  protected override content(): TemplateResult {
    const { words } = this.desk;
    const { month, statuses } = words.forum;
    const { status, rationale } = this.#value;
    const error = this.submission.at('/status');
    return html`<form class="form" novalidate aria-labelledby="heading" @submit=${this.#submit}>
      ${sentence(this.improvement, words)}
      ${this.#crossing()}
      <fieldset aria-describedby=${error ? 'status-error' : nothing}>
        <legend class="label">${month.status}</legend>
        <div class="choices">${decidedStatuses.map(
          (
            one,
            place,
          ) => html`<label class="check"><input type="radio" name="status" value=${one} ?data-first=${place === 0} .checked=${one === status}
            aria-invalid=${error ? 'true' : 'false'} @change=${() => this.#change({ status: one })}>${statuses[one]}</label>`,
        )}</div>
        ${fieldError('status', error)}
      </fieldset>
      ${textField({
        name: 'rationale',
        label: month.rationale,
        hint: month.rationaleHint,
        rows: 5,
        value: rationale,
        error: this.submission.at('/rationale'),
        onInput: (value) => this.#change({ rationale: value }),
      })}
      ${this.problem()}
      ${this.buttons(month.save, month.saving)}
      <span class="kept">${this.#draft.kept ? words.draft : nothing}</span>
    </form>`;
  }

  #crossing(): TemplateResult {
    const { month, statuses } = this.desk.words.forum;
    const { standing = null } = this;
    if (!this.#crossed) return html`<div role="alert"></div>`;
    return html`<div role="alert"><div class="notice warning">
      ${
        standing === null
          ? html`<p>${month.gone}</p>`
          : html`<p>${month.crossed(standing.by.name)}</p><p><strong>${statuses[standing.status]}</strong></p><p class="words">${standing.rationale}</p>`
      }
      <div class="actions"><button type="button" class="button keep" @click=${this.#keepMine}>${month.keepMine}</button>
        ${standing === null ? nothing : html`<button type="button" class="button" @click=${this.#takeTheirs}>${month.takeTheirs}</button>`}</div>
    </div></div>`;
  }

  protected override async opened(): Promise<void> {
    await this.#lookUp();
    await this.modal.focusFirst();
  }

  protected override closed(): void {
    this.standing = undefined;
  }

  /** What stands is told once it is known; without an answer, saving will tell. */
  async #lookUp(): Promise<void> {
    const { client, words } = this.desk;
    const review = await this.submission.run(() => client.staff.improvements.reviews.get(this.month), words);
    this.standing = review === null ? undefined : standingIn(review, this.improvement.id);
  }

  readonly #keepMine = async () => {
    this.#change({ base: writtenAt(this.standing ?? null) });
    await this.#toRationale();
  };

  readonly #takeTheirs = async () => {
    this.#draft.clear(this.#draft.value);
    await this.#toRationale();
  };

  async #toRationale(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#rationale')?.focus();
  }

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const { client, words, announce } = this.desk;
    const { month: told } = words.forum;
    const kept = this.#draft.value;
    const { status, rationale, base } = this.#value;
    if (status === null) return this.submission.refuse({ '/status': told.statusMissing });
    const thin = rejectionMessage({ code: 'rationale_without_substance' }, words.domain);
    if (!hasSubstance(rationale)) return this.submission.refuse({ '/rationale': thin });
    const about = { month: this.month, improvementId: this.improvement.id, base };
    const saving: Saving | null = await this.submission.run(
      () => saveDecision(client, about, { status, rationale: rationale.trim() }),
      words,
    );
    if (saving === null) return;
    if (saving.kind === 'crossed') {
      // What was only shown here becomes one's own words, to be chosen between.
      this.#change({});
      this.standing = saving.standing;
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('.keep')?.focus();
      return;
    }
    this.#draft.clear(kept);
    this.modal.close();
    announce(told.saved);
    this.dispatchEvent(new PageChange());
  };

  static override styles = [
    ...DeskDialog.styles,
    sentenceStyles,
    css`
      .choices {
        grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));
      }
    `,
  ];
}

function readDecision(stored: unknown): DecisionDraft | null {
  const [rationale, status, base] = ['rationale', 'status', 'base'].map((name) => storedText(stored, name));
  if (rationale == null) return null;
  return {
    rationale,
    status: decidedStatuses.find((one) => one === status) ?? null,
    base: base ?? '',
  };
}

customElements.define('review-decision-form', ReviewDecisionForm);
