/** Numbers from 0 to a greatest one, a bit for each: of a million tickets 125 kB. */
export class NumberSet {
  readonly #bits: Uint8Array;

  constructor(greatest: number) {
    this.#bits = new Uint8Array(Math.floor(greatest / 8) + 1);
  }

  /** Puts a number in. @returns whether it was not in it before */
  add(number: number): boolean {
    const [place, bit] = [number >> 3, 1 << (number & 7)];
    const byte = this.#bits[place];
    if (byte === undefined) throw new RangeError(`${number} is more than this set was made for.`);
    this.#bits[place] = byte | bit;
    return (byte & bit) === 0;
  }
}
