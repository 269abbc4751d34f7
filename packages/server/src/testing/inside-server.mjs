// Loaded into a server process before the program (`node --import`): lets the process that started it play the machine.
// It moves the system clock, limits the database to its size, and lets the database's native library fail like a disk.
// The program itself knows nothing of it.
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
/** @type {any} */
const AtOnce = require('libsql');
/** @type {any} */
const OffLoop = require('libsql/promise');

/**
 * What fails: `open` a new connection, `read` a query, `write` a change, `commit` a commit that is not carried out,
 * `commit-told` one that is, though it is told as failed.
 *
 * @typedef {'open' | 'read' | 'write' | 'commit' | 'commit-told'} FaultPlace
 * @typedef {{ place: FaultPlace, after: number, times: number }} Fault it lets so many go by, then so many fail
 * @typedef {{ clock?: number, full?: boolean, faults?: Fault[], measure?: boolean }} Machine `clock`: ms it is ahead
 */

/** @type {Fault[]} */
let faults = [];
let fired = 0;
let full = false;
let ahead = 0;

/** @param {readonly FaultPlace[]} places @returns {FaultPlace | null} the place that is to fail now */
function due(...places) {
  const fault = faults.find(({ place }) => places.includes(place));
  if (fault === undefined) return null;
  if (fault.after > 0) {
    fault.after -= 1;
    return null;
  }
  fault.times -= 1;
  if (fault.times === 0) faults = faults.filter((other) => other !== fault);
  fired += 1;
  return fault.place;
}

function diskError() {
  return Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR' });
}

const SystemDate = Date;
class MovedDate extends SystemDate {
  /** @param {[]} args */
  constructor(...args) {
    if (args.length === 0) super(SystemDate.now() + ahead);
    else super(...args);
  }

  /** @override */
  static now() {
    return SystemDate.now() + ahead;
  }
}
globalThis.Date = /** @type {DateConstructor} */ (MovedDate);

/** Connections that stay open, each with the handle of the native library. @type {Set<WeakRef<any>>} */
const connections = new Set();

/** @param {any} connection */
function limitPages(connection) {
  const handle = Object.create(AtOnce.prototype, { db: { value: connection.db } });
  // Less than there is means: no more than there is.
  prepareAtOnce.call(handle, `PRAGMA max_page_count = ${full ? 1 : 1_073_741_823}`).get();
}

const prepareAtOnce = AtOnce.prototype.prepare;
const prepareOffLoop = OffLoop.prototype.prepare;
const executeOffLoop = OffLoop.prototype.exec;

AtOnce.prototype.prepare = function prepare(/** @type {string} */ sql) {
  return failing(prepareAtOnce.call(this, sql), sql);
};

OffLoop.prototype.prepare = async function prepare(/** @type {string} */ sql) {
  return failing(await prepareOffLoop.call(this, sql), sql);
};

OffLoop.prototype.exec = async function exec(/** @type {string} */ sql) {
  if (/PRAGMA busy_timeout/.test(sql)) {
    if (due('open') !== null) throw diskError();
    await executeOffLoop.call(this, sql);
    connections.add(new WeakRef(this));
    if (full) limitPages(this);
    return;
  }
  if (sql !== 'COMMIT') return executeOffLoop.call(this, sql);
  const place = due('commit', 'commit-told');
  if (place === 'commit') throw diskError();
  await executeOffLoop.call(this, sql);
  if (place !== null) throw diskError();
};

/**
 * A statement that fails when its turn has come.
 *
 * @param {any} statement
 * @param {string} sql
 */
function failing(statement, sql) {
  const place = /^\s*(insert|update|delete|replace)/i.test(sql)
    ? 'write'
    : /^\s*select/i.test(sql)
      ? 'read'
      : null;
  if (place === null) return statement;
  for (const method of ['run', 'get', 'all']) {
    const usual = statement[method];
    statement[method] = (/** @type {unknown[]} */ ...args) => {
      if (due(place) !== null) throw diskError();
      return usual.apply(statement, args);
    };
  }
  return statement;
}

/** What the process holds once everything that nobody needs any more was collected. */
function held() {
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  const descriptors = existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd').length : null;
  const handles = process.getActiveResourcesInfo();
  const sockets = handles.filter((kind) => kind === 'TCPSocketWrap').length;
  return { rss, heap: heapUsed + external, handles: handles.length, sockets, descriptors };
}

process.on('message', (/** @type {Machine} */ machine) => {
  if (machine.clock !== undefined) ahead = machine.clock;
  if (machine.faults !== undefined) faults = machine.faults;
  if (machine.full !== undefined) {
    full = machine.full;
    for (const reference of connections) {
      const connection = reference.deref();
      if (connection === undefined) connections.delete(reference);
      else {
        try {
          limitPages(connection);
        } catch {
          // It was closed, and not yet collected.
          connections.delete(reference);
        }
      }
    }
  }
  process.send?.({ fired, held: machine.measure === true ? held() : null });
});
// Nobody is left to stop it when the test has ended before it.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
// Whoever plays the machine does not keep a server alive that was told to stop.
process.channel?.unref();
