import type { MaskKind } from './mask.js';
import type { Span } from './span.js';

/** As many figures in a row as may tell an amount, a date, an account or a person: fewer count things. */
const tellingDigits = 3;

const gap = String.raw`[ \u00a0\u202f]`;
const months =
  'janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre|' +
  'january|february|march|april|may|june|july|august|september|october|november|december';
const extensions =
  'pdf|docx?|xlsx?|xlsm|ods|odt|csv|tsv|txt|rtf|pptx?|png|jpe?g|gif|webp|heic|svg|zip|rar|7z|ics|xml|json|eml|msg|mp4|mov';

/** What tells of somebody by its shape alone, whoever it is. Each runs in the time of the text's length. */
const shapes: readonly (readonly [kind: MaskKind, pattern: RegExp])[] = [
  // 64 and 63 characters: RFC 5321 and RFC 1035. Also as people write it to hide it from machines.
  [
    'email',
    /[\p{L}\p{N}._%+'’-]{1,64}(?:@|[ ]?[([](?:at|arobase)[)\]][ ]?)[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,8}/giu,
  ],
  ['address', /(?:https?:\/\/|www\.)[^\s⟦⟧<>«»"]+/giu],
  ['file', new RegExp(String.raw`[^\s⟦⟧"'’«»<>:;,()|*]{1,120}\.(?:${extensions})(?![\p{L}\p{N}])`, 'giu')],
  ['phone', /(?<![\p{L}\p{N}])(?:\+|00)\d{1,3}(?:[\s.()/-]{0,3}\d){6,13}(?!\d)/gu],
  ['phone', /(?<![\p{L}\p{N}])0[1-9](?:[\s./-]{0,2}\d\d){4}(?!\d)/gu],
  // The number of a person in France: the Corsican departments have a letter in it.
  ['figure', /(?<!\d)[12]\s?\d\d\s?\d\d\s?(?:\d\d|2[AB])\s?\d{3}\s?\d{3}(?:\s?\d\d)?(?!\d)/giu],
  // An IBAN, ISO 13616.
  ['figure', /(?<![\p{L}\p{N}])[A-Z]{2}\d\d(?:\s?[A-Z\d]{4}){2,7}(?:\s?[A-Z\d]{1,4})?(?![\p{L}\p{N}])/gu],
  ['figure', /\d[\d ., \u00a0\u202f]{0,20}(?:€|k€|\$|£|(?:euros?|eur|usd)(?![\p{L}\p{N}]))/giu],
  ['figure', /(?:€|\$|£)\s?\d+(?:[.,]\d+)*/gu],
  [
    'figure',
    new RegExp(
      String.raw`(?<!\d)\d{1,2}(?:er|st|nd|rd|th)?${gap}(?:${months})(?:${gap}\d{4})?(?![\p{L}\p{N}])`,
      'giu',
    ),
  ],
  ['figure', new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${months})${gap}\d{1,4}(?!\d)`, 'giu')],
];

/** Figures with what people put between them; and a code of letters and figures, such as TEO-1042. */
const runs = [/\d(?:[ \u00a0\u202f.,/_-]?\d)*/gu, /[\p{L}\p{N}]+(?:[-_./°][\p{L}\p{N}]+)*/gu] as const;

export function findShapes(text: string): Span[] {
  const shaped = shapes.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map((match) => spanOf(kind, match)),
  );
  const figures = runs.flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .filter(([found]) => (found.match(/\d/g) ?? []).length >= tellingDigits)
      .map((match) => spanOf('figure', match)),
  );
  return [...shaped, ...figures];
}

function spanOf(kind: MaskKind, { 0: found, index }: RegExpExecArray): Span {
  // A full stop after an address ends the sentence.
  const end = found.replace(/[.,;:!?\s]+$/u, '').length;
  return { kind, start: index, end: index + end };
}
