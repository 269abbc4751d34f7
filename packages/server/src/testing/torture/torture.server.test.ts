import { env } from 'node:process';
import { expect, test } from 'vitest';
import { inOrder } from '../ledger.js';
import { runCli } from '../run-cli.js';
import { planOf, roundsOfEachFault } from './plan.js';
import { playFault } from './play-fault.js';
import { Sufferer } from './sufferer.js';

/** Each fault once, or for so many minutes: see `npm run torture`. */
const minutes = env.TORTURE_MINUTES === undefined ? null : Number(env.TORTURE_MINUTES);
const seed = Number(env.TORTURE_SEED ?? 20_261_125);
const limitMs = 5 * 60_000 + (minutes ?? 0) * 2 * 60_000;

/** In the short version faults come sooner, and on a libSQL server, whose commits take longer, fewer work at a time. */
const fewBefore = { file: 20, sqld: 6 } as const;
const connections = { file: 32, sqld: minutes === null ? 8 : 32 } as const;

const totalsOfNone = {
  rounds: 0,
  kills: 0,
  acknowledged: 0,
  unanswered: 0,
  refused: 0,
  lost: 0,
  doubled: 0,
  halfWritten: 0,
};

/** Only the long version tells what it does: the short one is one test among many. */
function say(line: string): void {
  if (minutes !== null) console.log(line);
}

test.each(['file', 'sqld'] as const)(
  `a server on a %s bears whatever happens to it (seed ${seed})`,
  { timeout: limitMs },
  async (base) => {
    say(`Torture of a server on a ${base} for ${minutes} minutes. Repeat it with --seed ${seed}.`);
    const totals = { ...totalsOfNone };
    const faults = new Map<string, number>();
    const sufferer = await Sufferer.make(base, connections[base]);
    const begun = performance.now();
    const isOver = () =>
      minutes === null
        ? totals.rounds >= roundsOfEachFault(base)
        : performance.now() - begun >= minutes * 60_000;
    try {
      for (const { after, fault } of planOf(seed, base)) {
        const { what, refused } = await sufferer.work(async () => {
          await sufferer.ledger.after(minutes === null ? Math.min(after, fewBefore[base]) : after);
          return playFault(sufferer, fault);
        });
        const balance = await sufferer.settle();
        totals.rounds += 1;
        faults.set(fault.kind, (faults.get(fault.kind) ?? 0) + 1);
        if (what.includes('killed')) totals.kills += 1;
        const { acknowledged } = sufferer.ledger;
        totals.acknowledged += acknowledged.size;
        for (const [status, times] of refused) {
          if (status === 'no answer') totals.unanswered += times;
          else totals.refused += times;
        }
        totals.lost += balance.lost.length;
        totals.doubled += balance.doubled.length;
        totals.halfWritten += balance.halfWritten.length;
        say(
          `${String(totals.rounds).padStart(4)}  ${what}; ${acknowledged.size} acknowledged, ${inWords(refused)}; ${inWords(Object.entries(balance).map(([name, found]) => [name, found.length]))}`,
        );
        expect.soft(balance, `after: ${what}`).toEqual(inOrder);
        if (isOver()) break;
      }
      await sufferer.end();
      const verdict = await runCli(['verify'], sufferer.environment);
      say(`\nFaults: ${inWords(faults)}\nTotals: ${inWords(Object.entries(totals))}`);
      say(`Chain: ${verdict.printed || verdict.complained}`);
      expect(verdict.code).toBe(0);
    } finally {
      await sufferer.remove();
    }
  },
);

function inWords(counts: Iterable<readonly [string, number]>): string {
  return [...counts].map(([name, count]) => `${name} ${count}`).join(', ') || 'none refused';
}
