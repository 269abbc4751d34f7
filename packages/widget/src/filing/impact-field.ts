import { alternatives } from '@teo-support/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Draft } from '../drafts/draft.js';
import type { Session } from '../panel/session.js';
import type { FieldProblems } from './field-problems.js';
import { errorLine } from './fields.js';

/** The two facts from which the priority follows. The second is asked only where it matters. */
export function renderImpact(
  draft: Draft,
  { domain, words }: Session,
  problems: FieldProblems,
  change: (facts: Pick<Draft, 'usable' | 'alternative'>) => void,
): TemplateResult {
  const texts = domain.impact;
  const usable = (value: boolean, label: string) => html`<label class="choice">
    <input type="radio" name="usable" .checked=${draft.usable === value}
      @change=${() => change({ usable: value, alternative: value ? null : draft.alternative })} />
    ${label}
  </label>`;
  return html`<section class="group" aria-label=${words.form.impact}>
    <fieldset id="field-usable" tabindex="-1" role="radiogroup" aria-required="true"
      aria-invalid=${problems.has('usable') ? 'true' : 'false'} aria-describedby=${problems.has('usable') ? 'field-usable-error' : nothing}>
      <legend class="label">${texts.usableQuestion}</legend>
      <div class="choices">${usable(true, texts.usableYes)} ${usable(false, texts.usableNo)}</div>
      ${errorLine('field-usable', problems.get('usable'))}
    </fieldset>
    ${
      draft.usable === false
        ? html`<fieldset id="field-alternative" tabindex="-1" role="radiogroup" aria-required="true"
            aria-invalid=${problems.has('alternative') ? 'true' : 'false'}
            aria-describedby=${problems.has('alternative') ? 'field-alternative-error' : nothing}>
            <legend class="label">${texts.alternativeQuestion}</legend>
            <div class="choices">
              ${alternatives.map(
                (alternative) => html`<label class="choice">
                  <input type="radio" name="alternative" .checked=${draft.alternative === alternative}
                    @change=${() => change({ usable: false, alternative })} />
                  ${texts.alternatives[alternative]}
                </label>`,
              )}
            </div>
            ${errorLine('field-alternative', problems.get('alternative'))}
          </fieldset>`
        : nothing
    }
  </section>`;
}
