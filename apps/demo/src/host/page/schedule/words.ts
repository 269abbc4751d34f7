import { language } from '../language.js';

/** The words of the payment schedule. */
const fr = {
  path: ['Facturation', 'Échéanciers', 'Dossier 2026-089'],
  title: 'Échéancier',
  about: 'Transports Morel · Conduite de projet, 12 stagiaires',
  terms: 'Conditions',
  total: 'Prix de la formation (€)',
  funded: 'Part réglée par l’OPCO (€)',
  depositPercent: 'Acompte à la signature (%)',
  installments: 'Nombre de mensualités',
  advanced: 'Réglages avancés',
  depositBase: 'Base de l’acompte',
  bases: { total: 'Prix de la formation', company: 'Part de l’entreprise' },
  due: 'Échéance',
  payer: 'Payeur',
  amount: 'Montant',
  deposit: 'Acompte, à la signature',
  part: (position: number) => `Mensualité ${position}`,
  end: 'À la fin de la formation',
  company: 'Transports Morel',
  funder: 'OPCO',
  sum: 'Total du dossier',
};

export type ScheduleWords = typeof fr;

const en: ScheduleWords = {
  path: ['Invoicing', 'Payment schedules', 'File 2026-089'],
  title: 'Payment schedule',
  about: 'Transports Morel · Project management, 12 trainees',
  terms: 'Terms',
  total: 'Price of the course (€)',
  funded: 'Share paid by the funder (€)',
  depositPercent: 'Deposit at signature (%)',
  installments: 'Monthly parts',
  advanced: 'Advanced settings',
  depositBase: 'Base of the deposit',
  bases: { total: 'Price of the course', company: 'The company’s share' },
  due: 'Due',
  payer: 'Paid by',
  amount: 'Amount',
  deposit: 'Deposit, at signature',
  part: (position) => `Monthly part ${position}`,
  end: 'At the end of the course',
  company: 'Transports Morel',
  funder: 'Funder',
  sum: 'Total of the file',
};

export const words: ScheduleWords = { fr, en }[language];
