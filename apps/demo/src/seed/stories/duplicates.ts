import { type Story, story } from '../story.js';

/** What two people of one organization wrote twice, and what only seemed so. */
export const duplicates: readonly Story[] = [
  story('attestations-lot', 'u-solene-guegan')
    .malfunction(
      { days: 24 },
      {
        impact: 'high',
        page: '/documents/lots',
        answers: {
          subject: 'Les attestations éditées par lot sont toutes au même nom',
          module: 'documents',
          description:
            'Sur un lot de 14 attestations, les 14 portent le nom du premier stagiaire. Éditées une à une, elles sont justes.',
          steps: ['Session terminée, onglet Documents', 'Éditer toutes les attestations', 'Ouvrir le PDF'],
          expected: 'Un nom par attestation.',
          observed: 'Quatorze fois le même nom.',
          screenshots: { files: [], noneBecause: 'Noms de stagiaires.' },
        },
      },
    )
    .assigned({ days: 24 }, 'ines', 'customer', 'hugo')
    .answered(
      { days: 24 },
      'hugo',
      'Bonjour Solène,\n\nn’envoyez surtout pas ce lot. Éditées une à une, les attestations sont justes : je reproduis le défaut et je reviens vers vous.',
    )
    .tested({ days: 23 }, 'hugo', {
      verdict: 'confirmed',
      environment: 'téo 8.4.2, base de démonstration, Chrome 140',
      steps: ['Session de trois stagiaires', 'Édition par lot'],
      observed: 'Le premier nom est repris quand le modèle contient une condition.',
    })
    .transferred({ days: 23 }, 'hugo')
    .resolved(
      { days: 15 },
      'thomas',
      'Corrigé cette nuit dans notre service d’édition : l’édition par lot relit chaque stagiaire. Rééditez le lot, les numéros d’attestation ne changent pas.',
    )
    .closedByTime(),
  story('attestations-lot-bis', 'u-pascal-lemoine')
    .malfunction(
      { days: 23 },
      {
        impact: 'medium',
        page: '/documents/lots',
        answers: {
          subject: 'Même nom sur toutes les attestations de la session Sécurité',
          module: 'documents',
          description: 'En imprimant les attestations, je vois que toutes sont au nom de Mme Aubert.',
          steps: ['Éditer les attestations par lot'],
          expected: 'Un nom différent sur chacune.',
          observed: 'Mme Aubert partout.',
          screenshots: { files: [], noneBecause: 'Données personnelles.' },
        },
      },
    )
    .assigned({ days: 23 }, 'ines', 'customer', 'hugo')
    .answered(
      { days: 23 },
      'hugo',
      'Bonjour Pascal,\n\nSolène nous l’a signalé hier pour votre centre et je le teste en ce moment. Éditez celles dont vous avez besoin une à une, elles sont justes.',
    )
    .together({ days: 20 }, 'hugo', 'merge', 'attestations-lot')
    .noted(
      { days: 20 },
      'hugo',
      'Solène l’a signalé la veille pour le même centre : tout continue chez elle.',
    ),
  story('convocation-piece-jointe', 'u-emily-carter')
    .malfunction(
      { days: 31 },
      {
        impact: 'medium',
        page: '/communication/envois',
        answers: {
          subject: 'The joining letter arrives without its attachment',
          module: 'communication',
          description: 'The access map is ticked as an attachment. Trainees receive the e-mail without it.',
          steps: ['Open a session', 'Send the joining letters', 'Look at the e-mail received'],
          expected: 'The e-mail has the map attached.',
          observed: 'No attachment.',
          screenshots: { files: [], noneBecause: 'The e-mail was opened on a trainee’s phone.' },
        },
      },
    )
    .assigned({ days: 31 }, 'ines', 'customer', 'julien')
    .answered(
      { days: 31 },
      'julien',
      'Hello Emily,\n\nthank you for the precise steps. I am sending a joining letter to myself from a copy of your session to see what becomes of the map.',
    )
    .together({ days: 30 }, 'julien', 'merge', 'convocation-plan-absent')
    .together({ days: 27 }, 'julien', 'unmerge', 'convocation-plan-absent')
    .answered(
      { days: 27 },
      'julien',
      'Hello Emily,\n\nyour ticket had been joined to another one about the same letters; the cause is different, so yours goes on by itself. Your map weighs 12 MB and the limit is 10: a lighter PDF will go out.',
    )
    .resolved({ days: 26 }, 'julien', 'Map reduced to 1.4 MB; the joining letters carry it again.')
    .confirmed({ days: 26 }),
  story('convocation-plan-absent', 'u-fatou-diarra')
    .malfunction(
      { days: 35 },
      {
        impact: 'medium',
        page: '/communication/envois',
        answers: {
          subject: 'Le plan d’accès n’est plus joint aux convocations de Rennes',
          module: 'communication',
          description:
            'Depuis que nous avons changé de salle à Rennes, le plan n’accompagne plus les convocations.',
          steps: ['Session à Rennes', 'Envoyer les convocations'],
          expected: 'Le plan de la nouvelle salle en pièce jointe.',
          observed: 'Aucune pièce jointe.',
          screenshots: { files: [], noneBecause: 'Rien d’autre à voir qu’un courriel sans pièce jointe.' },
        },
      },
    )
    .assigned({ days: 35 }, 'ines', 'customer', 'julien')
    .answered(
      { days: 33 },
      'julien',
      'Bonjour Fatou,\n\nle plan suit la salle : la nouvelle n’en a pas encore. Ajoutez-le dans Agenda, Salles, « Documents joints », et les prochaines convocations le porteront.',
    )
    .resolved({ days: 22 }, 'julien', 'Plan ajouté à la nouvelle salle de Rennes, convocations complètes.')
    .confirmed({ days: 21 }),
  story('apprenants-disparus', 'u-helene-dubreuil')
    .malfunction(
      { days: 4 },
      {
        impact: 'urgent',
        page: '/annuaire/apprenants',
        answers: {
          subject: 'La moitié de nos apprenants a disparu de l’annuaire',
          module: 'directory',
          description:
            'Hier, 318 apprenants ; ce matin, 152. Les sessions affichent pourtant tous leurs inscrits. Personne ici n’a supprimé quoi que ce soit.',
          steps: ['Ouvrir Annuaire, Apprenants', 'Lire le compteur en haut de la liste'],
          expected: '318 apprenants.',
          observed: '152 apprenants.',
          screenshots: { files: [], noneBecause: 'La liste contient des données personnelles.' },
        },
      },
    )
    .assigned({ days: 4 }, 'ines', 'customer', 'ines')
    .tested({ days: 4 }, 'ines', {
      verdict: 'not_a_bug',
      environment: 'téo 8.4.3, base de Passerelle Numérique, avec l’accord du téomaster',
      steps: ['Annuaire, Apprenants', 'Menu du filtre « Établissement »'],
      observed: 'Le filtre « Lille » est enregistré comme filtre par défaut de tout l’organisme.',
      message:
        'Bonjour Hélène,\n\nvos apprenants sont tous là : un filtre « Établissement : Lille » a été enregistré pour tout le monde. C’est donc une question d’utilisation ; nous vous montrons comment le retirer sans le perdre.',
      requalifiedAs: 'usage_question',
    })
    .reprioritised(
      { days: 4 },
      'ines',
      'medium',
      'Aucune donnée n’est perdue et le filtre se retire en deux clics : l’urgence est levée.',
    )
    .asked(
      { days: 1 },
      'ines',
      'Cliquez sur « Filtre : Lille », puis « Ne plus appliquer à tous ». Voyez-vous de nouveau 318 apprenants, et vos collègues aussi ?',
    ),
  story('apprenants-disparus-bis', 'u-karim-slimani')
    .malfunction(
      { days: 4 },
      {
        impact: 'high',
        page: '/annuaire/apprenants',
        answers: {
          subject: 'Je ne trouve plus les stagiaires de Roubaix',
          module: 'directory',
          description: 'La recherche ne propose plus que des stagiaires de Lille.',
          steps: ['Annuaire', 'Chercher un nom de Roubaix'],
          expected: 'La fiche.',
          observed: 'Aucun résultat.',
          screenshots: { files: [], noneBecause: 'Rien à montrer : la liste est vide.' },
        },
      },
    )
    .assigned({ days: 4 }, 'ines', 'customer', 'ines')
    .answered(
      { days: 4 },
      'ines',
      'Bonjour Karim,\n\nrassurez-vous, les fiches existent toujours : je cherche pourquoi votre liste n’en montre qu’une partie.',
    )
    .together({ hours: 8 }, 'ines', 'merge', 'apprenants-disparus'),
];
