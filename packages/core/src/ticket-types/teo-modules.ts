/** The modules of téo that a ticket can be about. */
export const teoModules = [
  'directory',
  'calendar',
  'training_files',
  'invoicing',
  'steering',
  'documents',
  'communication',
  'administration',
] as const;
export type TeoModule = (typeof teoModules)[number];
