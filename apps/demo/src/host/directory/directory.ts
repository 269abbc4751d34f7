import { trainees } from '../attendance/trainees.js';
import { type ImportedTrainee, readTrainees } from './csv.js';
import { addressOf } from './shared-files.js';

/** A trainee of the directory. `origin` says what the last import did to the record. */
export interface TraineeRecord extends ImportedTrainee {
  readonly id: number;
  readonly origin: 'kept' | 'created' | 'replaced';
}

export interface DirectoryView {
  readonly records: readonly TraineeRecord[];
}

/** What an import did. */
export interface ImportResult {
  readonly created: number;
  readonly replaced: number;
  readonly skipped: number;
}

interface Stored extends TraineeRecord {
  readonly previous: ImportedTrainee | null;
}

/** The directory of trainees, as one visitor of the demo changes it. An import is not undone at once, but by steps. */
export class Directory {
  #records: readonly Stored[] = trainees.map(({ name, company }, id) => ({
    id,
    name,
    company,
    email: addressOf(name),
    origin: 'kept',
    previous: null,
  }));
  #nextId = trainees.length;

  view(): DirectoryView {
    return { records: this.#records.map(({ previous: _previous, ...record }) => record) };
  }

  /** Creates who is not there, and writes over those whose address is: as imports do. */
  import(text: string): ImportResult {
    const { trainees: imported, skipped } = readTrainees(text);
    const known = new Map<string, Stored>(
      this.#records.map((record) => [
        record.email.toLowerCase(),
        { ...record, origin: 'kept', previous: null },
      ]),
    );
    const result = { created: 0, replaced: 0, skipped };
    for (const trainee of imported) {
      const there = known.get(trainee.email.toLowerCase());
      if (there === undefined) {
        result.created += 1;
        const id = this.#nextId++;
        known.set(trainee.email.toLowerCase(), { ...trainee, id, origin: 'created', previous: null });
      } else if (there.origin === 'kept' && !same(there, trainee)) {
        result.replaced += 1;
        const { name, company, email } = there;
        const previous = { name, company, email };
        known.set(trainee.email.toLowerCase(), { ...there, ...trainee, origin: 'replaced', previous });
      }
    }
    this.#records = [...known.values()];
    return result;
  }

  /** Takes out what the last import created. */
  archiveCreated(): void {
    this.#records = this.#records.filter(({ origin }) => origin !== 'created');
  }

  /** Puts a record back to what it was before the last import. */
  restore(id: number): void {
    this.#records = this.#records.map((record) =>
      record.id === id && record.previous !== null
        ? { ...record, ...record.previous, origin: 'kept', previous: null }
        : record,
    );
  }
}

function same(record: ImportedTrainee, trainee: ImportedTrainee): boolean {
  return record.name === trainee.name && record.company === trainee.company;
}
