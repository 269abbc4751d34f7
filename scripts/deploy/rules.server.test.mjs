import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parser } from '@prometheus-io/lezer-promql';
import { createSupport, readConfig } from '@teo-support/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

/**
 * @typedef {{ alert: string, expr: string, for?: string, labels: Record<string, string>, annotations: Record<string, string> }} Rule
 */

const file = parse(readFileSync(new URL('../../deploy/prometheus-rules.yaml', import.meta.url), 'utf8'));
/** @type {Rule[]} */
const rules = file.groups.flatMap((/** @type {{ rules: Rule[] }} */ group) => group.rules);

/** @type {string} */
let folder;
/** @type {string[]} the series that a server tells of itself, and the one that Prometheus adds */
let series;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rules-'));
  const support = await createSupport(
    readConfig({
      DATABASE_URL: pathToFileURL(join(folder, 'support.db')).href,
      FILES_DIR: join(folder, 'files'),
      REQUESTER_TOKEN_ISSUER: 'https://teo.example.fr',
      REQUESTER_TOKEN_JWKS_URL: 'https://teo.example.fr/jwks.json',
      LOG_LEVEL: 'silent',
    }),
  );
  const figures = await (await support.metrics.answer()).text();
  await support.close();
  series = [...figures.matchAll(/^# TYPE (\S+) (\S+)$/gm)]
    .flatMap(([, name = '', kind]) =>
      kind === 'histogram' ? ['_bucket', '_count', '_sum'].map((part) => name + part) : [name],
    )
    .concat('up');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * The names of the series in an expression of PromQL.
 *
 * @param {string} expression
 * @throws when it is not one
 */
function seriesIn(expression) {
  /** @type {string[]} */
  const names = [];
  parser.parse(expression).iterate({
    enter({ type, from, to, node }) {
      if (type.isError) throw new SyntaxError(`No PromQL at ${from}: ${expression}`);
      if (type.name === 'Identifier' && node.parent?.name === 'VectorSelector')
        names.push(expression.slice(from, to));
    },
  });
  return names;
}

describe('the alerts', () => {
  it('are told apart by their names, say how grave they are, what is the matter, and what to do', () => {
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
    for (const { alert, labels, annotations, for: during } of rules) {
      expect(alert).toMatch(/^TeoSupport[A-Z][A-Za-z]+$/);
      expect(['page', 'ticket', 'service']).toContain(labels.severity);
      expect(Object.keys(annotations)).toEqual(['summary', 'way_out']);
      if (during !== undefined) expect(during).toMatch(/^\d+[mh]$/);
    }
  });

  it('are expressions of PromQL over what a server tells', () => {
    for (const { expr } of rules) {
      const names = seriesIn(expr);
      expect(names).not.toEqual([]);
      for (const name of names) expect(series).toContain(name);
    }
    expect(() => seriesIn('rate(teo_writes_waiting[5m]')).toThrow('No PromQL');
  });

  it('leave out no figure that tells of a trouble', () => {
    const watched = rules.flatMap(({ expr }) => seriesIn(expr));
    for (const name of series.filter((one) => one.startsWith('teo_') && !/_(bucket|count|sum)$/.test(one)))
      if (name !== 'teo_live_listeners') expect(watched).toContain(name);
  });
});
