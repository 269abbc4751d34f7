import type { TrialView } from '@teo-support/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { DeskDialog, type Opener } from '../administration/desk-dialog.js';
import { storedText } from '../drafts/draft.js';
import { textField } from '../submission/text-field.js';

const idShape = /^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/;

interface TrialDraft {
  readonly name: string;
  readonly id: string;
}

/** Opens the trial of a feature, or gives the feature another name. */
export class TrialForm extends DeskDialog {
  static override properties = { ...DeskDialog.properties, trial: { attribute: false } };
  /** The trial to rename; `null` to open one. */
  declare trial: TrialView | null;
  readonly #draft = this.draft<TrialDraft>('trial', () => this.trial?.id ?? '', {
    empty: () => ({ name: this.trial?.name ?? '', id: this.trial?.id ?? '' }),
    read: (stored) => {
      const name = storedText(stored, 'name');
      const id = storedText(stored, 'id');
      return name === null || id === null ? null : { name, id };
    },
  });

  constructor() {
    super();
    this.trial = null;
  }

  protected override opener(): Opener {
    const { trials } = this.desk.words;
    return this.trial === null
      ? { label: trials.define, look: 'primary', sign: 'plus' }
      : { label: trials.rename, about: trials.renameAbout(this.trial.name) };
  }

  protected override heading(): string {
    const { define, renameTitle } = this.desk.words.trials;
    return this.trial === null ? define : renameTitle;
  }

  protected override content(): TemplateResult {
    const { words } = this.desk;
    const { trials } = words;
    const { name, id } = this.#draft.value;
    const opening = this.trial === null;
    return html`<form class="form" novalidate aria-labelledby="heading" @submit=${this.#submit}>
      ${textField({
        name: 'name',
        label: trials.name,
        hint: opening ? trials.nameHint : trials.renameHint,
        line: true,
        first: true,
        value: name,
        error: this.submission.at('/name'),
        onInput: (value) => this.#draft.change({ name: value }),
      })}
      ${
        opening
          ? textField({
              name: 'id',
              label: trials.id,
              hint: trials.idHint,
              line: true,
              value: id,
              error: this.submission.at('/id'),
              onInput: (value) => this.#draft.change({ id: value }),
            })
          : nothing
      }
      ${this.problem()}
      ${this.buttons(opening ? trials.submit : trials.save, opening ? trials.sending : trials.renaming)}
      <span class="kept">${this.#draft.kept ? words.draft : nothing}</span>
    </form>`;
  }

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const { client, words } = this.desk;
    const { missing, idShape: shape, defined, renamed } = words.trials;
    const draft = this.#draft.value;
    const name = draft.name.trim();
    const id = draft.id.trim();
    const lacking = {
      ...(name === '' ? { '/name': missing.name } : {}),
      ...(id === '' ? { '/id': missing.id } : idShape.test(id) ? {} : { '/id': shape }),
    };
    if (Object.keys(lacking).length > 0) return this.submission.refuse(lacking);
    const { trials } = client.staff;
    const { trial } = this;
    const done =
      trial === null
        ? await this.send(() => trials.define({ id, name }), defined)
        : await this.send(() => trials.rename(trial.id, { name }, { ifMatch: trial.version }), renamed);
    if (done) this.#draft.clear(draft);
  };
}

customElements.define('trial-form', TrialForm);
