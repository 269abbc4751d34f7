import { language } from '../language.js';

/** The words of the directory of trainees. */
const fr = {
  path: ['Annuaire', 'Apprenants'],
  title: 'Apprenants',
  about: (count: number) => (count > 1 ? `${count} fiches` : `${count} fiche`),
  import: 'Importer',
  sharedFile: 'Fichier du dossier partagé',
  ownFile: 'Ou un fichier CSV de votre poste',
  columns: 'Prénom, nom, entreprise, adresse e-mail',
  imported: ({ created, replaced, skipped }: { created: number; replaced: number; skipped: number }) =>
    [
      `Import terminé : ${created} ${created > 1 ? 'fiches créées' : 'fiche créée'}, ${replaced} ${replaced > 1 ? 'remplacées' : 'remplacée'}.`,
      ...(skipped > 0
        ? [`${skipped} ${skipped > 1 ? 'lignes' : 'ligne'} sans adresse laissées de côté.`]
        : []),
    ].join(' '),
  filter: 'Afficher',
  all: 'Toutes',
  origins: { created: 'Créée', replaced: 'Remplacée' },
  filters: { created: 'Créées', replaced: 'Remplacées' },
  archive: (count: number) => (count > 1 ? `Archiver les ${count} fiches créées` : 'Archiver la fiche créée'),
  archived: 'Les fiches créées par le dernier import sont archivées.',
  restore: 'Rétablir',
  restoreOf: (name: string) => `Rétablir la version précédente : ${name}`,
  restored: (name: string) => `La fiche de ${name} est revenue à sa version précédente.`,
  trainee: 'Apprenant',
  company: 'Entreprise',
  lastImport: 'Dernier import',
};

export type DirectoryWords = typeof fr;

const en: DirectoryWords = {
  path: ['Directory', 'Trainees'],
  title: 'Trainees',
  about: (count) => (count === 1 ? `${count} record` : `${count} records`),
  import: 'Import',
  sharedFile: 'File of the shared folder',
  ownFile: 'Or a CSV file of your own',
  columns: 'First name, last name, company, e-mail address',
  imported: ({ created, replaced, skipped }) =>
    [
      `Import done: ${created} ${created === 1 ? 'record' : 'records'} created, ${replaced} replaced.`,
      ...(skipped > 0 ? [`${skipped} ${skipped > 1 ? 'lines' : 'line'} without an address left out.`] : []),
    ].join(' '),
  filter: 'Show',
  all: 'All',
  origins: { created: 'Created', replaced: 'Replaced' },
  filters: { created: 'Created', replaced: 'Replaced' },
  archive: (count) => (count > 1 ? `Archive the ${count} created records` : 'Archive the created record'),
  archived: 'The records that the last import created are archived.',
  restore: 'Restore',
  restoreOf: (name) => `Restore the previous version: ${name}`,
  restored: (name) => `The record of ${name} is back to its previous version.`,
  trainee: 'Trainee',
  company: 'Company',
  lastImport: 'Last import',
};

export const words: DirectoryWords = { fr, en }[language];
