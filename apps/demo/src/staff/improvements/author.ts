import type { ForumAuthor } from '@teo-support/sdk';
import type { Words } from '../locales/index.js';

/** Who wrote something, with their organization: the team knows both. */
export function authorName({ team, person, organization }: ForumAuthor, { forum }: Words): string {
  const name = person?.name ?? forum.team;
  if (team) return person === null ? forum.team : forum.by(person.name, forum.team);
  return organization === null ? name : forum.by(name, organization.name);
}
