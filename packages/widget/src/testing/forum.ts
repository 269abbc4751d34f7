import type {
  ForumAuthor,
  Improvement,
  ImprovementComment,
  ImprovementDecision,
  ImprovementNotices,
} from '@teo-support/core/contract';
import { claire } from './tickets.js';

const organization = { id: 'org-1', name: 'Atelier des Métiers' };

/** Who wrote something: the reader, a colleague of theirs, somebody elsewhere, or somebody of the team. */
export const authors = {
  claire: { team: false, mine: true, person: { id: claire.id, name: claire.name }, organization },
  colleague: { team: false, mine: false, person: { id: 'mehdi', name: 'Mehdi Benali' }, organization },
  elsewhere: { team: false, mine: false, person: null, organization: null },
  team: { team: true, mine: false, person: { id: 'staff-julien', name: 'Julien Morel' }, organization: null },
} as const satisfies Readonly<Record<string, ForumAuthor>>;

/** A request of another organization that waits for its first decision; `part` changes what a test is about. */
export function anImprovement(part: Partial<Improvement> = {}): Improvement {
  return {
    id: 'semaine',
    number: 118,
    status: 'submitted',
    module: 'calendar',
    role: 'assistante pédagogique',
    need: 'l’agenda montre une semaine par formateur',
    purpose: 'éviter de compter à la main',
    author: authors.elsewhere,
    submittedAt: '2026-11-12T09:00:00Z',
    votes: 12,
    organizations: 5,
    voted: false,
    votedInOrganization: 0,
    followed: false,
    comments: 0,
    decision: null,
    implementation: null,
    firstDecisionDue: '2026-12-12T09:00:00Z',
    overdue: false,
    mergedInto: null,
    decisions: [],
    merged: [],
    hidden: null,
    version: 1,
    maySayWhetherItFits: false,
    fits: null,
    ...part,
  };
}

export function aDecision(part: Partial<ImprovementDecision> = {}): ImprovementDecision {
  return {
    month: '2026-10',
    status: 'planned',
    rationale: 'C’est prévu pour la version 8.8, avec l’impression.',
    at: '2026-10-26T09:00:00Z',
    ...part,
  };
}

/** A request as it stands after these decisions. */
export function decided(
  part: Partial<Improvement>,
  ...decisions: readonly ImprovementDecision[]
): Improvement {
  const decision = decisions.at(-1) ?? null;
  const status = decision?.status ?? 'submitted';
  return anImprovement({ status, decision, decisions: [...decisions], ...part });
}

export function aComment(part: Partial<ImprovementComment> = {}): ImprovementComment {
  return {
    id: 'c-1',
    improvement: 'semaine',
    author: authors.elsewhere,
    at: '2026-11-14T09:00:00Z',
    text: 'Avec les indisponibilités en gris, ce serait parfait.',
    hidden: null,
    isHidden: false,
    ...part,
  };
}

type Notice = ImprovementNotices['notices'][number];

/** What a review decided of some requests that the reader wants. */
export function aNotice(month: string, ...requests: readonly Improvement[]): Notice {
  return {
    month,
    publishedAt: `${month}-26T09:00:00Z`,
    readAt: null,
    items: requests.map(({ id, number, need, status, decision, implementation }) => ({
      improvement: { id, number, need, status },
      why: 'voted',
      status: decision?.status ?? 'planned',
      rationale: decision?.rationale ?? '',
      implementation,
      asksWhetherItFits: status === 'implemented',
    })),
  };
}

export const someRequests: readonly Improvement[] = [
  anImprovement(),
  decided(
    {
      id: 'export',
      number: 92,
      module: 'invoicing',
      need: 'l’export comptable porte la section analytique',
      votes: 8,
      organizations: 3,
      voted: true,
      votedInOrganization: 2,
    },
    aDecision({ month: '2026-08', at: '2026-08-25T09:00:00Z' }),
    aDecision({
      status: 'postponed',
      rationale: 'Le format change en janvier : nous attendons sa publication.',
    }),
  ),
  decided(
    {
      id: 'relance',
      number: 71,
      module: 'documents',
      need: 'une convention non signée soit relancée',
      author: authors.claire,
      votes: 21,
      organizations: 9,
      voted: true,
      votedInOrganization: 1,
      implementation: {
        release: '8.6',
        article: { id: 'relancer-convention', title: 'Relancer une convention non signée' },
      },
      maySayWhetherItFits: true,
    },
    aDecision({
      status: 'implemented',
      rationale: 'Livré en version 8.6 : la relance part seule après trois jours.',
    }),
  ),
  anImprovement({
    id: 'annuaire',
    number: 40,
    module: 'directory',
    need: 'l’annuaire fusionne deux fiches de la même personne',
    votes: 3,
    organizations: 2,
    submittedAt: '2026-09-02T09:00:00Z',
    firstDecisionDue: '2026-10-02T09:00:00Z',
    overdue: true,
  }),
];
