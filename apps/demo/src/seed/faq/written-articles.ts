import { teoModules, ticketTypes } from '@teo-support/core';
import type { DraftFaqArticle } from '@teo-support/core/contract';
import administration from './administration.json' with { type: 'json' };
import calendar from './calendar.json' with { type: 'json' };
import communication from './communication.json' with { type: 'json' };
import directory from './directory.json' with { type: 'json' };
import documents from './documents.json' with { type: 'json' };
import invoicing from './invoicing.json' with { type: 'json' };
import steering from './steering.json' with { type: 'json' };
import trainingFiles from './training-files.json' with { type: 'json' };

/** An article in one language as its file has it: the body line by line, so that changes can be read. */
interface WrittenText {
  readonly title: string;
  readonly variants: string[];
  readonly keywords: string[];
  readonly body: string[];
}

interface WrittenArticle {
  readonly slug: string;
  readonly modules: string[];
  readonly ticketTypes: string[];
  readonly related: string[];
  readonly fr: WrittenText;
  readonly en: WrittenText;
}

/** By module, as they were written. */
const files: readonly (readonly WrittenArticle[])[] = [
  trainingFiles,
  calendar,
  directory,
  invoicing,
  documents,
  communication,
  steering,
  administration,
];

/** The articles in the order in which the FAQ grew: of every module a few at a time. */
export function writtenArticles(): DraftFaqArticle[] {
  const longest = Math.max(...files.map(({ length }) => length));
  const inTurn = Array.from({ length: longest }, (_, place) =>
    files.flatMap((file) => file[place] ?? []),
  ).flat();
  return inTurn.map(({ slug, fr, en, modules, ticketTypes: types, related }) => ({
    id: slug,
    fr: joined(fr),
    en: joined(en),
    modules: modules.map((name) => known(teoModules, name)),
    ticketTypes: types.map((name) => known(ticketTypes, name)),
    related,
  }));
}

function joined({ body, ...words }: WrittenText) {
  return { ...words, body: body.join('\n') };
}

function known<T extends string>(all: readonly T[], name: string): T {
  const found = all.find((one) => one === name);
  if (found === undefined) throw new Error(`The articles speak of something that is not known: ${name}`);
  return found;
}
