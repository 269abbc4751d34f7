import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measureCost } from './cost.mjs';
import { measureCreation } from './creation.mjs';
import { measureFaq } from './faq.mjs';
import { measureForum } from './forum.mjs';
import { measureLive } from './live.mjs';
import { measureReading } from './reading.mjs';
import { machine, printTable } from './report.mjs';
import { measureWidget } from './widget.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    folder: { type: 'string', default: process.env.BENCH_DIR ?? join(tmpdir(), 'teo-support-bench') },
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '3' },
    requests: { type: 'string', default: '300' },
    listeners: { type: 'string', default: '2000' },
    few: { type: 'string', default: '10000' },
    many: { type: 'string', default: '1000000' },
    'few-requests': { type: 'string', default: '10000' },
    'many-requests': { type: 'string', default: '100000' },
    voters: { type: 'string', default: '1000' },
    openings: { type: 'string', default: '100' },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(`npm run bench -- [creation] [live] [faq] [forum] [widget] [reading] [cost] [--seconds N] [--rounds N] [--requests N] [--few N] [--many N]
                 [--listeners N] [--few-requests N] [--many-requests N] [--voters N] [--openings N]
                 [--folder DIR] [--json FILE]

Measures what is built (npm run build) and prints tables: creation, the server in processes of its own; live,
how soon --listeners are told of what happens; faq, how well and
how fast the FAQ is searched; forum, lists, searches and votes with --few-requests and --many-requests, and --voters who vote for
one request at once; widget, what it costs a page and who waits for its form, beside peers from the registry, and the heap
after --openings; reading, lists, tickets and searches with --few and with --many tickets, which are built once
and kept in the folder. Without a name, all of them. Figures of one run can be compared with each other, not with
those of another machine or hour: hence the ratios.`);
  process.exit();
}

/** @type {Record<string, () => Promise<object>>} */
const benches = {
  creation: benchCreation,
  live: benchLive,
  faq: benchFaq,
  forum: benchForum,
  widget: benchWidget,
  reading: benchReading,
  cost: benchCost,
};
const names = positionals.length > 0 ? positionals : Object.keys(benches);
/** @type {Record<string, object>} */
const figures = {};
for (const name of names) {
  const bench = benches[name];
  if (bench === undefined) throw new Error(`No bench is called ${name}: ${Object.keys(benches).join(', ')}.`);
  figures[name] = await bench();
}

async function benchCreation() {
  const effort = { seconds: Number(values.seconds), rounds: Number(values.rounds) };
  const creation = await measureCreation(resolve(values.folder), effort);
  printTable('Durable creation over HTTP', creation, {
    connections: ['connections', 0],
    perSecond: ['created /s', 0],
    p50: ['p50 ms', 1],
    p99: ['p99 ms', 1],
    rawPerSecond: ['raw inserts /s', 0],
    ofRaw: ['of raw', 2],
    helloPerSecond: ['hello /s', 0],
    cpuMs: ['cpu ms', 2],
    rawCpuMs: ['raw cpu ms', 2],
    unitsPerCommit: ['per commit', 1],
    commitMs: ['commit ms', 1],
    loopMaxMs: ['loop max ms', 1],
  });
  return creation;
}

async function benchLive() {
  const live = await measureLive(resolve(values.folder), {
    seconds: Number(values.seconds) * Number(values.rounds),
    listeners: Number(values.listeners),
  });
  printTable('Live streams, 50 events a second, each to ten who listen', live, {
    what: ['what', 0],
    listeners: ['listeners', 0],
    told: ['messages', 0],
    missing: ['missing', 0],
    p50: ['p50 ms', 0],
    p95: ['p95 ms', 0],
    cpuMsPerMessage: ['cpu ms a message', 2],
    cpuMsPerListener: ['cpu ms a listener and second', 2],
    kibPerListener: ['KiB a listener', 0],
    loopMaxMs: ['loop max ms', 1],
  });
  return live;
}

async function benchReading() {
  const reading = await measureReading(resolve(values.folder), {
    few: Number(values.few),
    many: Number(values.many),
    requests: Number(values.requests),
  });
  printTable(`Reading, ${values.few} and ${values.many} tickets`, reading.figures, {
    what: ['what', 0],
    itemsFew: ['few items', 0],
    itemsMany: ['many', 0],
    p50Few: ['few p50 ms', 1],
    p95Few: ['p95', 1],
    p50Many: ['many p50 ms', 1],
    p95Many: ['p95', 1],
    ratio: ['many/few', 2],
    cpuFew: ['few cpu ms', 2],
    cpuMany: ['many cpu ms', 2],
    cpuRatio: ['many/few', 2],
    ofHello: ['of hello', 1],
  });
  printTable('Longest that the event loop was held up, with many tickets', reading.loops, {
    activity: ['while reading', 0],
    loopMaxMs: ['ms', 1],
    helloLoopMaxMs: ['ms of a process that does nothing', 1],
  });
  printTable('Memory of the server', reading.memory, {
    tickets: ['tickets', 0],
    startMiB: ['RSS at the start MiB', 0],
    warmMiB: ['warm', 0],
    endMiB: ['at the end', 0],
  });
  return reading;
}

