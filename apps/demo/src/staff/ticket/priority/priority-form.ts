import { type Priority, priorities } from '@teo-support/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { dialogStyles } from '../../design/dialog-styles.js';
import { staffStyles } from '../../design/staff-styles.js';
import { storedText } from '../../drafts/draft.js';
import { fieldError, textField } from '../../submission/text-field.js';
import { dateWords } from '../../time/dates.js';
import { DialogForm } from '../dialog/dialog-form.js';
import { markStyles, priorityMark } from '../marks.js';

interface PriorityDraft {
  readonly priority: Priority | null;
  readonly reason: string;
}

/** Another priority than the one that the impact gave: the new target is seen first, the reason is told. */
export class PriorityForm extends DialogForm {
  readonly #draft = this.draft<PriorityDraft>('priority', {
    empty: () => ({ priority: null, reason: '' }),
    read: (stored) => {
      const reason = storedText(stored, 'reason');
      const priority = storedText(stored, 'priority');
      return reason === null
        ? null
        : { reason, priority: priorities.find((value) => value === priority) ?? null };
    },
  });

  protected override opener() {
    const { open, title } = this.desk.words.priority;
    return { label: open, about: title };
  }

  protected override heading(): string {
    return this.desk.words.priority.title;
  }

  protected override content(): TemplateResult {
    const { words } = this.desk;
    const { sending } = this.submission;
    const error = this.submission.at('/priority');
    return html`<form class="form" novalidate aria-labelledby="heading" @submit=${this.#submit}>
      <fieldset aria-describedby=${error ? 'priority-error' : nothing}>
        <legend class="label">${words.priority.legend}</legend>
        ${priorities.map((priority) => this.#choice(priority, error !== undefined))}
        ${fieldError('priority', error)}
      </fieldset>
      ${textField({
        name: 'reason',
        label: words.priority.reason,
        hint: words.priority.reasonHint,
        rows: 3,
        value: this.#draft.value.reason,
        error: this.submission.at('/reason'),
        onInput: (reason) => this.#draft.change({ reason }),
      })}
      ${this.problem()}
      <div class="actions">
        <button class="button primary" aria-disabled=${sending}>${sending ? words.priority.sending : words.priority.submit}</button>
        <span class="kept">${this.#draft.kept ? words.draft : nothing}</span>
      </div>
    </form>`;
  }

  #choice(priority: Priority, invalid: boolean): TemplateResult {
    const { words, locale, now } = this.desk;
    const current = priority === this.ticket.priority;
    const chosen = this.#draft.value.priority ?? this.ticket.priority;
    const dueAt = Date.parse(this.ticket.targets[priority]);
    const date = words.clock.dueAt(dateWords(new Date(dueAt).toISOString(), locale, now));
    return html`<label class="check choice">
      <input type="radio" name="priority" value=${priority} ?data-first=${priority === chosen} .checked=${priority === chosen}
        aria-invalid=${invalid ? 'true' : 'false'} @change=${() => this.#draft.change({ priority })}>
      <span class="named">
        <span>${priorityMark(priority, words)}${current ? html` <span class="badge">${words.priority.current}</span>` : nothing}</span>
        <span class="hint">${words.domain.priorities[priority].definition}</span>
      </span>
      <span class="due ${dueAt < now ? 'tone-late' : ''}">${date}${dueAt < now ? html`<span class="past">${words.priority.overdue}</span>` : nothing}</span>
    </label>`;
  }

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const { client, words } = this.desk;
    const draft = this.#draft.value;
    const { priority, reason } = draft;
    const unchanged = priority === null || priority === this.ticket.priority;
    const missing = {
      ...(unchanged ? { '/priority': words.priority.missing } : {}),
      ...(reason.trim() === '' ? { '/reason': words.priority.reasonMissing } : {}),
    };
    if (unchanged || Object.keys(missing).length > 0) return this.submission.refuse(missing);
    const { id, version } = this.ticket;
    const work = () => client.staff.tickets.reprioritise(id, { priority, reason }, { ifMatch: version });
    if (await this.send(work, words.priority.done)) this.#draft.clear(draft);
  };

  static override styles = [
    staffStyles,
    markStyles,
    dialogStyles,
    css`
      .choice {
        display: grid;
        grid-template-columns: 18px minmax(0, 1fr) auto;
        padding: 9px var(--_space-3);
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
      }
      .choice:has(:checked) {
        border-color: var(--_accent);
        background: var(--_accent-soft);
      }
      .named .badge {
        background: var(--_surface);
      }
      .named .hint,
      .past {
        display: block;
        font-weight: 400;
      }
      .due {
        font-size: 13px;
        font-weight: 400;
        text-align: right;
      }
      @media (max-width: 600px) {
        .choice {
          grid-template-columns: 18px minmax(0, 1fr);
        }
        .due {
          grid-column: 2;
          text-align: left;
        }
        .past {
          display: inline;
          margin-left: 6px;
        }
      }
    `,
  ];
}

customElements.define('priority-form', PriorityForm);
