import type { DecidedStatus, TeoModule } from '@teo-support/core';
import type { Locale } from '@teo-support/core/messages';
import { and, desc, eq, sql } from 'drizzle-orm';
import { organizations, teomasters } from '../people/index.js';
import type { Reader } from '../storage/index.js';
import { iso } from './summaries.js';
import { improvementDecisions, improvementReviews, improvements } from './tables.js';
import { element, type Xml, xmlDocument } from './xml.js';

const mostEntries = 50;

interface Words {
  readonly title: string;
  readonly subtitle: string;
  readonly team: string;
  readonly statuses: Readonly<Record<DecidedStatus, string>>;
  readonly review: (month: string) => string;
}

const words: Readonly<Record<Locale, Words>> = {
  fr: {
    title: 'téo : ce que deviennent les demandes d’amélioration',
    subtitle: 'Chaque mois, les décisions de l’équipe téo et leurs motivations.',
    team: 'L’équipe téo',
    statuses: {
      planned: 'Planifiée',
      in_progress: 'En cours de réalisation',
      postponed: 'Reportée',
      implemented: 'Mise en œuvre',
      not_selected: 'Non sélectionnée',
    },
    review: (month) => `Analyse mensuelle ${month}`,
  },
  en: {
    title: 'téo: what becomes of improvement requests',
    subtitle: 'Each month, what the téo team decided and why.',
    team: 'The téo team',
    statuses: {
      planned: 'Planned',
      in_progress: 'In progress',
      postponed: 'Postponed',
      implemented: 'Implemented',
      not_selected: 'Not selected',
    },
    review: (month) => `Review of ${month}`,
  },
};

interface FeedRequest {
  readonly module: TeoModule | undefined;
  readonly locale: Locale;
  /** Where the API stands. */
  readonly publicUrl: string;
}

/**
 * The latest decisions as an Atom feed (RFC 4287), for anyone. It tells of needs and reasons, never of who asked: names of
 * the author and their organization are taken out should they stand in the words.
 */
export async function roadmapFeed(
  reader: Reader,
  { module, locale, publicUrl }: FeedRequest,
): Promise<string> {
  const rows = await reader
    .select({
      id: improvements.id,
      number: improvements.number,
      need: improvements.need,
      module: improvements.module,
      month: improvementDecisions.month,
      status: improvementDecisions.status,
      rationale: improvementDecisions.rationale,
      at: improvementDecisions.at,
      author: teomasters.name,
      organization: organizations.name,
    })
    .from(improvementDecisions)
    .innerJoin(improvements, eq(improvements.number, improvementDecisions.request))
    .innerJoin(improvementReviews, eq(improvementReviews.month, improvementDecisions.month))
    .leftJoin(teomasters, eq(teomasters.id, improvements.authorId))
    .leftJoin(organizations, eq(organizations.id, improvements.organizationId))
    .where(
      and(
        sql`+${improvements.shelf} <> 'hidden'`,
        module === undefined ? undefined : sql`+${improvements.module} = ${module}`,
      ),
    )
    .orderBy(desc(improvementDecisions.at), desc(improvementDecisions.request))
    .limit(mostEntries);
  const said = words[locale];
  const host = new URL(publicUrl).hostname;
  const query = new URLSearchParams({ language: locale, ...(module === undefined ? {} : { module }) });
  const self = `${publicUrl}/v1/roadmap.atom?${query}`;
  const entries = rows.map((row): Xml => {
    const names = [row.author, row.organization];
    const need = without(row.need ?? '', names);
    return element(
      'entry',
      {},
      element('id', {}, `tag:${host},2026:improvements/${row.id}/${row.month}`),
      element('title', {}, `${said.statuses[row.status]} : ${need}`),
      element('updated', {}, iso(row.at)),
      element('category', { term: row.status, label: said.statuses[row.status] }),
      element('category', { term: row.module }),
      element('content', { type: 'text' }, without(row.rationale, names)),
      element('summary', {}, said.review(row.month)),
    );
  });
  return xmlDocument(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': locale },
      element('id', {}, `tag:${host},2026:improvements`),
      element('title', {}, said.title),
      element('subtitle', {}, said.subtitle),
      element('updated', {}, iso(rows[0]?.at ?? 0)),
      element('author', {}, element('name', {}, said.team)),
      element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
      ...entries,
    ),
  );
}

/** The text with dots in the place of names, in whatever case they are written. */
function without(text: string, names: readonly (string | null)[]): string {
  return names.reduce<string>((left, name) => {
    if (name === null || name.trim() === '') return left;
    const pattern = name.trim().replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return left.replaceAll(new RegExp(pattern, 'giu'), '…');
  }, text);
}
