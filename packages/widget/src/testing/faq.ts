import type { FaqAnswer, FaqArticleView } from '@teo-support/core/contract';

/** A published article, as the API shows it; `part` changes what a test is about. */
export function anArticle(part: Partial<FaqArticleView> = {}): FaqArticleView {
  return {
    id: 'relancer-convention',
    state: 'published',
    language: 'fr',
    title: 'Relancer une convention non signée',
    body: [
      { kind: 'paragraph', children: [{ kind: 'text', text: 'La convention attend une signature.' }] },
      {
        kind: 'heading',
        level: 2,
        children: [{ kind: 'text', text: 'Depuis le dossier' }],
      },
      {
        kind: 'list',
        ordered: true,
        items: [
          [
            { kind: 'text', text: 'Ouvrez ' },
            { kind: 'strong', children: [{ kind: 'text', text: 'Documents' }] },
            { kind: 'text', text: ', puis le marqueur ' },
            { kind: 'code', text: '{{client.nom}}' },
          ],
          [
            { kind: 'text', text: 'Voyez aussi ' },
            {
              kind: 'link',
              to: { kind: 'article', id: 'annuler-convention' },
              children: [{ kind: 'text', text: 'comment l’annuler' }],
            },
            { kind: 'text', text: ' et ' },
            {
              kind: 'link',
              to: { kind: 'page', address: 'https://www.service-public.fr/' },
              children: [{ kind: 'emphasis', children: [{ kind: 'text', text: 'la règle' }] }],
            },
          ],
        ],
      },
    ],
    modules: ['documents'],
    ticketTypes: [],
    related: [{ id: 'annuler-convention', title: 'Annuler une convention' }],
    replacedBy: null,
    publishedAt: '2026-09-01T08:00:00Z',
    helpful: null,
    ...part,
  };
}

/** Articles that each have another one to lead to. */
export const someArticles: readonly FaqArticleView[] = [
  anArticle(),
  anArticle({
    id: 'annuler-convention',
    title: 'Annuler une convention',
    body: [{ kind: 'paragraph', children: [{ kind: 'text', text: 'Ouvrez le dossier.' }] }],
    related: [],
  }),
  anArticle({ id: 'exporter-annuaire', title: 'Exporter l’annuaire', modules: ['directory'], related: [] }),
];

/** What a search finds: the articles whose title has a typed word. The first one answers if it has them all. */
export function found(articles: Iterable<FaqArticleView>, search: string): FaqAnswer {
  const params = new URLSearchParams(search);
  const words = (params.get('q') ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word.length > 2);
  const hits = [...articles]
    .filter(({ state }) => state === 'published')
    .map((article) => {
      const title = article.title.toLowerCase();
      return { article, count: words.filter((word) => title.includes(word)).length };
    })
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
  return {
    answered: words.length > 0 && hits[0]?.count === words.length,
    hits: hits.slice(0, Number(params.get('limit') ?? 8)).map(({ article: { id, title, modules } }) => {
      const word = words.find((one) => title.toLowerCase().includes(one)) ?? '';
      const start = title.toLowerCase().indexOf(word);
      return {
        id,
        title: { text: title, ranges: [{ start, end: start + word.length }] },
        excerpt: { text: 'Ouvrez le dossier, puis la liste.', ranges: [] },
        modules,
      };
    }),
  };
}
