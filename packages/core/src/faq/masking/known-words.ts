import { type FoldedText, foldInPlace } from './fold-in-place.js';
import type { MaskKind } from './mask.js';
import type { Span } from './span.js';

/** What is known to name somebody around a ticket. */
export interface KnownWords {
  /** Full names: of the requester, their colleagues, the team. */
  readonly people: readonly string[];
  readonly organizations: readonly string[];
  /** Titles of training courses. */
  readonly courses: readonly string[];
  /** Names of files. */
  readonly files: readonly string[];
}

export const nothingKnown: KnownWords = { people: [], organizations: [], courses: [], files: [] };

/** What stands in many names and tells nobody apart. */
const particles = wordsOf('de du des da di la le les van von der den el al ben bin et and the of');

/** What half of all training organizations are called: only with the rest of the name it tells one. */
const generic = wordsOf(
  'academie academy agence apprentissage association atelier ateliers campus centre centres cfa college competence competences ' +
    'conseil conseils consulting developpement digital ecole ecoles entreprise entreprises est europe france formateurs ' +
    'formation formations groupe groupement ile institut international learning maison metier metiers national nord normandie ' +
    'numerique ouest paris partenaires pole pour pro professionnel professionnelle professionnelles region regional reseau ' +
    'sante sarl sas saint sainte school scop service services societe solutions sud sur training union universite avec aux',
);

const word = /[\p{L}\p{N}]+/gu;

/** Where a text says what is known, whatever its case, its accents, and what stands between two words of a name. */
export function findKnown(text: string, known: KnownWords): Span[] {
  const folded = foldInPlace(text);
  return patternsFor(known).flatMap(([kind, pattern]) => found(folded, kind, pattern));
}

type KindPattern = readonly [kind: MaskKind, pattern: RegExp];
const made = new WeakMap<KnownWords, readonly KindPattern[]>();

/** Made once for the texts of an article, which are looked at again at each keystroke. */
function patternsFor(known: KnownWords): readonly KindPattern[] {
  const earlier = made.get(known);
  if (earlier !== undefined) return earlier;
  const untelling = new Set([...particles, ...generic]);
  const patterns = [
    ...onePattern(
      'person',
      known.people.flatMap((name) => patternsOf(name, particles, 2)),
    ),
    ...onePattern(
      'organization',
      known.organizations.flatMap((name) => patternsOf(name, untelling, 3)),
    ),
    ...onePattern('course', known.courses.flatMap(whole)),
    ...onePattern('file', known.files.flatMap(whole)),
  ];
  made.set(known, patterns);
  return patterns;
}

/** The longest first, so that a whole name is found before its parts. */
function onePattern(kind: MaskKind, patterns: readonly string[]): KindPattern[] {
  if (patterns.length === 0) return [];
  const any = [...new Set(patterns)].sort((one, other) => other.length - one.length).join('|');
  return [[kind, new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'gu')]];
}

/** A name as a whole, and each of its telling words alone. */
function patternsOf(name: string, untelling: ReadonlySet<string>, shortest: number): string[] {
  const alone = namesOf(name).filter((part) => part.length >= shortest && !untelling.has(part));
  return [...whole(name), ...alone];
}

function whole(name: string): string[] {
  const parts = namesOf(name);
  // Between the words of a name stand spaces, hyphens, dots or nothing that is a letter.
  return parts.join('').length < 2 ? [] : [parts.join('[^\\p{L}\\p{N}⟦⟧]{1,3}')];
}

function namesOf(name: string): string[] {
  return [...foldInPlace(name).text.matchAll(word)].map(([part]) => part);
}

function found(folded: FoldedText, kind: MaskKind, pattern: RegExp): Span[] {
  return [...folded.text.matchAll(pattern)].map(({ 0: { length }, index }) => ({
    kind,
    start: folded.placeOf(index),
    end: folded.placeOf(index + length),
  }));
}

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
