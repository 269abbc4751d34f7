import type { HistoryInput } from '@teo-support/core/contract';
import { organizations, team, teomasters } from './people.js';
import { screenshots } from './screenshots.js';
import { calendar } from './stories/calendar.js';
import { communication } from './stories/communication.js';
import { directory } from './stories/directory.js';
import { documents } from './stories/documents.js';
import { invoicing } from './stories/invoicing.js';
import { steering } from './stories/steering.js';
import { trainingFiles } from './stories/training-files.js';

/**
 * Three months of a small customer service: people, and what they wrote and did until `now` (milliseconds since
 * 1970). Made of commands, so that loading it goes through every rule.
 */
export function demoHistory(now: number): HistoryInput {
  const stories = [
    ...calendar,
    ...invoicing,
    ...documents,
    ...trainingFiles,
    ...directory,
    ...communication,
    ...steering,
  ];
  return {
    organizations,
    teomasters,
    staff: team,
    files: Object.entries(screenshots).map(([key, { name, base64 }]) => ({ key, name, base64 })),
    tickets: stories.map((told) => told.toTicket(now)),
  };
}
