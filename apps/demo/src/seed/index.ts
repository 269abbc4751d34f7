import type { HistoryInput } from '@teo-support/core/contract';
import { faqAt } from './faq/index.js';
import { articlePictures } from './faq/pictures.js';
import { forumAt } from './improvements/index.js';
import { organizationsAt, team, teomasters } from './people.js';
import { screenshots } from './screenshots.js';
import { attendance } from './stories/attendance.js';
import { calendar } from './stories/calendar.js';
import { communication } from './stories/communication.js';
import { directory } from './stories/directory.js';
import { documents } from './stories/documents.js';
import { duplicates } from './stories/duplicates.js';
import { followUps } from './stories/follow-ups.js';
import { funding } from './stories/funding.js';
import { imports } from './stories/imports.js';
import { invoicing } from './stories/invoicing.js';
import { mergeFields } from './stories/merge-fields.js';
import { offers } from './stories/offers.js';
import { paymentSchedules } from './stories/payment-schedules.js';
import { sessionHours } from './stories/session-hours.js';
import { sharedBugs } from './stories/shared-bugs.js';
import { steering } from './stories/steering.js';
import { trainingFiles } from './stories/training-files.js';
import { trials } from './stories/trials.js';
import { withdrawals } from './stories/withdrawals.js';

/**
 * Three months of a small customer service: people, and what they wrote and did until `now` (milliseconds since
 * 1970). Made of commands, so that loading it goes through every rule.
 */
export function demoHistory(now: number): HistoryInput {
  const stories = [
    ...attendance,
    ...calendar,
    ...paymentSchedules,
    ...invoicing,
    ...mergeFields,
    ...documents,
    ...trainingFiles,
    ...funding,
    ...directory,
    ...communication,
    ...steering,
    ...imports,
    ...sessionHours,
    ...followUps,
    ...trials,
    ...sharedBugs,
    ...duplicates,
    ...withdrawals,
    ...offers,
  ];
  return {
    organizations: organizationsAt(now),
    teomasters,
    staff: team,
    faq: faqAt(now),
    improvements: forumAt(now),
    files: Object.entries({ ...screenshots, ...articlePictures }).map(([key, file]) => ({ key, ...file })),
    tickets: stories.map((told) => told.toTicket(now)),
  };
}
