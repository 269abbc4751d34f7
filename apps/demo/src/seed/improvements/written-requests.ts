import { decidedStatuses, type TeoModule } from '@teo-support/core';
import { emailOf } from '../people.js';
import administration from './administration.json' with { type: 'json' };
import calendar from './calendar.json' with { type: 'json' };
import communication from './communication.json' with { type: 'json' };
import directory from './directory.json' with { type: 'json' };
import documents from './documents.json' with { type: 'json' };
import invoicing from './invoicing.json' with { type: 'json' };
import steering from './steering.json' with { type: 'json' };
import trainingFiles from './training-files.json' with { type: 'json' };

/** A comment of a téomaster, or an answer of the team. */
interface WrittenComment {
  readonly by?: string;
  readonly colleague?: string;
  readonly text: string;
  readonly hiddenBecause?: string;
}

/** A request as its file has it, with all that became of it. Months and days are counted back from today. */
interface InFile {
  readonly key: string;
  /** Subject of the téomaster. */
  readonly by: string;
  readonly submitted: { readonly daysAgo?: number; readonly monthsAgo?: number; readonly day?: number };
  /** How many want it, the author included. */
  readonly votes: number;
  readonly role: string;
  readonly need: string;
  readonly purpose: string;
  readonly decisions: readonly {
    readonly monthsAgo: number;
    readonly status: string;
    readonly rationale: string;
  }[];
  readonly comments: readonly WrittenComment[];
  readonly implementation?: { readonly release: string; readonly article: string };
  readonly fits: readonly { readonly by: string; readonly fits: boolean; readonly remark: string }[];
  readonly mergedInto?: string;
  /** Merged by mistake, which was taken back two days later. */
  readonly mergedForAWhileInto?: string;
  readonly hiddenBecause?: string;
}

export interface WrittenRequest extends InFile {
  readonly module: TeoModule;
}

const files: readonly (readonly [module: TeoModule, requests: readonly InFile[]])[] = [
  ['training_files', trainingFiles],
  ['calendar', calendar],
  ['directory', directory],
  ['invoicing', invoicing],
  ['documents', documents],
  ['communication', communication],
  ['steering', steering],
  ['administration', administration],
];

export const writtenRequests: readonly WrittenRequest[] = files.flatMap(([module, requests]) =>
  requests.map((request) => ({ ...request, module })),
);

export function statusNamed(name: string): (typeof decidedStatuses)[number] {
  const status = decidedStatuses.find((one) => one === name);
  if (status === undefined) throw new Error(`The requests of the demo speak of an unknown status: ${name}`);
  return status;
}

export function colleagueNamed(name: string): string {
  const known = Object.entries(emailOf).find(([colleague]) => colleague === name);
  if (known === undefined) throw new Error(`The requests of the demo speak of an unknown colleague: ${name}`);
  return known[1];
}
