import { type DraftFaqArticle, draftFaqArticleSchema } from '@teo-support/core/contract';
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
  readonly body: readonly string[];
}

interface WrittenArticle {
  readonly slug: string;
  readonly fr: WrittenText;
  readonly en?: WrittenText;
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
  return inTurn.map(({ slug, fr, en, ...more }) =>
    draftFaqArticleSchema.parse({
      id: slug,
      fr: joined(fr),
      en: en === undefined ? null : joined(en),
      ...more,
    }),
  );
}

function joined({ body, ...words }: WrittenText) {
  return { ...words, body: body.join('\n') };
}
