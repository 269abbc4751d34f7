import { html, LitElement, nothing } from 'lit';
import { type Half, halves, type SheetView } from '../attendance/sheet.js';
import type { HostSessionView } from '../session.js';
import { HostError, hostApi } from './host-api.js';
import { shell } from './shell.js';
import { slotHead } from './slot-head.js';
import { type HostWords, hostWords } from './words.js';

/** The attendance sheet of a session: a screen of téo with a true reason to file a ticket. */
export class TeoApp extends LitElement {
  static override properties = {
    session: { state: true },
    sheet: { state: true },
    day: { state: true },
    editing: { state: true },
    told: { state: true },
    failure: { state: true },
  };
  declare session: HostSessionView | null;
  declare sheet: SheetView | null;
  declare day: number;
  /** The half-day whose hours are being changed. */
  declare editing: Half | null;
  /** What went well, and what went wrong with its code. */
  declare told: string;
  declare failure: string;
  readonly #words: HostWords = hostWords[document.documentElement.lang === 'en' ? 'en' : 'fr'];

  constructor() {
    super();
    this.session = null;
    this.sheet = null;
    this.day = 2;
    this.editing = null;
    this.told = '';
    this.failure = '';
  }

  /** In the page itself, as a host product's markup is: the widget must get along with it. */
  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  async #load(): Promise<void> {
    // One after the other: the first answer brings the cookie of a new visitor.
    this.session = await hostApi.session();
    this.sheet = await hostApi.sheet();
  }

  protected override render() {
    if (this.session === null) return nothing;
    return shell(this.session, this.#words, {
      content: this.#screen(),
      switchTo: async (sub) => {
        await hostApi.switchTo(sub);
        window.location.assign('/teo');
      },
      reset: () => void this.#do(hostApi.reset(), (sheet) => this.#shown(sheet)),
    });
  }

  #screen() {
    const words = this.#words;
    const day = this.sheet?.days[this.day];
    return html`<p class="path">${words.path.map((step) => html`<span>${step}</span>`)}</p>
      <div class="page-head">
        <div><h1>${words.title}</h1><p class="muted">${words.session}</p></div>
        <div class="page-actions"><button type="button" class="button" @click=${() => window.print()}>${words.print}</button></div>
      </div>
      <div class="session-facts"><span>${words.trainer}</span><span>${words.room}</span></div>
      <div role="alert">${this.failure === '' ? nothing : this.#failure()}</div>
      <div role="status">${this.told === '' ? nothing : html`<p class="notice">${this.told}</p>`}</div>
      <div class="days" role="group" aria-label=${words.days}>
        ${this.sheet?.days.map(
          (
            { date },
            index,
          ) => html`<button type="button" aria-pressed=${index === this.day ? 'true' : 'false'} @click=${() => this.#showDay(index)}>
            <strong>${words.day(index + 1)}</strong><span>${this.#dayName(date)}</span>
          </button>`,
        )}
      </div>
      ${day === undefined ? nothing : this.#table(day)}`;
  }

  #failure() {
    const words = this.#words;
    return html`<div class="notice danger failure"><strong>${words.failure}</strong><span>${words.failureText}</span><code>${words.code(this.failure)}</code></div>`;
  }

  #table(day: SheetView['days'][number]) {
    const words = this.#words;
    return html`<div class="sheet"><table>
      <thead><tr>
        <th scope="col">${words.trainee}</th>
        ${halves.map((half) =>
          slotHead(half, day.slots[half], words, {
            editing: this.editing === half,
            edit: (editing) => {
              this.editing = editing ? half : null;
            },
            save: (start, end) =>
              void this.#do(hostApi.changeHours(day.date, half, { start, end }), (sheet) =>
                this.#shown(sheet, words.saved),
              ),
            inviteAgain: () => void this.#inviteAgain(day.date, half),
          }),
        )}
      </tr></thead>
      <tbody>${this.sheet?.trainees.map(
        ({ name, company }, index) => html`<tr>
          <th scope="row"><div class="trainee"><span class="initials" aria-hidden="true">${initials(name)}</span><span>${name}<small>${company}</small></span></div></th>
          ${halves.map((half) => this.#signature(day, half, index))}
        </tr>`,
      )}</tbody>
    </table></div>`;
  }

  #signature(day: SheetView['days'][number], half: Half, index: number) {
    const words = this.#words;
    const signature = day.slots[half].signatures[index];
    if (signature === undefined) return html`<td class="none">–</td>`;
    return html`<td><span class="signature ${signature.state}">${words.states[signature.state]}</span>
      ${signature.at === null ? nothing : html`<small>${words.at(signature.at)}</small>`}</td>`;
  }

  async #inviteAgain(date: string, half: Half): Promise<void> {
    await this.#do(hostApi.inviteAgain(date, half), ({ sent }) => {
      this.told = this.#words.invited(sent);
    });
    this.sheet = await hostApi.sheet();
  }

  async #do<T>(work: Promise<T>, then: (done: T) => void): Promise<void> {
    this.told = '';
    this.failure = '';
    try {
      then(await work);
    } catch (error) {
      // As téo does it, and so the widget can attach it: the console tells what the person cannot see.
      console.error(error);
      this.failure = error instanceof HostError ? error.code : 'ERR-NETWORK';
    }
  }

  #shown(sheet: SheetView, told = ''): void {
    this.sheet = sheet;
    this.editing = null;
    this.told = told;
  }

  #showDay(day: number): void {
    this.day = day;
    this.editing = null;
    this.told = '';
    this.failure = '';
  }

  #dayName(date: string): string {
    const tag = document.documentElement.lang === 'en' ? 'en-GB' : 'fr-FR';
    return new Intl.DateTimeFormat(tag, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      timeZone: 'UTC',
    }).format(new Date(date));
  }
}

function initials(name: string): string {
  return name
    .split(' ')
    .map((part) => part[0] ?? '')
    .slice(0, 2)
    .join('');
}

customElements.define('teo-app', TeoApp);
