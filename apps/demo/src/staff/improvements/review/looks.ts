import type { StaffReview } from '@teo-support/sdk';

type Draft = StaffReview['drafts'][number];
type Remark = StaffReview['remarks'][number];

/** What the team said of one request, oldest first. */
export function remarksOn(
  { improvement }: Pick<Draft, 'improvement'>,
  remarks: readonly Remark[],
): readonly Remark[] {
  return remarks.filter((remark) => remark.improvement === improvement.id);
}

/** Who has said something of a decision as it is written now, without having written it: a second look. */
export function lookedAtBy(draft: Draft, remarks: readonly Remark[]): readonly string[] {
  const others = remarksOn(draft, remarks).filter(
    ({ by, at }) => by.id !== draft.by.id && Date.parse(at) >= Date.parse(draft.at),
  );
  return [...new Map(others.map(({ by }) => [by.id, by.name])).values()];
}
