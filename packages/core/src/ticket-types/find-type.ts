import { isTicketType, type TicketType } from './index.js';

export type TypeQuestion = 'happening' | 'on_trial' | 'after_course';

/** Where an answer leads: to a type, or to a further question. */
type Place = TicketType | TypeQuestion;

/**
 * Plain questions that lead somebody who does not know the names of the types to the right one. A new type needs an answer
 * here, or nobody finds it this way (a test says so).
 */
const answers = {
  happening: [
    ['broken', 'on_trial'],
    ['mistake', 'mishandling'],
    ['how_to', 'after_course'],
    ['about_course', 'training_follow_up'],
    ['about_trial', 'rnd'],
  ],
  on_trial: [
    ['on_trial', 'rnd'],
    ['not_on_trial', 'malfunction'],
  ],
  after_course: [
    ['in_course', 'training_follow_up'],
    ['not_in_course', 'usage_question'],
  ],
} as const satisfies Readonly<Record<TypeQuestion, readonly (readonly [answer: string, to: Place])[]>>;

export type TypeAnswer = (typeof answers)[TypeQuestion][number][0];

/** Where the answers given so far have led. */
export type TypeFinding =
  | { readonly kind: 'found'; readonly type: TicketType }
  | {
      readonly kind: 'asked';
      readonly question: TypeQuestion;
      /** What can be answered: only what leads to a type that this person may use. */
      readonly choices: readonly { readonly answer: TypeAnswer; readonly next: TypeFinding }[];
    };

/**
 * The questions for somebody who may use these types. A question that has only one answer left for them is not asked.
 * @param offered the types that they may use, in any order
 * @returns `null` where nothing is offered
 */
export function findType(offered: readonly TicketType[]): TypeFinding | null {
  const [only] = offered;
  if (only !== undefined && offered.length === 1) return { kind: 'found', type: only };
  return follow('happening', offered);
}

function follow(place: Place, offered: readonly TicketType[]): TypeFinding | null {
  if (isTicketType(place)) return offered.includes(place) ? { kind: 'found', type: place } : null;
  const choices = answers[place].flatMap(([answer, to]) => {
    const next = follow(to, offered);
    return next === null ? [] : [{ answer, next }];
  });
  const [only] = choices;
  return choices.length > 1 ? { kind: 'asked', question: place, choices } : (only?.next ?? null);
}
