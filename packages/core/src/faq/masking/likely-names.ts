import { foldForSearch } from '../../text/search-text.js';
import type { Span } from './span.js';

const spaces = String.raw`[ \u00a0\u202f]{1,2}`;
const capital = String.raw`\p{Lu}[\p{L}’'-]*`;
const particle = `(?:(?:de|du|des|de la|le|la|van|von|el|ben)${spaces}|[dD][’'])?`;
const name = `${capital}(?:${spaces}${particle}${capital}){0,4}`;

const titles = String.raw`M\.|MM\.|Mr\.?|Mme|Mmes|Mlle|Mrs\.?|Ms\.?|Miss|Dr\.?|Me|[Mm]onsieur|[Mm]adame|[Mm]ademoiselle|[Mm]aître`;
const roles = `stagiaires?|apprenant(?:e|s|es)?|apprenti(?:e|s|es)?|alternant(?:e|s|es)?|élèves?|étudiant(?:e|s|es)?|candidat(?:e|s|es)?|participant(?:e|s|es)?|salarié(?:e|s|es)?|formateurs?|formatrices?|tuteurs?|tutrices?|collègues?|trainees?|learners?|students?|trainers?|tutors?|colleagues?`;

/** « Mme Leroy », « le stagiaire Paul Durand »: whoever is addressed or named with what they are. */
const introduced = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${titles}|${roles})${spaces}(${name})`, 'gu');
/** « Paul Durand », « DURAND Paul »: two capitals in a row are rarely anything else in French. */
const inCapitals = new RegExp(
  String.raw`(?<![\p{L}\p{N}])\p{Lu}[\p{L}’'-]+(?:${spaces}${particle}\p{Lu}[\p{L}’'-]+){1,4}`,
  'gu',
);
/** « la formation « Excel avancé » »: what is quoted after the word is what it is called. */
const titled =
  /(?<![\p{L}\p{N}])(?:formations?|sessions?|cours|stages?|modules? de formation|parcours|training|course)[\s\u00a0\u202f]{1,2}[«"“][\s\u00a0\u202f]?([^«»"”\n⟦⟧]{2,120}?)[\s\u00a0\u202f]?[»"”]/giu;

/** Capitals that name téo, what is on its screens and what people work with, or begin a sentence: no person is called so. */
const things = new Set(
  [
    'm. mm. mr mr. mme mmes mlle mrs mrs. ms ms. miss dr dr. me monsieur madame mademoiselle maitre merci bonjour bonsoir hello dear',
    'teo edit annuaire agenda dossiers dossier facturation pilotage documents document communication admin directory calendar',
    'invoicing steering administration training files onglet menu bouton page champ fiche liste rubrique colonne tableau bloc',
    'qualiopi opco opcos cpf edof bpf tva siret siren nir iban rgpd dpo faq pdf csv xlsx excel word outlook gmail teams zoom google',
    'chrome firefox safari edge windows mac macos ios android microsoft office libreoffice france europe je tu il elle nous vous ils',
    'elles on le la les un une des ce cet cette ces notre nos votre vos mon ma mes si dans pour avec sans sur sous depuis puis ensuite',
    'enfin cliquez ouvrez allez choisissez open click choose then from in the if your our this that',
  ].flatMap((line) => line.split(' ')),
);

/** Names of people and courses that nobody has told of, by how they are written. */
export function findLikelyNames(text: string): Span[] {
  const people = [...text.matchAll(introduced)].flatMap(({ 0: whole, 1: called = '', index }) =>
    peopleIn(called, index + whole.length - called.length, 1),
  );
  const capitals = [...text.matchAll(inCapitals)].flatMap(({ 0: whole, index }) => peopleIn(whole, index, 2));
  const courses = [...text.matchAll(titled)].map(({ 0: whole, 1: title = '', index }) => {
    const start = index + whole.lastIndexOf(title);
    return { kind: 'course', start, end: start + title.length } as const;
  });
  return [...people, ...capitals, ...courses];
}

/** What remains of words in capitals once those that name things are left out: at least so many in a row. */
function peopleIn(words: string, start: number, least: number): Span[] {
  const rows: { start: number; end: number }[][] = [[]];
  for (const { 0: found, index } of words.matchAll(/[^\s\u00a0\u202f]+/gu)) {
    if (!/^(?:[dD][’'])?\p{Lu}/u.test(found)) continue;
    if (things.has(foldForSearch(found))) rows.push([]);
    else rows.at(-1)?.push({ start: start + index, end: start + index + found.length });
  }
  return rows.flatMap((row) => {
    const [first, last] = [row[0], row.at(-1)];
    if (first === undefined || last === undefined || row.length < least) return [];
    return [{ kind: 'person', start: first.start, end: last.end } as const];
  });
}
