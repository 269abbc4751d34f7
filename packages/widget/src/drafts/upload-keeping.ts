import type { Upload } from '@teo-support/sdk';
import { apart } from '../panel/apart.js';
import type { KeptUploads } from './kept-uploads.js';
import { UploadMarks } from './upload-marks.js';

/** Has what is on its way kept, by code that comes when there is something to keep or to go on with. */
export class UploadKeeping {
  readonly #marks: UploadMarks;
  readonly #unkept: (ids: ReadonlySet<string>) => void;
  #keeper: Promise<KeptUploads | null> | null = null;

  /**
   * @param about what the files are for, the same each time
   * @param unkept told the ids of those that the browser has no room for
   */
  constructor(personId: string, about: string, unkept: (ids: ReadonlySet<string>) => void) {
    this.#marks = new UploadMarks(personId, about);
    this.#unkept = unkept;
  }

  /** Gives what was on its way when the page was left. */
  takeUp(resume: (left: Pick<Upload, 'id' | 'file'>) => void): void {
    if (this.#marks.ids.length > 0) apart(this.#kept().then((keeper) => keeper?.takeUp(resume)));
  }

  async follow(uploads: readonly Upload[]): Promise<void> {
    if (uploads.length === 0 && this.#keeper === null) return;
    const keeper = await this.#kept();
    if (keeper !== null) this.#unkept(new Set(await keeper.follow(uploads)));
  }

  leave(): void {
    apart(this.#keeper?.then((keeper) => keeper?.leave()));
  }

  /** Where its code does not come, what is on its way lives as long as the page; it is asked for again at the next change. */
  #kept(): Promise<KeptUploads | null> {
    this.#keeper ??= import('./kept-uploads.js').then(
      ({ KeptUploads }) => new KeptUploads(this.#marks),
      () => {
        this.#keeper = null;
        return null;
      },
    );
    return this.#keeper;
  }
}
