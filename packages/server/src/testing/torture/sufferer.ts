import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ApiError } from '@teo-support/sdk';
import { type Balance, Ledger } from '../ledger.js';
import { clientOf, type ServerProcess, startServerProcess, stopInOrder } from '../server-process.js';
import { mountSmallDisk, type SmallDisk } from '../small-disk.js';
import { type SqldProxy, startProxy } from '../sqld/proxy.js';
import { type Sqld, startSqld } from '../sqld/sqld.js';
import { claire, environmentIn } from '../test-server.js';
import type { Base } from './plan.js';

const megabytes = 512;
/** Who is refused or not answered tries anew after so long, as a client would. */
const pauseMs = 10;

interface Remote {
  readonly sqld: Sqld;
  readonly wire: SqldProxy;
}

/** A server that many work with, and that has to bear what is done to it. */
export class Sufferer {
  readonly #disk: SmallDisk | null;
  readonly folder: string;
  #server: ServerProcess | null = null;
  #ahead = 0;
  #organization = 0;
  #refused: Map<string, number> = new Map();
  readonly #awaited = new Set<{ readonly status: number; ring(): void }>();
  ledger = new Ledger({ pictures: true });

  readonly #remote: Remote | null;
  /** How many work with it at the same time. */
  readonly #connections: number;

  private constructor(
    disk: SmallDisk | null,
    folder: string,
    connections: number,
    remote: Remote | null = null,
  ) {
    this.#connections = connections;
    this.#disk = disk;
    this.folder = folder;
    this.#remote = remote;
  }

  /** On a file, with a disk of its own where one may be mounted: on one, it can truly be full. Or on a libSQL server. */
  static async make(base: Base, connections: number): Promise<Sufferer> {
    if (base === 'sqld') return Sufferer.#onSqld(connections);
    const disk = await mountSmallDisk(megabytes);
    const folder = disk?.folder ?? (await mkdtemp(join(tmpdir(), 'teo-support-')));
    const sufferer = new Sufferer(disk, folder, connections);
    await sufferer.start();
    return sufferer;
  }

  static async #onSqld(connections: number): Promise<Sufferer> {
    const sqld = await startSqld();
    const wire = await startProxy(sqld.port);
    const folder = await mkdtemp(join(tmpdir(), 'teo-support-'));
    const sufferer = new Sufferer(null, folder, connections, { sqld, wire });
    await sufferer.start();
    return sufferer;
  }

  get sqld(): Sqld {
    return this.#requireRemote().sqld;
  }

  /** What lies between the server and its libSQL server. */
  get wire(): SqldProxy {
    return this.#requireRemote().wire;
  }

  get server(): ServerProcess {
    if (this.#server === null) throw new Error('The server does not run.');
    return this.#server;
  }

  get diskInWords(): string {
    return this.#disk === null ? 'database limited in its size:' : 'disk';
  }

  get environment(): Record<string, string> {
    const environment = environmentIn(this.folder);
    return this.#remote === null ? environment : { ...environment, DATABASE_URL: this.#remote.wire.url };
  }

  get databaseUrl(): string {
    return this.environment.DATABASE_URL ?? '';
  }

  async start(): Promise<void> {
    this.#ahead = 0;
    this.#server = await startServerProcess(this.environment);
  }

  async kill(): Promise<void> {
    this.server.signal('SIGKILL');
    await this.server.ended;
  }

  async fill(): Promise<void> {
    if (this.#disk === null) await this.server.machine({ full: true });
    else await this.#disk.fill(0);
  }

  async free(): Promise<void> {
    if (this.#disk === null) await this.server.machine({ full: false });
    else await this.#disk.free();
  }

  async setClock(ahead: number): Promise<void> {
    await this.server.machine({ clock: ahead });
    this.#ahead = ahead;
  }

  /** Settles once someone was refused with a status. */
  refusedWith(status: number): Promise<void> {
    return new Promise((ring) => this.#awaited.add({ status, ring }));
  }

  /** Has many work with it while something happens, and until it is seen to serve them again. */
  async work(
    happens: () => Promise<string>,
  ): Promise<{ what: string; refused: ReadonlyMap<string, number> }> {
    this.#organization += 1;
    this.ledger = new Ledger({ pictures: true });
    this.#refused = new Map();
    let over = false;
    const connection = async () => {
      let key = crypto.randomUUID();
      while (!over) {
        try {
          await this.ledger.work(this.#client(), key);
          key = crypto.randomUUID();
        } catch (refusal) {
          this.#note(refusal);
          await delay(pauseMs);
        }
      }
    };
    const working = Promise.all(Array.from({ length: this.#connections }, connection));
    try {
      const what = await happens();
      await this.ledger.after(this.#connections);
      return { what, refused: this.#refused };
    } finally {
      over = true;
      await working;
    }
  }

  /** Whether what was acknowledged since `work` began is there, once and whole. */
  settle(): Promise<Balance> {
    return this.ledger.settle(this.#client());
  }

  async end(): Promise<void> {
    await stopInOrder(this.server);
  }

  async remove(): Promise<void> {
    await this.#remote?.wire.close();
    await this.#remote?.sqld.close();
    if (this.#disk !== null) await this.#disk.remove();
    else await rm(this.folder, { recursive: true, force: true });
  }

  #requireRemote() {
    if (this.#remote === null) throw new Error('The database is a file.');
    return this.#remote;
  }

  #client() {
    const person = { ...claire, org: `org-${this.#organization}`, sub: `u-${this.#organization}` };
    return clientOf(this.server, { person, clock: () => this.#ahead });
  }

  #note(refusal: unknown): void {
    const status = refusal instanceof ApiError ? refusal.status : 0;
    const name = status === 0 ? 'no answer' : String(status);
    this.#refused.set(name, (this.#refused.get(name) ?? 0) + 1);
    for (const awaited of this.#awaited) {
      if (awaited.status !== status) continue;
      this.#awaited.delete(awaited);
      awaited.ring();
    }
  }
}
