import { language } from '../language.js';

/** The words of the attendance sheet. */
const fr = {
  path: ['Dossiers', 'Sessions', 'Manager une équipe de proximité'],
  title: 'Feuille d’émargement',
  session: 'Manager une équipe de proximité · Session 2026-118',
  days: 'Jours de la session',
  day: (position: number) => `Jour ${position}`,
  print: 'Imprimer',
  trainee: 'Apprenant',
  halves: { morning: 'Matin', afternoon: 'Après-midi' },
  sentAt: (time: string) => `Feuille envoyée à ${time}`,
  signatures: (signed: number, count: number) => `${signed} sur ${count} signatures`,
  changeHours: 'Modifier les horaires',
  start: 'Début',
  end: 'Fin',
  save: 'Enregistrer',
  cancel: 'Annuler',
  hoursOf: (half: string) => `Modifier les horaires : ${half}`,
  inviteAgain: 'Renvoyer l’invitation à signer',
  inviteAgainOf: (half: string) => `Renvoyer l’invitation à signer : ${half}`,
  invited: (count: number) => {
    if (count === 0) return 'Tout le monde a déjà signé.';
    return `Invitation renvoyée à ${count} ${count > 1 ? 'apprenants' : 'apprenant'}.`;
  },
  states: { signed: 'Signé', invited: 'En attente', absent: 'Absent' },
  at: (time: string) => `à ${time}`,
  saved: 'Les horaires sont enregistrés.',
  trainer: 'Formatrice : Hélène Kervella',
  room: 'Salle Loire, 12 quai de Versailles, Nantes',
};

export type AttendanceWords = typeof fr;

const en: AttendanceWords = {
  path: ['Training files', 'Sessions', 'Leading a local team'],
  title: 'Attendance sheet',
  session: 'Leading a local team · Session 2026-118',
  days: 'Days of the session',
  day: (position) => `Day ${position}`,
  print: 'Print',
  trainee: 'Trainee',
  halves: { morning: 'Morning', afternoon: 'Afternoon' },
  sentAt: (time) => `Sheet sent at ${time}`,
  signatures: (signed, count) => `${signed} of ${count} signatures`,
  changeHours: 'Change the hours',
  start: 'Start',
  end: 'End',
  save: 'Save',
  cancel: 'Cancel',
  hoursOf: (half) => `Change the hours: ${half}`,
  inviteAgain: 'Send the signing invitation again',
  inviteAgainOf: (half) => `Send the signing invitation again: ${half}`,
  invited: (count) => {
    if (count === 0) return 'Everyone has signed already.';
    return `Invitation sent again to ${count} ${count > 1 ? 'trainees' : 'trainee'}.`;
  },
  states: { signed: 'Signed', invited: 'Waiting', absent: 'Absent' },
  at: (time) => `at ${time}`,
  saved: 'The hours are saved.',
  trainer: 'Trainer: Hélène Kervella',
  room: 'Salle Loire, 12 quai de Versailles, Nantes',
};

export const words: AttendanceWords = { fr, en }[language];
