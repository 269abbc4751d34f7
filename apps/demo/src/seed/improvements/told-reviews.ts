import type { HistoryInput } from '@teo-support/core/contract';
import { emailOf } from '../people.js';
import { momentOn, parisDay } from '../working-day.js';
import { dayOfMonth, monthBefore, publishedAt, shareOf } from './dates.js';
import { statusNamed, writtenRequests } from './written-requests.js';

type ToldReview = NonNullable<HistoryInput['improvements']>['reviews'][number];
type Step = ToldReview['commands'][number];

/** How many reviews were published: each of the months before this one. */
const publishedReviews = 11;

const drafters = [emailOf.hugo, emailOf.julien, emailOf.nora, emailOf.camille] as const;

/** What is being prepared for this month. */
const drafted = [
  {
    improvement: 'emargement-demi-journee',
    status: 'planned',
    rationale:
      'La règle des demi-journées est celle de presque tous les financeurs : nous prévoyons la double signature pour la version 8.8.',
    remark: 'À confirmer avec Thomas : le découpage doit valoir aussi pour les séances déjà planifiées.',
  },
  {
    improvement: 'avoir-motif',
    status: 'planned',
    rationale: 'Une liste de cinq motifs, modifiable par organisme, est prévue pour la version 8.7.',
    remark: null,
  },
  {
    improvement: 'whatsapp',
    status: 'not_selected',
    rationale:
      'Les messageries instantanées demandent le numéro personnel des stagiaires et leur accord : le rappel par SMS répond au même besoin.',
    remark: 'Le SMS n’est pas encore livré : restons prudents dans la formulation.',
  },
] as const;

/** The reviews of a year, and the one that is being prepared. */
export function toldReviews(now: number): ToldReview[] {
  const past = Array.from({ length: publishedReviews }, (_, place) =>
    publishedReview(now, publishedReviews - place),
  );
  return [...past, draftedReview(now)];
}

function publishedReview(now: number, monthsAgo: number): ToldReview {
  const month = monthBefore(parisDay(now), monthsAgo);
  const decided = writtenRequests.flatMap(({ key, decisions }) =>
    decisions
      .filter((decision) => decision.monthsAgo === monthsAgo)
      .map((decision) => ({ key, ...decision })),
  );
  const commands = decided.map(({ key, status, rationale }, place): Step => {
    const day = dayOfMonth(parisDay(now), monthsAgo, 24);
    return {
      at: new Date(momentOn(day, 0, 0, shareOf(key, monthsAgo))).toISOString(),
      by: { kind: 'staff', email: drafters[place % drafters.length] ?? emailOf.ines },
      command: { type: 'draft', improvement: key, request: { status: statusNamed(status), rationale } },
    };
  });
  const publish: Step = {
    at: new Date(publishedAt(now, monthsAgo)).toISOString(),
    by: { kind: 'staff', email: emailOf.ines },
    command: { type: 'publish' },
  };
  return { month, commands: [...commands, publish] };
}

function draftedReview(now: number): ToldReview {
  const hour = 3_600_000;
  const commands = drafted.flatMap(({ improvement, status, rationale, remark }, place): Step[] => {
    const at = now - (drafted.length - place) * hour;
    const draft: Step = {
      at: new Date(at).toISOString(),
      by: { kind: 'staff', email: drafters[place % drafters.length] ?? emailOf.ines },
      command: { type: 'draft', improvement, request: { status, rationale } },
    };
    if (remark === null) return [draft];
    const said: Step = {
      at: new Date(at + hour / 3).toISOString(),
      by: { kind: 'staff', email: emailOf.ines },
      command: { type: 'remark', improvement, request: { text: remark } },
    };
    return [draft, said];
  });
  return { month: monthBefore(parisDay(now), 0), commands };
}
