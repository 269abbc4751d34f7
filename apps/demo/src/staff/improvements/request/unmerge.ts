import type { StaffImprovement } from '@teo-support/sdk';
import type { Question } from '../../administration/confirmation.js';
import type { Desk } from '../../desk/desk.js';

/**
 * What is asked before a merge is taken back.
 * @param merged the request that goes on in another one; with its version, where that was seen
 */
export function unmergeQuestion(
  { id, number, version }: Pick<StaffImprovement, 'id' | 'number'> & { readonly version?: number },
  { client, words }: Desk,
): Question {
  const { one } = words.forum;
  return {
    opener: { label: one.unmerge, about: one.unmergeAbout(number), sign: 'undo' },
    heading: one.unmergeTitle,
    text: one.unmergeText,
    submit: one.unmerge,
    sending: one.unmerging,
    done: one.unmerged,
    look: 'primary',
    work: () => client.staff.improvements.unmerge(id, version === undefined ? {} : { ifMatch: version }),
  };
}
