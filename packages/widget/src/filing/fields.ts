import type { Field, TicketType, Training } from '@teo-support/core';
import { fieldWords } from '@teo-support/core/messages';
import { html, nothing, type TemplateResult } from 'lit';
import type { DraftAnswer } from '../drafts/draft.js';
import { dayDate } from '../locales/days.js';
import type { FullSession } from '../panel/full-session.js';
import { icon } from '../panel/icons.js';
import type { Session } from '../panel/session.js';
import { type FieldProblems, problemAt } from './field-problems.js';

/** What a field needs to be drawn and to tell what was typed. */
export interface FieldContext {
  readonly session: Session;
  /** What steps and images work with, once it is there. */
  readonly later: FullSession | null;
  readonly type: TicketType;
  readonly answer: DraftAnswer | undefined;
  readonly problems: FieldProblems;
  change(answer: DraftAnswer): void;
  /** The person has left the field. */
  left(): void;
}

/** Draws one field of a declaration. There is a case for each kind of field, and none for any ticket type. */
export function renderField(field: Field, context: FieldContext): TemplateResult {
  const { session, type, answer } = context;
  const texts = fieldWords(session.domain, type, field.name);
  const problem = problemAt(context.problems, field.name);
  const id = `field-${field.name}`;
  const hint = texts.hint === '' ? nothing : html`<p class="hint" id="${id}-hint">${texts.hint}</p>`;
  const described = [texts.hint === '' ? '' : `${id}-hint`, problem === undefined ? '' : `${id}-error`]
    .join(' ')
    .trim();
  const text = answer?.kind === 'text' ? answer.text : '';
  const onInput = (event: Event) => {
    const { target } = event;
    if (
      target instanceof HTMLInputElement ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement
    ) {
      context.change({ kind: 'text', text: target.value });
    }
  };
  const label = (optional: boolean) => html`<label class="label" for=${id}>
    <span>${texts.label}</span>${optional ? optionalHint(session) : nothing}
  </label>`;
  const select = (options: readonly Option[], required: boolean) => html`<div class="field">
    ${label(!required)} ${hint}
    <select class="input" id=${id} name=${field.name} aria-describedby=${described || nothing}
      aria-invalid=${problem === undefined ? 'false' : 'true'} aria-required=${required}
      @change=${onInput} @blur=${context.left}>
      <option value="" ?selected=${text === ''}>${session.words.form.choose}</option>
      ${options.map(({ value, name }) => html`<option value=${value} ?selected=${value === text}>${name}</option>`)}
    </select>
    ${errorLine(id, problem)}
  </div>`;
  switch (field.kind) {
    case 'line':
      return html`<div class="field">
        ${label(!field.required)} ${hint}
        <input class="input" id=${id} name=${field.name} .value=${text} maxlength=${field.maxLength}
          aria-describedby=${described || nothing} aria-invalid=${problem === undefined ? 'false' : 'true'}
          aria-required=${field.required} autocomplete="off" @input=${onInput} @blur=${context.left} />
        ${errorLine(id, problem)}
      </div>`;
    case 'text':
      return html`<div class="field">
        ${label(!field.required)} ${hint}
        <textarea class="input" id=${id} name=${field.name} .value=${text} maxlength=${field.maxLength}
          aria-describedby=${described || nothing} aria-invalid=${problem === undefined ? 'false' : 'true'}
          aria-required=${field.required} @input=${onInput} @blur=${context.left}></textarea>
        ${errorLine(id, problem)}
      </div>`;
    case 'choice':
      return select(
        field.options.map((value) => ({ value, name: texts.options?.[value] ?? value })),
        field.required,
      );
    case 'training':
      return select(
        newestFirst(session.me.entitlements.trainings).map(({ id: value, title, deliveredOn }) => ({
          value,
          name: `${title}, ${dayDate(deliveredOn, session.locale)}`,
        })),
        true,
      );
    case 'feature':
      return select(
        session.me.entitlements.trials.map(({ id: value, name }) => ({ value, name })),
        true,
      );
    case 'steps':
      return html`<fieldset class="field" id=${id} aria-describedby=${described || nothing} tabindex="-1">
        <legend class="label">${texts.label}</legend>
        ${hint}
        <teo-support-steps-field
          .session=${context.later}
          .label=${texts.label}
          .steps=${answer?.kind === 'steps' ? answer.steps : ['']}
          .maxItems=${field.maxItems}
          .maxLength=${field.maxLength}
          .invalid=${problem !== undefined}
          @steps-change=${(event: CustomEvent<string[]>) => context.change({ kind: 'steps', steps: event.detail })}
        ></teo-support-steps-field>
        ${errorLine(id, problem)}
      </fieldset>`;
    case 'images':
      return html`<fieldset class="field" id=${id} aria-describedby=${described || nothing} tabindex="-1">
        <legend class="label">
          <span>${texts.label}</span>${field.expected ? nothing : optionalHint(session)}
        </legend>
        ${hint}
        <teo-support-images-field
          .session=${context.later}
          .field=${field}
          .about=${type}
          .answer=${answer?.kind === 'images' ? answer : { kind: 'images', files: [], noneBecause: '' }}
          @images-change=${(event: CustomEvent<DraftAnswer>) => context.change(event.detail)}
        ></teo-support-images-field>
        ${errorLine(id, problem)}
      </fieldset>`;
  }
}

/** The space is in the element: one that stands between elements is left out of the name that readers tell. */
const optionalHint = ({ words }: Session) => html`<span class="hint"> (${words.form.optional})</span>`;

/** What can be chosen, and the words for it. */
interface Option {
  readonly value: string;
  readonly name: string;
}

/** The course that somebody writes about is most often the last one. */
function newestFirst(trainings: readonly Training[]): Training[] {
  return trainings.toSorted((one, other) => other.deliveredOn.localeCompare(one.deliveredOn));
}

export function errorLine(id: string, problem: string | undefined): TemplateResult | typeof nothing {
  return problem === undefined
    ? nothing
    : html`<p class="error" id="${id}-error">${icon('warning')} ${problem}</p>`;
}
