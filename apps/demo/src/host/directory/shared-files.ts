import { trainees } from '../attendance/trainees.js';

/** The address of a trainee in the directory: `amelie.rousseau@apprenants.example`. */
export function addressOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return `${plain.replace(/[^a-z]+/g, '.')}@apprenants.example`;
}

/** Where the people of today's directory worked two years ago. */
const formerCompanies = ['Imprimerie Vallée', 'Sodex Logistique', 'Mutuelle des Ports'] as const;

const formerTrainees = [
  'Sandrine Aubert',
  'Loïc Bernier',
  'Estelle Chauvin',
  'Rachid Daoudi',
  'Odile Ferrand',
  'Gaëtan Hervouet',
  'Yasmina Idrissi',
  'Benoît Jourdain',
  'Claudine Kerjean',
  'Fabrice Lemoine',
  'Nolwenn Morvan',
  'Patrice Ollivier',
  'Cécile Pasquier',
  'Steven Quéré',
] as const;

const newTrainees = ['Inaya Bouchet', 'Martin Delorme', 'Léonie Gauthier', 'Sacha Renaudin'] as const;

const headings = 'Prénom;Nom;Entreprise;E-mail';

/** One letter apart in a shared folder: the list of the next session, and one that is two years old. */
export const sharedFiles = {
  'stagiaires-rentree.csv': [headings, ...newTrainees.map((name) => line(name, 'Ateliers Brunel'))].join(
    '\n',
  ),
  'stagiaires-2024.csv': [
    headings,
    ...[...trainees.map(({ name }) => name), ...formerTrainees].map((name, index) =>
      line(name, formerCompanies[index % formerCompanies.length] ?? ''),
    ),
  ].join('\n'),
} as const;

export type SharedFile = keyof typeof sharedFiles;

export function isSharedFile(name: string): name is SharedFile {
  return Object.hasOwn(sharedFiles, name);
}

function line(name: string, company: string): string {
  const [firstName = '', ...lastName] = name.split(' ');
  return [firstName, lastName.join(' '), company, addressOf(name)].join(';');
}
