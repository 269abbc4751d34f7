import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type Committed, DatabaseBusyError, isFull } from '../storage/index.js';

/** What is asked when the figures are read, rather than counted as it happens. */
export interface Probes {
  /** Units of work that wait for a commit. */
  readonly waitingWrites: () => number;
  readonly liveListeners: () => number;
  /** How long the oldest event has waited of which a listener has not been told. */
  readonly deliveryAgeMs: () => number;
  /** How long the ticket has waited that should have been woken first. */
  readonly scheduleLatenessMs: () => Promise<number>;
  /** Whether the last write got onto the disk, and whether the store takes files. */
  readonly canWrite: () => Promise<{ readonly database: boolean; readonly files: boolean }>;
  /** Unresolved tickets whose target has passed. */
  readonly overdueTickets: () => Promise<number>;
  readonly fileStoreAnswers: () => Promise<boolean>;
  /** Tickets that cannot be found by their words yet. */
  readonly searchBacklog: () => Promise<number>;
  /** How long the file has waited for the virus scanner that was sent first. */
  readonly filesHeldForMs: () => Promise<number>;
}

/** The figures of one server, in a registry of its own: two servers in a process do not mix. No label holds an id. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests = new Histogram({
    name: 'teo_http_request_seconds',
    help: 'How long requests took until their answer began, by method, route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.#registry],
  });
  readonly #kinds = new Map<string, { observe(seconds: number): void }>();
  readonly #commitUnits = new Histogram({
    name: 'teo_commit_units',
    help: 'How many units of work shared a commit and its sync',
    buckets: [1, 2, 4, 8, 16, 32],
    registers: [this.#registry],
  });
  readonly #commitSeconds = new Histogram({
    name: 'teo_commit_seconds',
    help: 'How long a commit took with all its units, sync included',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1],
    registers: [this.#registry],
  });
  readonly #failedCommits = new Counter({
    name: 'teo_commits_failed_total',
    help: 'Commits of which nothing was recorded, by reason: full (no room on the disk), busy (another process), fault',
    labelNames: ['reason'],
    registers: [this.#registry],
  });

  readonly #scans = new Counter({
    name: 'teo_file_scans_total',
    help: 'Looks of the virus scanner at a file, by how they ended: clean, infected, failed (no verdict: it stays held)',
    labelNames: ['outcome'],
    registers: [this.#registry],
  });

  constructor() {
    for (const outcome of ['clean', 'infected', 'failed']) this.#scans.inc({ outcome }, 0);
    collectDefaultMetrics({ register: this.#registry });
  }

  /** Measures each request under the pattern of its route, so that no ticket's address becomes a series. */
  readonly measure: MiddlewareHandler = async (c, next) => {
    const begun = performance.now();
    await next();
    const of = `${c.req.method} ${c.res.status} ${routeOf(matchedRoutes(c))}`;
    this.#requestsOf(of).observe((performance.now() - begun) / 1000);
  };

  /** Where requests of a kind are counted: to find it by its labels costs more than to count one. */
  #requestsOf(of: string): { observe(seconds: number): void } {
    const before = this.#kinds.get(of);
    if (before !== undefined) return before;
    const [method = '', status = '', ...route] = of.split(' ');
    const kind = this.#requests.labels({ method, route: route.join(' '), status });
    this.#kinds.set(of, kind);
    return kind;
  }

  committed({ units, ms }: Committed): void {
    this.#commitUnits.observe(units);
    this.#commitSeconds.observe(ms / 1000);
  }

  commitFailed(error: unknown): void {
    const reason = isFull(error) ? 'full' : error instanceof DatabaseBusyError ? 'busy' : 'fault';
    this.#failedCommits.inc({ reason });
  }

  scanned(outcome: 'clean' | 'infected' | 'failed'): void {
    this.#scans.inc({ outcome });
  }

  probe(probes: Probes): void {
    const gauge = (name: string, help: string, read: () => number | Promise<number>) =>
      new Gauge({
        name,
        help,
        registers: [this.#registry],
        async collect() {
          this.set(await read());
        },
      });
    gauge('teo_writes_waiting', 'Units of work that wait for a commit', probes.waitingWrites);
    new Gauge({
      name: 'teo_can_write',
      help: 'Whether something can be written, to the database and to the store of files: 1, or 0',
      labelNames: ['what'],
      registers: [this.#registry],
      async collect() {
        const can = await probes.canWrite();
        this.set({ what: 'database' }, Number(can.database));
        this.set({ what: 'files' }, Number(can.files));
      },
    });
    gauge('teo_live_listeners', 'Open live streams', probes.liveListeners);
    gauge(
      'teo_delivery_age_seconds',
      'How long the oldest event has waited of which a connected listener has not been told',
      () => probes.deliveryAgeMs() / 1000,
    );
    gauge('teo_tickets_overdue', 'Unresolved tickets whose target has passed', probes.overdueTickets);
    gauge(
      'teo_schedule_lateness_seconds',
      'How long the ticket has waited that should have been given its alarm, or been closed, first',
      async () => (await probes.scheduleLatenessMs()) / 1000,
    );
    gauge(
      'teo_file_store_answers',
      'Whether the store of attached files answers, be it full: 1, or 0',
      async () => Number(await probes.fileStoreAnswers()),
    );
    gauge(
      'teo_search_backlog',
      'Tickets that are still to be indexed, and cannot be found by their words until then',
      probes.searchBacklog,
    );
    gauge(
      'teo_files_held_seconds',
      'How long the file has waited for the virus scanner that was sent first, of those that are held',
      async () => (await probes.filesHeldForMs()) / 1000,
    );
  }

  /** All figures in the text format of Prometheus. */
  async answer(): Promise<Response> {
    return new Response(await this.#registry.metrics(), {
      headers: { 'content-type': this.#registry.contentType, 'cache-control': 'no-store' },
    });
  }
}

/** The pattern of the route that answered: middleware stands on wildcards. */
function routeOf(matched: ReturnType<typeof matchedRoutes>): string {
  return matched.findLast(({ path }) => !path.endsWith('*'))?.path ?? 'none';
}
