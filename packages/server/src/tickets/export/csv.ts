import type { csvSeparators } from '@teo-support/core/contract';
import type { Locale } from '@teo-support/core/messages';
import { stringify } from 'csv-stringify/sync';

export type CsvSeparator = (typeof csvSeparators)[number];

const characters: Readonly<Record<CsvSeparator, string>> = { semicolon: ';', comma: ',', tab: '\t' };

/** What Excel takes to separate cells where the language is set: it follows the decimal sign of the system. */
export const usualSeparators: Readonly<Record<Locale, CsvSeparator>> = { fr: 'semicolon', en: 'comma' };

/** Without it Excel takes UTF-8 for the code page of the system, and é for Ã©. */
export const byteOrderMark = '\uFEFF';

/** Lines of a CSV file (RFC 4180). */
export function csvLines(lines: readonly (readonly string[])[], separator: CsvSeparator): string {
  return stringify(
    lines.map((cells) => cells.map(withoutFormula)),
    { delimiter: characters[separator], record_delimiter: '\r\n', quote_record_delimiter: true },
  );
}

/**
 * Where a spreadsheet would see the beginning of a formula: at that of the cell, and, as it may be set to another
 * separator and then makes nothing of our quotes, behind anything that could separate cells or lines. A smiley is none.
 */
const formulaBegins = /^(?=[\t\r\n])|(?<=(?:^|[;,\t\r\n])"*)(?=[=@＝＠]|[+\-＋－](?!\)))/g;

/**
 * A text that does nothing on the machine of whoever opens the file, whoever wrote it: an apostrophe stands before what
 * would be a formula (https://owasp.org/www-community/attacks/CSV_Injection).
 */
function withoutFormula(cell: string): string {
  return cell.replaceAll(formulaBegins, "'");
}
