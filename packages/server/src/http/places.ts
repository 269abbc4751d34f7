import type { z } from 'zod';
import { expectedWords, type IssueWords } from './issue-words.js';
import type { ProblemPlace } from './problem-error.js';

/**
 * What a schema found wrong, as places of the request with a stable code and a way out of our own: what is expected,
 * which bounds and values are accepted, how to write a date. Needs issues that carry their input (`reportInput`).
 */
export function placesOf(issue: z.core.$ZodIssue, within = ''): readonly ProblemPlace[] {
  const pointer = within + pointerTo(issue.path);
  switch (issue.code) {
    case 'invalid_type':
      return [typeIssue(pointer, issue.input, [issue.expected])];
    case 'too_big':
      return [place(pointer, ...bound(issue.origin, Number(issue.maximum), 'most'))];
    case 'too_small':
      return [place(pointer, ...bound(issue.origin, Number(issue.minimum), 'least'))];
    case 'invalid_format':
      return [place(pointer, 'wrong_format', (words) => words.formats[formatNamed(issue.format)])];
    case 'invalid_value':
      return [
        issue.input === undefined ? missingOption(pointer, issue.values) : option(pointer, issue.values),
      ];
    case 'unrecognized_keys':
      // Fields that nobody may set are refused by name, each at its own place.
      return issue.keys.map((key) =>
        place(pointer + pointerTo([key]), 'unknown_field', (words) => words.unknownField),
      );
    case 'invalid_union':
      return unionPlaces(pointer, issue);
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues.flatMap((inner) => placesOf(inner, pointer));
    case 'custom':
    case 'not_multiple_of':
      return [place(pointer, 'wrong_shape', (words) => words.wrongShape)];
  }
}

/** A JSON pointer (RFC 6901). */
function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function place(pointer: string, code: string, words: (words: IssueWords) => string): ProblemPlace {
  return { pointer, code, words };
}

function typeIssue(pointer: string, input: unknown, expected: readonly string[]): ProblemPlace {
  return input === undefined
    ? place(pointer, 'required', (words) => words.required(expectedWords(words, expected)))
    : place(pointer, 'wrong_type', (words) => words.wrongType(expectedWords(words, expected)));
}

type Option = bigint | boolean | number | string | symbol | null | undefined;

function option(pointer: string, options: readonly Option[]): ProblemPlace {
  return place(pointer, 'not_an_option', (words) => words.notAnOption(list(options)));
}

function missingOption(pointer: string, options: readonly Option[]): ProblemPlace {
  return place(pointer, 'required', (words) => words.required(list(options, words.or)));
}

function list(options: readonly Option[], or = ', '): string {
  const written = options.map(String);
  return `${written.slice(0, -1).join(', ')}${written.length > 1 ? or : ''}${written.at(-1) ?? ''}`;
}

function bound(
  origin: string,
  limit: number,
  side: 'most' | 'least',
): [code: string, words: (words: IssueWords) => string] {
  const most = side === 'most';
  switch (origin) {
    case 'string':
      return most
        ? ['too_long', (words) => words.tooLong(limit)]
        : ['too_short', (words) => words.tooShort(limit)];
    case 'array':
    case 'set':
      return most
        ? ['too_many', (words) => words.tooMany(limit)]
        : ['too_few', (words) => words.tooFew(limit)];
    default:
      return most
        ? ['too_large', (words) => words.tooLarge(limit)]
        : ['too_small', (words) => words.tooSmall(limit)];
  }
}

function formatNamed(format: string): keyof IssueWords['formats'] {
  switch (format) {
    case 'datetime':
    case 'date':
    case 'email':
    case 'url':
      return format;
    default:
      return 'other';
  }
}

type UnionIssue = Extract<z.core.$ZodIssue, { code: 'invalid_union' }>;

/** Of several forms: the faults of the one that was meant, or else what they all are. */
function unionPlaces(pointer: string, issue: UnionIssue): readonly ProblemPlace[] {
  if ('options' in issue && issue.options !== undefined) return [option(pointer, issue.options)];
  const forms = issue.errors;
  const meant = forms.find((faults) => faults.every((fault) => !isOfTheWhole(fault)));
  if (meant !== undefined) return meant.flatMap((fault) => placesOf(fault, pointer));
  const expected = forms.flatMap((faults) =>
    faults.flatMap((fault) => (fault.code === 'invalid_type' ? [fault.expected] : [])),
  );
  if (expected.length === 0) return [place(pointer, 'wrong_shape', (words) => words.wrongShape)];
  return [typeIssue(pointer, issue.input, expected)];
}

function isOfTheWhole(fault: z.core.$ZodIssue): boolean {
  return fault.path.length === 0 && fault.code === 'invalid_type';
}
