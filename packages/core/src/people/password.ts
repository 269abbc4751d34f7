import { type FieldIssue, issue } from '../ticket-types/field-issue.js';

/** NIST SP 800-63B asks for eight and more; a team that sees every organization's tickets takes twelve. */
export const shortestPassword = 12;

/**
 * What is wrong with a new password, or `null`: too short, or made of what everybody knows of the person.
 * Length is counted in characters as people see them typed, after the normalisation under which it is hashed.
 */
export function passwordIssue(
  password: string,
  person: { readonly email: string; readonly name: string },
): FieldIssue | null {
  if ([...password.normalize('NFKC')].length < shortestPassword) {
    return issue(['password'], 'too_short', { min: shortestPassword });
  }
  const letters = fold(password);
  const known = [person.email, person.email.split('@')[0] ?? '', person.name, reversed(person.name)];
  // What is left once the known words are taken out must still be worth guessing.
  const guessable = known.some((word) => {
    const folded = fold(word);
    return folded.length >= 4 && letters.replaceAll(folded, '').length < shortestPassword / 2;
  });
  return guessable ? issue(['password'], 'too_guessable') : null;
}

function reversed(name: string): string {
  return name.split(/\s+/).reverse().join(' ');
}

/** Case, accents, spaces and punctuation make no difference to who guesses. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
