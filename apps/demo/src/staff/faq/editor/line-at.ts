/** Where a line has come to stand in a text, and the place behind it. */
export interface WithLine {
  readonly text: string;
  readonly caret: number;
}

/** A text with one more line, below the one that a place is in. An empty line there gives way to it. */
export function withLineAt(text: string, place: number, line: string): WithLine {
  const ends = text.indexOf('\n', place);
  const end = ends === -1 ? text.length : ends;
  const begin = text.slice(0, end).lastIndexOf('\n') + 1;
  const isEmpty = text.slice(begin, end).trim() === '';
  const before = isEmpty ? text.slice(0, begin) : `${text.slice(0, end)}\n`;
  return { text: `${before}${line}${text.slice(end)}`, caret: before.length + line.length };
}
