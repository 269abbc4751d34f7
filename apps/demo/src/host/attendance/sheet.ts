import { trainees } from './trainees.js';

export const halves = ['morning', 'afternoon'] as const;
export type Half = (typeof halves)[number];

/** What one trainee did about one half-day. */
export interface Signature {
  readonly state: 'signed' | 'invited' | 'absent';
  /** When it was signed, as `HH:MM`; `null` otherwise. */
  readonly at: string | null;
}

interface Slot {
  start: string;
  end: string;
}

/** A half-day as the page shows it. `signatures` is in the order of the trainees; empty when there are none. */
export interface SlotView extends Readonly<Slot> {
  readonly sentAt: string;
  readonly signatures: readonly Signature[];
}

export interface SheetView {
  readonly days: readonly { readonly date: string; readonly slots: Readonly<Record<Half, SlotView>> }[];
  readonly trainees: readonly { readonly name: string; readonly company: string }[];
}

/** The attendance sheet of one session, as one visitor of the demo changes it. */
export class Sheet {
  readonly #days: readonly { readonly date: string; readonly slots: Record<Half, Slot> }[];
  /** By slot, named by its day and its hours, as the invitations were when they went out. */
  readonly #sent = new Map<string, Signature[]>();

  constructor(firstDay: Date) {
    this.#days = [0, 1, 2].map((offset) => ({
      date: new Date(firstDay.getTime() + offset * 86_400_000).toISOString().slice(0, 10),
      slots: { morning: { start: '09:00', end: '12:30' }, afternoon: { start: '13:30', end: '17:00' } },
    }));
    for (const [index, day] of this.#days.entries()) {
      for (const half of halves)
        this.#sent.set(slotKey(day.date, day.slots[half]), signaturesOf(index, half));
    }
  }

  view(): SheetView {
    return {
      trainees,
      days: this.#days.map(({ date, slots }) => ({
        date,
        slots: {
          morning: this.#slotView(date, slots.morning),
          afternoon: this.#slotView(date, slots.afternoon),
        },
      })),
    };
  }

  /** Changes the hours of a half-day. */
  changeHours(date: string, half: Half, start: string, end: string): void {
    const slot = this.#slot(date, half);
    slot.start = start;
    slot.end = end;
  }

  /**
   * Sends the invitation again to everyone who has not signed.
   * @returns how many it went to
   */
  inviteAgain(date: string, half: Half): number {
    // This is the defect that the demo lets one report: once the hours have changed, nothing is found under the new
    // ones, neither here nor when the sheet is shown.
    const signatures = this.#sent.get(slotKey(date, this.#slot(date, half)));
    if (signatures === undefined) throw new Error(`No invitation on record for ${date} ${half}.`);
    return signatures.filter((signature) => signature.state === 'invited').length;
  }

  #slotView(date: string, slot: Slot): SlotView {
    return { ...slot, sentAt: `${date}T07:30`, signatures: this.#sent.get(slotKey(date, slot)) ?? [] };
  }

  #slot(date: string, half: Half): Slot {
    const day = this.#days.find((candidate) => candidate.date === date);
    if (day === undefined) throw new Error(`The session has no day ${date}.`);
    return day.slots[half];
  }
}

function slotKey(date: string, slot: Slot): string {
  return `${date} ${slot.start}-${slot.end}`;
}

/** Nearly everyone has signed on the first day, fewer on each following one. */
function signaturesOf(day: number, half: Half): Signature[] {
  return trainees.map((_, index) => {
    if (index === 4 && day < 2) return { state: 'absent', at: null };
    const waits =
      (index * 5 + day * 3 + (half === 'afternoon' ? 4 : 0)) % 9 < day * 3 + (half === 'afternoon' ? 2 : 0);
    if (waits) return { state: 'invited', at: null };
    const minute = String(((index * 3 + day) % 12) + 2).padStart(2, '0');
    return { state: 'signed', at: half === 'morning' ? `09:${minute}` : `13:${Number(minute) + 30}` };
  });
}
