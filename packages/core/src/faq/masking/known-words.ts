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
  return [
    ...known.people.flatMap((name) => found(folded, 'person', patternsOf(name, particles, 2))),
    ...known.organizations.flatMap((name) =>
      found(folded, 'organization', patternsOf(name, new Set([...particles, ...generic]), 3)),
    ),
    ...known.courses.flatMap((title) => found(folded, 'course', whole(title))),
    ...known.files.flatMap((name) => found(folded, 'file', whole(name))),
  ];
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

function found(folded: FoldedText, kind: MaskKind, patterns: readonly string[]): Span[] {
  return patterns.flatMap((pattern) => {
    const alone = new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'gu');
    return [...folded.text.matchAll(alone)].map(({ 0: { length }, index }) => ({
      kind,
      start: folded.placeOf(index),
      end: folded.placeOf(index + length),
    }));
  });
}

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
