const [quote, lineFeed] = [0x22, 0x0a];

/** Counts the lines of a CSV file while it comes; a line break between quotes is part of a cell. */
export class RecordCount {
  #quoted = false;
  #lines = 0;

  /** Of tickets: without the line of headings. */
  get tickets(): number {
    return Math.max(0, this.#lines - 1);
  }

  add(piece: Uint8Array): void {
    for (const byte of piece) {
      if (byte === quote) this.#quoted = !this.#quoted;
      else if (byte === lineFeed && !this.#quoted) this.#lines += 1;
    }
  }
}
