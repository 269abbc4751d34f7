import { html, type TemplateResult } from 'lit';
import { words } from './words.js';

/** The files that colleagues have left in the shared folder, by name. Their content is the server's. */
const sharedNames = ['stagiaires-rentree.csv', 'stagiaires-2024.csv'] as const;

interface ImportActions {
  readonly shared: (name: string) => void;
  readonly text: (text: string) => void;
}

/** Where trainees are imported from: a file of the shared folder, or one of the person's own machine. */
export function importForm(actions: ImportActions): TemplateResult {
  return html`<form class="card import" @submit=${(event: SubmitEvent) => send(event, actions)}>
    <div class="field"><label class="label" for="shared">${words.sharedFile}</label>
      <select class="input" id="shared" name="shared">${sharedNames.map((name) => html`<option>${name}</option>`)}</select></div>
    <div class="field"><label class="label" for="own">${words.ownFile}</label>
      <input class="input" id="own" name="own" type="file" accept=".csv,text/csv" aria-describedby="own-hint">
      <p class="hint" id="own-hint">${words.columns}</p></div>
    <button class="button primary">${words.import}</button>
  </form>`;
}

function send(event: SubmitEvent, actions: ImportActions): void {
  event.preventDefault();
  if (!(event.target instanceof HTMLFormElement)) return;
  const form = new FormData(event.target);
  const own = form.get('own');
  if (own instanceof File && own.size > 0) {
    void own.text().then(actions.text);
    event.target.reset();
  } else actions.shared(String(form.get('shared')));
}
