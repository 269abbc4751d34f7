import { en } from '@teo-support/core/messages/en';
import { fr } from '@teo-support/core/messages/fr';
import type { GalleryGroup, GalleryState } from './states.js';

interface GalleryWords {
  readonly title: string;
  readonly lead: string;
  readonly language: string;
  readonly scheme: string;
  readonly schemes: { readonly light: string; readonly dark: string };
  readonly width: string;
  readonly show: string;
  readonly groups: Readonly<Record<GalleryGroup, string>>;
  readonly states: Readonly<Record<GalleryState, string>>;
}

/** The words of the gallery, complete in both languages. */
export const galleryWords: Readonly<Record<'fr' | 'en', GalleryWords>> = {
  fr: {
    title: 'Galerie du widget',
    lead: 'Chaque partie du widget dans chacun de ses états, telle qu’elle est : le vrai widget et le vrai serveur, dont certaines réponses sont retenues ou refusées ici.',
    language: 'Langue',
    scheme: 'Couleurs',
    schemes: { light: 'Claires', dark: 'Sombres' },
    width: 'Largeur',
    show: 'Afficher',
    groups: {
      launcher: 'Bouton',
      home: 'Accueil',
      forms: 'Formulaires',
      lists: 'Listes de tickets',
      tickets: 'Tickets',
      faq: 'FAQ',
      forum: 'Améliorations',
    },
    states: {
      launcher: 'Au repos',
      home: 'Types de tickets',
      'home-loading': 'En cours de chargement',
      'home-failed': 'Serveur indisponible',
      'home-session-over': 'Session expirée',
      questions: 'Type trouvé par des questions',
      'form-malfunction': fr.ticketTypes.malfunction.name,
      'form-mishandling': fr.ticketTypes.mishandling.name,
      'form-usage_question': fr.ticketTypes.usage_question.name,
      'form-training_follow_up': fr.ticketTypes.training_follow_up.name,
      'form-rnd': fr.ticketTypes.rnd.name,
      'form-problems': 'Envoyé vide',
      tickets: 'Mes tickets',
      'tickets-loading': 'En cours de chargement',
      'tickets-empty': 'Aucun ticket',
      'tickets-failed': 'Liste indisponible',
      'ticket-new': 'Nouveau',
      'ticket-open': 'En cours',
      'ticket-pending': 'En attente du demandeur',
      'ticket-resolved': 'Résolu, à confirmer',
      'ticket-closed': 'Clos',
      'ticket-cancelled': 'Annulé',
      'ticket-gone': 'Introuvable',
      'ticket-failed': 'Ticket indisponible',
      faq: 'Accueil de la FAQ',
      'faq-found': 'Recherche avec résultats',
      'faq-nothing': 'Recherche sans résultat',
      'faq-article': 'Article',
      'faq-failed': 'FAQ indisponible',
      forum: 'Demandes',
      'forum-request': 'Une demande',
      'forum-failed': 'Demandes indisponibles',
    },
  },
  en: {
    title: 'Gallery of the widget',
    lead: 'Each part of the widget in each of its states, as it is: the true widget and the true server, some answers of which are held back or refused here.',
    language: 'Language',
    scheme: 'Colours',
    schemes: { light: 'Light', dark: 'Dark' },
    width: 'Width',
    show: 'Show',
    groups: {
      launcher: 'Button',
      home: 'Home',
      forms: 'Forms',
      lists: 'Lists of tickets',
      tickets: 'Tickets',
      faq: 'FAQ',
      forum: 'Improvements',
    },
    states: {
      launcher: 'At rest',
      home: 'Ticket types',
      'home-loading': 'Loading',
      'home-failed': 'Server unavailable',
      'home-session-over': 'Session over',
      questions: 'Type found by questions',
      'form-malfunction': en.ticketTypes.malfunction.name,
      'form-mishandling': en.ticketTypes.mishandling.name,
      'form-usage_question': en.ticketTypes.usage_question.name,
      'form-training_follow_up': en.ticketTypes.training_follow_up.name,
      'form-rnd': en.ticketTypes.rnd.name,
      'form-problems': 'Sent empty',
      tickets: 'My tickets',
      'tickets-loading': 'Loading',
      'tickets-empty': 'No ticket',
      'tickets-failed': 'List unavailable',
      'ticket-new': 'New',
      'ticket-open': 'Open',
      'ticket-pending': 'Waiting for the requester',
      'ticket-resolved': 'Resolved, to be confirmed',
      'ticket-closed': 'Closed',
      'ticket-cancelled': 'Cancelled',
      'ticket-gone': 'Not found',
      'ticket-failed': 'Ticket unavailable',
      faq: 'Home of the FAQ',
      'faq-found': 'Search with results',
      'faq-nothing': 'Search without result',
      'faq-article': 'Article',
      'faq-failed': 'FAQ unavailable',
      forum: 'Requests',
      'forum-request': 'A request',
      'forum-failed': 'Requests unavailable',
    },
  },
};
