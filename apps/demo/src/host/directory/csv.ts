/** What an import knows of a trainee: one line of a file. */
export interface ImportedTrainee {
  readonly name: string;
  readonly company: string;
  readonly email: string;
}

/** An import is read up to so many lines. */
const maxLines = 500;

/**
 * The trainees of a CSV file, as spreadsheets save it: first name, last name, company, e-mail address, parted by
 * semicolons or commas, with or without a line of headings.
 *
 * @returns the trainees, and how many lines had no address and were left out
 */
export function readTrainees(text: string): { trainees: ImportedTrainee[]; skipped: number } {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, maxLines);
  const rows = lines.map((line) => line.split(/[;,]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1')));
  const [first, ...rest] = rows;
  const body = first !== undefined && !hasAddress(first) ? rest : rows;
  const trainees = body.flatMap(([firstName = '', lastName = '', company = '', email = '']) =>
    hasAddress([email]) ? [{ name: `${firstName} ${lastName}`.trim(), company, email }] : [],
  );
  return { trainees, skipped: body.length - trainees.length };
}

function hasAddress(cells: readonly string[]): boolean {
  return cells.some((cell) => /^[^\s@]+@[^\s@]+$/.test(cell));
}
