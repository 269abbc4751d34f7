import { type HostOrganizationId, tests, trialFeatures } from './organizations.js';

/** The screens of téo that the demo has, each with a true reason to file a ticket of one type, and the FAQ as a page. */
export const screens = {
  attendance: { path: '/teo', module: 'training_files' },
  directory: { path: '/teo/annuaire', module: 'directory' },
  schedule: { path: '/teo/facturation', module: 'invoicing' },
  planning: { path: '/teo/agenda', module: 'calendar' },
  trainings: { path: '/teo/formations', module: 'administration' },
  faq: { path: '/teo/faq', module: null },
} as const;

export type ScreenName = keyof typeof screens;

const names = Object.keys(screens).filter(isScreen);

function isScreen(name: string): name is ScreenName {
  return Object.hasOwn(screens, name);
}

/** The screen at an address, or `undefined` where téo has none. Each article of the FAQ has an address under its own. */
export function screenAt(path: string): ScreenName | undefined {
  if (path.startsWith(`${screens.faq.path}/`)) return 'faq';
  return names.find((name) => screens[name].path === path);
}

/** The screens that an organization has: what is on trial is for those who take part in it. */
export function screensFor(organization: HostOrganizationId): ScreenName[] {
  return names.filter((name) => name !== 'planning' || tests(organization, trialFeatures.assistedPlanning));
}
