import type { Catalogue } from './catalogue.js';
import { enFiling } from './filing/en.js';
import { enFollowing } from './following/en.js';

/** The words of the domain, in English. */
export const en: Catalogue = {
  ...enFiling,
  ...enFollowing,
  turns: { team: 'The téo team', requester: 'You', nobody: 'Done' },
  fieldIssues: {
    ...enFollowing.fieldIssues,
    too_short: 'At least {limit} characters are needed: make it longer.',
    too_guessable: 'Too easy to guess: leave your name and address out of it.',
    already_used: 'This value is already taken: choose another one.',
    in_the_future: 'This date is yet to come: give a day that has passed.',
    unknown_ticket: 'No ticket has this reference: check it.',
    unknown_person: 'This person is not of the team: choose another one.',
  },
};
