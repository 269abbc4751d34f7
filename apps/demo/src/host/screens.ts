import { type HostOrganizationId, tests, trialFeatures } from './organizations.js';

/**
 * The screens of téo that the demo has, each with a true reason to file a ticket of one type; and the FAQ, the improvement
 * forum and its roadmap as pages.
 */
export const screens = {
  attendance: { path: '/teo', module: 'training_files' },
  directory: { path: '/teo/annuaire', module: 'directory' },
  schedule: { path: '/teo/facturation', module: 'invoicing' },
  planning: { path: '/teo/agenda', module: 'calendar' },
  trainings: { path: '/teo/formations', module: 'administration' },
  faq: { path: '/teo/faq', module: null },
  forum: { path: '/teo/ameliorations', module: null },
  roadmap: { path: '/teo/feuille-de-route', module: null },
} as const;

export type ScreenName = keyof typeof screens;

const names = Object.keys(screens).filter(isScreen);

function isScreen(name: string): name is ScreenName {
  return Object.hasOwn(screens, name);
}

/** Screens that have places of their own, each with an address: articles of the FAQ, requests of the forum. */
const withPlaces = ['faq', 'forum'] as const;

/** The screen at an address, or `undefined` where téo has none. */
export function screenAt(path: string): ScreenName | undefined {
  const around = withPlaces.find((name) => path.startsWith(`${screens[name].path}/`));
  if (around !== undefined) return around;
  return names.find((name) => screens[name].path === path);
}

/** The screens that an organization has: what is on trial is for those who take part in it. */
export function screensFor(organization: HostOrganizationId): ScreenName[] {
  return names.filter((name) => name !== 'planning' || tests(organization, trialFeatures.assistedPlanning));
}