async function benchCost() {
  const cost = await measureCost(resolve(values.folder), [Number(values.few), Number(values.many)]);
  printTable('Cost as work grows', cost, {
    tickets: ['tickets', 0],
    bytesPerTicket: ['bytes each', 0],
    startSeconds: ['start s', 2],
    verifySecondsPerMillionEvents: ['verify s/million events', 1],
    verifyRssMiB: ['verify RSS MiB', 0],
    verifyOfSha256: ['of sha256', 1],
    backupSecondsPerGB: ['backup s/GB', 1],
    restoreSecondsPerGB: ['restore s/GB', 1],
    restoreOfCopy: ['of copying', 1],
    indexSecondsPerMillionTickets: ['index s/million tickets', 0],
    exportSecondsPerMillionTickets: ['export s/million tickets', 1],
    verifyLoopMaxMs: ['loop max ms: verify', 1],
    backupLoopMaxMs: ['backup', 1],
    exportLoopMaxMs: ['export', 1],
    indexLoopMaxMs: ['index', 1],
  });
  return cost;
}

async function benchForum() {
  const forum = await measureForum(resolve(values.folder), {
    few: Number(values['few-requests']),
    many: Number(values['many-requests']),
    requests: Number(values.requests),
    voters: Number(values.voters),
  });
  printTable('What was built', forum.built, {
    requests: ['requests', 0],
    votes: ['votes', 0],
    people: ['people', 0],
    mostVotes: ['most of one', 0],
    seconds: ['seconds', 1],
  });
  printTable('The forum, few and many requests', forum.figures, {
    what: ['what', 0],
    itemsFew: ['few items', 0],
    itemsMany: ['many', 0],
    p50Few: ['few p50 ms', 1],
    p95Few: ['p95', 1],
    p50Many: ['many p50 ms', 1],
    p95Many: ['p95', 1],
    ratio: ['many/few', 2],
    ofHello: ['of hello', 1],
  });
  printTable('One request that all vote for at once, each three times', forum.voting, {
    people: ['people', 0],
    asked: ['asked', 0],
    counted: ['counted, with its author', 0],
    seconds: ['seconds', 1],
    perSecond: ['answered /s', 0],
    p50: ['p50 ms', 0],
    p95: ['p95 ms', 0],
  });
  return forum;
}

async function benchWidget() {
  const effort = { rounds: Number(values.rounds), openings: Number(values.openings) };
  const widget = await measureWidget(resolve(values.folder), effort);
  printTable('The widget on a page, and on the way to its form', widget.figures, {
    name: ['what', 0],
    requests: ['requests', 0],
    kB: ['kB', 1],
    mainOverBareMs: ['main thread ms', 1],
    idleMs: ['idle ms/s', 2],
    shift: ['shift', 3],
    formRequests: ['form: requests', 0],
    formKB: ['kB', 1],
    formMs: ['ms', 0],
    formMainMs: ['main thread ms', 0],
    heapKiB: [`KiB of heap after ${values.openings} openings`, 0],
  });
  printTable('What the scripts of others weigh', widget.sizes, {
    name: ['what', 0],
    kB: ['kB, gzip', 1],
    ofOurs: ['of our form', 1],
    what: ['which is', 0],
  });
  return widget;
}

async function benchFaq() {
  const faq = await measureFaq();
  printTable('Search of the FAQ: how well', faq.quality, {
    engine: ['engine', 0],
    part: ['part', 0],
    queries: ['queries', 0],
    top1: ['top-1', 3],
    top3: ['top-3', 3],
    reciprocalRank: ['MRR', 3],
    confident: ['confident', 3],
    unanswerable: ['no answer', 0],
    falseComfort: ['false comfort', 3],
  });
  printTable('Search of the FAQ: how fast', faq.speed, {
    engine: ['engine', 0],
    articles: ['articles', 0],
    p50: ['p50 ms', 2],
    p95: ['p95 ms', 2],
    ofFts5: ['p95 of FTS5', 2],
    fillMsPerArticle: ['fill ms each', 3],
  });
  return faq;
}

const report = { at: new Date().toISOString(), machine: machine(), ...figures };
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`);
