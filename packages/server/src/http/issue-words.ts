import type { Locale } from '@teo-support/core/messages';

/** What can be expected at a place of a request, as zod names it. */
type Expected =
  | 'string'
  | 'number'
  | 'int'
  | 'boolean'
  | 'array'
  | 'object'
  | 'record'
  | 'null'
  | 'undefined';

/** What is wrong at one place of a request and how to mend it, in one language. */
export interface IssueWords {
  required(expected: string): string;
  wrongType(expected: string): string;
  tooLong(limit: number): string;
  tooShort(limit: number): string;
  tooMany(limit: number): string;
  tooFew(limit: number): string;
  tooLarge(limit: number): string;
  tooSmall(limit: number): string;
  notAnOption(options: string): string;
  /** How to write a value, by the name of its format; `other` for the rest. */
  readonly formats: Readonly<Record<'datetime' | 'date' | 'email' | 'url' | 'other', string>>;
  readonly unknownField: string;
  readonly repeatedParameter: string;
  readonly wrongShape: string;
  readonly invalidJson: string;
  readonly invalidCursor: string;
  readonly cursorOfAnotherList: string;
  readonly invalidTag: string;
  readonly invalidFileName: string;
  readonly invalidOffset: string;
  readonly unstorableText: string;
  readonly expected: Readonly<Record<Expected, string>>;
  /** Between the last two of several. */
  readonly or: string;
}

const plural = (count: number, one: string, many: string) => `${count} ${count < 2 ? one : many}`;

export const issueWords: Readonly<Record<Locale, IssueWords>> = {
  fr: {
    required: (expected) => `Ce champ est nécessaire : envoyez ${expected}.`,
    wrongType: (expected) => `Cette valeur n’a pas le type attendu : envoyez ${expected}.`,
    tooLong: (limit) => `Pas plus de ${plural(limit, 'caractère', 'caractères')} : raccourcissez ce texte.`,
    tooShort: (limit) => `Au moins ${plural(limit, 'caractère', 'caractères')} : complétez ce texte.`,
    tooMany: (limit) => `Pas plus de ${plural(limit, 'élément', 'éléments')} : retirez-en.`,
    tooFew: (limit) => `Au moins ${plural(limit, 'élément', 'éléments')} : ajoutez-en.`,
    tooLarge: (limit) => `Le plus grand nombre accepté est ${limit}.`,
    tooSmall: (limit) => `Le plus petit nombre accepté est ${limit}.`,
    notAnOption: (options) => `Choisissez une des valeurs acceptées : ${options}.`,
    formats: {
      datetime: 'Écrivez un instant ISO 8601 en UTC, par exemple 2026-11-24T09:00:00Z.',
      date: 'Écrivez une date année-mois-jour, par exemple 2026-11-24.',
      email: 'Écrivez une adresse e-mail, par exemple claire@exemple.fr.',
      url: 'Écrivez une adresse complète, par exemple https://exemple.fr/page.',
      other: 'Cette valeur n’a pas la forme que décrit la référence de l’API : corrigez-la.',
    },
    unknownField: 'Ce champ n’existe pas ici : retirez-le.',
    repeatedParameter: 'Ce paramètre est donné plusieurs fois : gardez une seule valeur.',
    wrongShape: 'Cette valeur ne suit aucune des formes acceptées : voyez la référence de l’API.',
    invalidJson: 'Le corps de la requête n’est pas du JSON valide en UTF-8 (RFC 8259) : corrigez sa syntaxe.',
    invalidCursor: 'Ce curseur n’en est pas un : reprenez `nextCursor` de la page précédente, tel quel.',
    cursorOfAnotherList:
      'Ce curseur vient d’une autre liste : gardez le tri et les filtres, ou recommencez sans curseur.',
    invalidTag: 'Écrivez la version entre guillemets droits, par exemple "7", ou reprenez l’en-tête ETag.',
    invalidOffset: 'Écrivez dans cet en-tête le nombre d’octets qui précèdent la partie.',
    invalidFileName: 'Écrivez le nom du fichier en UTF-8 encodé par pourcents (encodeURIComponent).',
    unstorableText: 'Ce texte contient un caractère nul (U+0000), qui ne peut être enregistré : retirez-le.',
    expected: {
      string: 'un texte',
      number: 'un nombre',
      int: 'un nombre entier',
      boolean: 'true ou false',
      array: 'une liste',
      object: 'un objet',
      record: 'un objet',
      null: 'null',
      undefined: 'rien',
    },
    or: ' ou ',
  },
  en: {
    required: (expected) => `This field is needed: send ${expected}.`,
    wrongType: (expected) => `This value does not have the expected type: send ${expected}.`,
    tooLong: (limit) => `No more than ${plural(limit, 'character', 'characters')}: make this text shorter.`,
    tooShort: (limit) => `At least ${plural(limit, 'character', 'characters')}: complete this text.`,
    tooMany: (limit) => `No more than ${plural(limit, 'item', 'items')}: take some away.`,
    tooFew: (limit) => `At least ${plural(limit, 'item', 'items')}: add some.`,
    tooLarge: (limit) => `The largest number accepted is ${limit}.`,
    tooSmall: (limit) => `The smallest number accepted is ${limit}.`,
    notAnOption: (options) => `Choose one of the accepted values: ${options}.`,
    formats: {
      datetime: 'Write an ISO 8601 instant in UTC, for example 2026-11-24T09:00:00Z.',
      date: 'Write a date as year-month-day, for example 2026-11-24.',
      email: 'Write an e-mail address, for example claire@example.com.',
      url: 'Write a whole address, for example https://example.com/page.',
      other: 'This value does not have the form that the API reference describes: correct it.',
    },
    unknownField: 'There is no such field here: take it away.',
    repeatedParameter: 'This parameter is given more than once: keep one value.',
    wrongShape: 'This value follows none of the accepted forms: see the API reference.',
    invalidJson: 'The body of the request is not valid JSON in UTF-8 (RFC 8259): correct its syntax.',
    invalidCursor: 'This is no cursor: send `nextCursor` of the page before, as it is.',
    cursorOfAnotherList:
      'This cursor is of another list: keep the sort and the filters, or begin without a cursor.',
    invalidTag: 'Write the version in straight double quotes, for example "7", or repeat the ETag header.',
    invalidOffset: 'Write the number of bytes that come before the part in this header.',
    invalidFileName: 'Write the name of the file in percent-encoded UTF-8 (encodeURIComponent).',
    unstorableText: 'This text has a null character (U+0000), which cannot be stored: take it away.',
    expected: {
      string: 'a text',
      number: 'a number',
      int: 'a whole number',
      boolean: 'true or false',
      array: 'a list',
      object: 'an object',
      record: 'an object',
      null: 'null',
      undefined: 'nothing',
    },
    or: ' or ',
  },
};

/** « un texte, une liste ou un objet » */
export function expectedWords(words: IssueWords, expected: readonly string[]): string {
  const known: Readonly<Record<string, string>> = words.expected;
  const named = [...new Set(expected.map((name) => known[name] ?? name))];
  const last = named.at(-1) ?? '';
  return named.length < 2 ? last : `${named.slice(0, -1).join(', ')}${words.or}${last}`;
}
