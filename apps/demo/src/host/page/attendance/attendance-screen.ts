import { html, LitElement, nothing } from 'lit';
import { type Half, halves, type SheetView } from '../../attendance/sheet.js';
import { hostApi } from '../host-api.js';
import { localeTag } from '../language.js';
import { Outcome } from '../outcome.js';
import { pageHead } from '../page-head.js';
import { words as hostWords } from '../words.js';
import { slotHead } from './slot-head.js';
import { words } from './words.js';

/** The attendance sheet of a session. Its afternoon has a true defect: a malfunction to report. */
export class AttendanceScreen extends LitElement {
  static override properties = {
    sheet: { state: true },
    day: { state: true },
    editing: { state: true },
  };
  declare sheet: SheetView | null;
  declare day: number;
  /** The half-day whose hours are being changed. */
  declare editing: Half | null;
  readonly #outcome = new Outcome(this);

  constructor() {
    super();
    this.sheet = null;
    this.day = 2;
    this.editing = null;
  }

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#outcome.of(hostApi.sheet(), (sheet) => this.#shown(sheet));
  }

  protected override render() {
    const day = this.sheet?.days[this.day];
    return html`${pageHead({
      path: words.path,
      title: words.title,
      about: words.session,
      actions: html`<button type="button" class="button" @click=${() => window.print()}>${words.print}</button>`,
    })}
      <div class="facts"><span>${words.trainer}</span><span>${words.room}</span></div>
      ${this.#outcome.render(hostWords)}
      <div class="days" role="group" aria-label=${words.days}>
        ${this.sheet?.days.map(
          (
            { date },
            index,
          ) => html`<button type="button" aria-pressed=${index === this.day ? 'true' : 'false'} @click=${() => this.#showDay(index)}>
            <strong>${words.day(index + 1)}</strong><span>${dayName(date)}</span>
          </button>`,
        )}
      </div>
      ${day === undefined ? nothing : this.#table(day)}`;
  }

  #table(day: SheetView['days'][number]) {
    return html`<div class="card sheet"><table>
      <thead><tr>
        <th scope="col">${words.trainee}</th>
        ${halves.map((half) =>
          slotHead(half, day.slots[half], words, {
            editing: this.editing === half,
            edit: (editing) => {
              this.editing = editing ? half : null;
            },
            save: (start, end) =>
              void this.#outcome.of(hostApi.changeHours(day.date, half, { start, end }), (sheet) =>
                this.#shown(sheet, words.saved),
              ),
            inviteAgain: () => void this.#inviteAgain(day.date, half),
          }),
        )}
      </tr></thead>
      <tbody>${this.sheet?.trainees.map(
        ({ name, company }, index) => html`<tr>
          <th scope="row" data-teo-private><div class="trainee"><span class="initials" aria-hidden="true">${initials(name)}</span><span>${name}<small>${company}</small></span></div></th>
          ${halves.map((half) => this.#signature(day, half, index))}
        </tr>`,
      )}</tbody>
    </table></div>`;
  }

  #signature(day: SheetView['days'][number], half: Half, index: number) {
    const signature = day.slots[half].signatures[index];
    if (signature === undefined) return html`<td class="none">–</td>`;
    return html`<td><span class="signature ${signature.state}">${words.states[signature.state]}</span>
      ${signature.at === null ? nothing : html`<small>${words.at(signature.at)}</small>`}</td>`;
  }

  async #inviteAgain(date: string, half: Half): Promise<void> {
    await this.#outcome.of(hostApi.inviteAgain(date, half), ({ sent }) => words.invited(sent));
    this.sheet = await hostApi.sheet();
  }

  #shown(sheet: SheetView, told = ''): string {
    this.sheet = sheet;
    this.editing = null;
    return told;
  }

  #showDay(day: number): void {
    this.day = day;
    this.editing = null;
    this.#outcome.clear();
  }
}

function dayName(date: string): string {
  return new Intl.DateTimeFormat(localeTag, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(new Date(date));
}

function initials(name: string): string {
  return name
    .split(' ')
    .map((part) => part[0] ?? '')
    .slice(0, 2)
    .join('');
}

customElements.define('teo-attendance', AttendanceScreen);
