import { randomBytes } from 'node:crypto';
import { eq, lt } from 'drizzle-orm';
import type { Database } from '../../storage/index.js';
import { fileAddressKeys } from '../tables.js';

const dayMs = 86_400_000;

/** What an address is signed with, and the day that this key is of. */
export interface AddressKey {
  readonly day: number;
  readonly secret: string;
}

/**
 * The keys that sign addresses: one a day, made by whichever process needs it first, known to all that share the
 * database, and forgotten two days later. A backup that gets into wrong hands signs nothing that is still believed.
 */
export class AddressKeys {
  readonly #db: Database;
  readonly #known = new Map<number, string>();

  constructor(db: Database) {
    this.#db = db;
  }

  async of(now: number): Promise<AddressKey> {
    const day = Math.floor(now / dayMs);
    const secret = (await this.find(day, now)) ?? (await this.#make(day));
    return { day, secret };
  }

  /** The key of a day, as long as addresses of that day can be good; `null` for every other. */
  async find(day: number, now: number): Promise<string | null> {
    const today = Math.floor(now / dayMs);
    if (day !== today && day !== today - 1) return null;
    const known = this.#known.get(day);
    if (known !== undefined) return known;
    const [row] = await this.#db.read.select().from(fileAddressKeys).where(eq(fileAddressKeys.day, day));
    if (row === undefined) return null;
    this.#known.set(day, row.secret);
    return row.secret;
  }

  async #make(day: number): Promise<string> {
    const secret = await this.#db.write(async (tx) => {
      await tx.delete(fileAddressKeys).where(lt(fileAddressKeys.day, day - 1));
      const made = { day, secret: randomBytes(32).toString('hex') };
      await tx.insert(fileAddressKeys).values(made).onConflictDoNothing();
      const [row] = await tx.select().from(fileAddressKeys).where(eq(fileAddressKeys.day, day));
      return row?.secret ?? made.secret;
    });
    for (const old of this.#known.keys()) if (old < day - 1) this.#known.delete(old);
    this.#known.set(day, secret);
    return secret;
  }
}
