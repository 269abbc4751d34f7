import { ProblemError } from './problem-error.js';

/**
 * Refuses texts that could not be stored whole, and says where they stand: SQLite gives a text back up to its first null
 * character only, so what follows would be lost without a word, and the ticket's chain of evidence would no longer hold.
 *
 * @param json the text that `value` was parsed from: in nearly all there is no null character, and nothing to look for
 */
export function requireStorable(value: unknown, json: string): void {
  if (!json.includes('\\u0000')) return;
  const pointers = [...withNull(value, '')];
  if (pointers.length === 0) return;
  throw new ProblemError('invalid-request', {
    places: pointers.map((pointer) => ({
      pointer,
      code: 'unstorable_text',
      words: (words) => words.unstorableText,
    })),
  });
}

/** JSON pointers (RFC 6901) to the texts, and the names, that have a null character. */
function* withNull(value: unknown, pointer: string): Generator<string> {
  if (typeof value === 'string') {
    if (value.includes('\u0000')) yield pointer;
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    const at = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (name.includes('\u0000')) yield pointer;
    yield* withNull(inner, at);
  }
}
