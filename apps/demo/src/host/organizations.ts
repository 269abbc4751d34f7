/** A training course that téo gave to an organization. */
interface Given {
  readonly id: string;
  readonly title: string;
  /** How long before the demo began it ended; moved to the working day before, where that is a weekend. */
  readonly daysAgo: number;
}

/** The features under development that some organizations test. */
export const trialFeatures = {
  assistedPlanning: { id: 'planning-assiste', name: 'Planning assisté' },
  electronicInvoices: { id: 'facture-electronique', name: 'Facturation électronique' },
} as const;

type TrialFeature = (typeof trialFeatures)[keyof typeof trialFeatures];

/**
 * The client organizations that use this téo. `id` is their identity in the host product, and so in its tokens.
 * They differ in what they may speak of: with and without training courses, with and without a trial.
 */
export const hostOrganizations = [
  {
    id: 'org-atelier-des-metiers',
    name: 'Atelier des Métiers',
    trainings: [
      { id: 'FT-387', title: 'Prise en main de téo', daysAgo: 82 },
      { id: 'FT-402', title: 'téo edit : modèles et marqueurs', daysAgo: 36 },
      { id: 'FT-411', title: 'Facturation et échéanciers', daysAgo: 13 },
    ],
    trials: [],
  },
  {
    id: 'org-formalia-ouest',
    name: 'Formalia Ouest',
    trainings: [
      { id: 'FT-395', title: 'Agenda et émargement numérique', daysAgo: 54 },
      { id: 'FT-408', title: 'Devenir téomaster', daysAgo: 21 },
    ],
    trials: [trialFeatures.assistedPlanning],
  },
  {
    id: 'org-cap-competences-lyon',
    name: 'Cap Compétences Lyon',
    trainings: [
      { id: 'FT-391', title: 'Pilotage : indicateurs et BPF', daysAgo: 63 },
      { id: 'FT-406', title: 'Devenir téomaster', daysAgo: 28 },
    ],
    trials: [trialFeatures.assistedPlanning, trialFeatures.electronicInvoices],
  },
  // New with téo: not trained yet, and in no trial.
  { id: 'org-passerelle-numerique', name: 'Passerelle Numérique', trainings: [], trials: [] },
] as const satisfies readonly {
  readonly id: string;
  readonly name: string;
  readonly trainings: readonly Given[];
  readonly trials: readonly TrialFeature[];
}[];

export type HostOrganization = (typeof hostOrganizations)[number];
export type HostOrganizationId = HostOrganization['id'];

export function organizationName(id: HostOrganizationId): string {
  return hostOrganizations.find((organization) => organization.id === id)?.name ?? id;
}

/** Whether an organization takes part in the trial of a feature. */
export function tests(id: HostOrganizationId, feature: TrialFeature): boolean {
  const organization = hostOrganizations.find((candidate) => candidate.id === id);
  return organization?.trials.some((trial) => trial.id === feature.id) ?? false;
}
