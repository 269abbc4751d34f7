import { csvSeparators } from '@teo-support/core/contract';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvLines } from './csv.js';

const delimiters = { semicolon: ';', comma: ',', tab: '\t' } as const;

/** Texts of what could mean something to a spreadsheet, and of anything else. */
const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'=+-@＝＋－＠;,\t\r\n"\' )a1é') }),
  fc.string({ unit: 'grapheme' }),
);
const lines = fc
  .integer({ min: 2, max: 4 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));
const separator = fc.constantFrom(...csvSeparators);

test('what was written comes back cell by cell, but for the apostrophes that keep it from being run', () => {
  fc.assert(
    fc.property(lines, separator, (written, by) => {
      const read = parse(csvLines(written, by), { delimiter: delimiters[by], record_delimiter: '\r\n' });
      const bare = (cells: readonly string[]) => cells.map((text) => text.replaceAll("'", ''));
      expect(read.map(bare)).toEqual(written.map(bare));
    }),
  );
});

test('nothing in it is a formula, whatever the spreadsheet takes for a separator', () => {
  fc.assert(
    fc.property(lines, separator, (written, by) => {
      // A first cell of our own, as each line of a file has.
      const text = csvLines(
        written.map((cells) => ['TEO-1', ...cells]),
        by,
      );
      for (const split of [/[;\r\n]/, /[,\r\n]/, /[\t\r\n]/]) {
        const formulas = text.split(split).filter((part) => /^"*(?:[=@＝＠]|[+\-＋－](?!\)))/.test(part));
        expect(formulas).toEqual([]);
      }
    }),
  );
});

describe('a cell', () => {
  test.each([
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
    ['+33 1 23', "'+33 1 23"],
    ['-1+cmd|calc', "'-1+cmd|calc"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t'=1"],
    ['\r=1', '"\'\r\'=1"'],
    ['＝1', "'＝1"],
    ['a;=1', '"a;\'=1"'],
    ['a,"=1"', '"a,""\'=1"""'],
    ['a,- 1+cmd|calc', "a,'- 1+cmd|calc"],
    ['"=1', '"""\'=1"'],
    ['a\nb', '"a\nb"'],
    ['C’est « réglé » ;-)', '"C’est « réglé » ;-)"'],
    ['2 - 1', '2 - 1'],
    ['', ''],
  ])('%j is written as %j', (text, written) => {
    expect(csvLines([['x', text, 'y']], 'semicolon')).toBe(`x;${written};y\r\n`);
  });
});
