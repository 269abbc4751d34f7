import type { HistoryInput } from '@teo-support/core/contract';
import { emailOf, teomasters } from '../people.js';
import { momentOn, parisDay, workingDayUpTo } from '../working-day.js';
import { dayOfMonth, momentAfterDays, publishedAt, shareOf } from './dates.js';
import { colleagueNamed, statusNamed, type WrittenRequest } from './written-requests.js';

type ToldRequest = NonNullable<HistoryInput['improvements']>['requests'][number];
type Step = ToldRequest['commands'][number];
type Command = Step['command'];

const team = (email: string): Step['by'] => ({ kind: 'staff', email });
const teomaster = (subject: string): Step['by'] => ({ kind: 'teomaster', subject });

/** Days after which a request that repeats another one was merged into it; before, people voted for it. */
const mergedAfterDays = 8;

/** One request with all that was done to it until `now`. */
export function toldRequest(request: WrittenRequest, now: number): ToldRequest {
  const { key, by, submitted, role, need, purpose, module } = request;
  const today = parisDay(now);
  const { daysAgo, monthsAgo = 0, day = 1 } = submitted;
  const on = daysAgo === undefined ? dayOfMonth(today, monthsAgo, day) : workingDayUpTo(today - daysAgo);
  const begun = momentOn(on, 0, 0, shareOf(key, 0));
  const implemented = request.decisions.find(({ status }) => statusNamed(status) === 'implemented');
  const over = implemented === undefined ? now : publishedAt(now, implemented.monthsAgo);
  const told = (at: number, by: Step['by'], command: Command): Step => ({
    at: new Date(at).toISOString(),
    by,
    command,
  });
  const after = (days: number, place: number, until = over) =>
    momentAfterDays(begun, days, shareOf(key, place), until);
  const merged = after(mergedAfterDays, 90);

  const commands: Step[] = [
    told(begun, teomaster(by), { type: 'submit', request: { role, need, purpose, module } }),
  ];
  for (const [place, voter] of votersOf(request).entries()) {
    const days = daysToVote(request, place);
    const until = request.mergedInto === undefined ? over : merged;
    commands.push(told(after(days, place + 1, until), teomaster(voter), { type: 'vote' }));
  }
  for (const [place, comment] of request.comments.entries()) {
    const at = after(14 + 9 * place, place + 40, now);
    const author =
      comment.by === undefined ? team(colleagueNamed(comment.colleague ?? '')) : teomaster(comment.by);
    const type = comment.by === undefined ? 'answer' : 'comment';
    commands.push(told(at, author, { type, request: { text: comment.text } }));
    if (comment.hiddenBecause === undefined) continue;
    const hide = { type: 'hide', comment: place + 1, reason: comment.hiddenBecause } as const;
    commands.push(told(momentAfterDays(at, 1, shareOf(key, 70), now), team(emailOf.ines), hide));
  }
  if (request.mergedInto !== undefined) {
    commands.push(told(merged, team(emailOf.hugo), { type: 'merge', into: request.mergedInto }));
  }
  if (request.mergedForAWhileInto !== undefined) {
    commands.push(
      told(after(1, 91), team(emailOf.julien), { type: 'merge', into: request.mergedForAWhileInto }),
    );
    commands.push(told(after(2, 92), team(emailOf.ines), { type: 'unmerge' }));
  }
  if (request.hiddenBecause !== undefined) {
    const hide = { type: 'hide', comment: null, reason: request.hiddenBecause } as const;
    commands.push(told(after(2, 93), team(emailOf.ines), hide));
  }
  if (request.implementation !== undefined) {
    const recorded = momentAfterDays(over, 1, shareOf(key, 94), now);
    const record = { type: 'record_implementation', request: request.implementation } as const;
    commands.push(told(recorded, team(emailOf.nora), record));
    for (const [place, { by: person, ...said }] of request.fits.entries()) {
      const at = momentAfterDays(recorded, 5 + 6 * place, shareOf(key, 95 + place), now);
      commands.push(told(at, teomaster(person), { type: 'say_whether_it_fits', request: said }));
    }
  }
  return { key, commands };
}

/** Who wants a request beside its author: those who say whether it fits, then others by turns. */
function votersOf({ key, by, votes, fits }: WrittenRequest): string[] {
  const first = Math.floor(shareOf(key, 7) * 100);
  const others = teomasters.map(
    (_, place) => teomasters[(first + place * 5) % teomasters.length]?.subject ?? by,
  );
  const all = [...fits.map((one) => one.by), ...others].filter((subject) => subject !== by);
  return [...new Set(all)].slice(0, votes - 1);
}

/** What was merged got its votes before; what was merged for a while, afterwards. */
function daysToVote({ mergedInto, mergedForAWhileInto }: WrittenRequest, place: number): number {
  if (mergedInto !== undefined) return 1 + (place % 4);
  return (mergedForAWhileInto === undefined ? 1 : 7) + place * 2;
}
