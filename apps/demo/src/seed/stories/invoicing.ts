import { type Story, story } from '../story.js';

/** Facturation: invoices, credit notes, reminders, bookkeeping. */
export const invoicing: readonly Story[] = [
  story('avoir-partiel', 'u-claire-vasseur')
    .question(
      { days: 41 },
      {
        impact: 'low',
        page: '/facturation/factures',
        answers: {
          subject: 'Faire un avoir partiel quand un stagiaire abandonne à mi-parcours',
          about: 'gesture',
          module: 'invoicing',
          question:
            'Un stagiaire a quitté la formation après 21 heures sur 42. Faut-il annuler la facture ou faire un avoir sur la moitié ?',
        },
      },
    )
    .assigned({ days: 41 }, 'ines', 'customer', 'julien')
    .answered(
      { days: 41 },
      'julien',
      'Bonjour Claire,\n\nun avoir partiel suffit : sur la facture, « Créer un avoir », puis saisissez les 21 heures non réalisées. téo reprend le taux horaire et lie l’avoir à la feuille d’émargement, ce que l’OPCO demande.',
    )
    .resolved({ days: 39 }, 'julien', 'Avoir partiel depuis la facture, au prorata des heures émargées.')
    .confirmed({ days: 38 }),
  story('relances-jamais-envoyees', 'u-ines-cordier')
    .malfunction(
      { days: 13 },
      {
        impact: 'medium',
        page: '/facturation/relances',
        answers: {
          subject: 'Les relances automatiques ne partent plus depuis le début du mois',
          module: 'invoicing',
          description:
            'Le tableau des relances affiche « programmée » mais aucun courriel n’est parti depuis deux semaines. Nous relançons à la main.',
          steps: [
            'Ouvrir Facturation, Relances',
            'Filtrer sur « programmée »',
            'Constater les dates passées',
          ],
          expected: 'Les relances partent à la date prévue.',
          observed: 'Elles restent programmées.',
          screenshots: { files: [], noneBecause: 'La liste contient les impayés de nos clients.' },
        },
      },
    )
    .assigned({ days: 13 }, 'ines', 'customer', 'hugo')
    .tested({ days: 13 }, 'hugo', {
      verdict: 'not_reproduced',
      environment: 'téo 8.4.2, base de démonstration',
      steps: ['Programmer une relance à J+1', 'Attendre le passage de nuit'],
      observed: 'La relance part normalement.',
      message:
        'Bonjour Inès,\n\nchez nous les relances partent. Pouvez-vous vérifier dans Admin, Envois, si l’adresse d’expéditeur est bien validée ? Une capture de cet écran nous aiderait.',
    }),
  story('tva-exoneree', 'u-bruno-fayolle')
    .question(
      { days: 55 },
      {
        impact: 'low',
        page: '/admin/facturation',
        answers: {
          subject: 'Mention d’exonération de TVA sur les factures de formation',
          about: 'other',
          module: 'invoicing',
          question:
            'Nous venons d’obtenir l’attestation d’exonération. Où indiquer la mention légale pour qu’elle apparaisse sur toutes les factures à partir du 1er ?',
        },
      },
    )
    .assigned({ days: 55 }, 'ines', 'sales', 'julien')
    .answered(
      { days: 54 },
      'julien',
      'Bonjour Bruno,\n\ndans Admin, Facturation, Régimes de TVA : ajoutez « Exonéré, art. 261-4-4° a du CGI » avec sa date d’effet. Les factures datées d’avant gardent l’ancien régime.',
    )
    .resolved(
      { days: 53 },
      'julien',
      'Régime d’exonération ajouté avec sa date d’effet, mention reprise sur les factures.',
    )
    .confirmed({ days: 52 }),
  story('export-comptable', 'u-mehdi-benali')
    .malfunction(
      { days: 6 },
      {
        impact: 'high',
        page: '/facturation/export',
        answers: {
          subject: 'L’export comptable du mois dernier est refusé par notre logiciel',
          module: 'invoicing',
          description:
            'Le fichier d’écritures contient des libellés avec un point-virgule, ce qui décale les colonnes. Notre comptable attend ces écritures pour la TVA.',
          steps: [
            'Facturation, Export comptable',
            'Choisir le mois dernier',
            'Télécharger le fichier CSV',
            'L’ouvrir dans le logiciel comptable',
          ],
          expected: 'Un fichier accepté, comme les autres mois.',
          observed: 'Erreur « nombre de colonnes » aux lignes 48 et 112.',
          errorText: 'Ligne 48 : 9 colonnes attendues, 10 trouvées',
          screenshots: { files: [], noneBecause: 'Le message est recopié ci-dessus.' },
        },
      },
    )
    .assigned({ days: 6 }, 'ines', 'customer', 'hugo')
    .answered(
      { days: 6 },
      'hugo',
      'Bonjour Mehdi,\n\nnous voyons le point-virgule dans deux intitulés de formation. Nous testons l’export avec ces intitulés et revenons vers vous.',
    ),
  story('numero-bon-commande', 'u-solene-guegan')
    .question(
      { days: 70 },
      {
        impact: 'low',
        page: '/facturation/factures',
        answers: {
          subject: 'Afficher le numéro de bon de commande du client sur la facture',
          about: 'merge_field',
          module: 'invoicing',
          question:
            'Un client public exige son numéro d’engagement en tête de facture. Quel marqueur utiliser ?',
        },
      },
    )
    .assigned({ days: 70 }, 'ines', 'customer', 'hugo')
    .answered(
      { days: 70 },
      'hugo',
      'Bonjour Solène,\n\nle marqueur est {{dossier.reference_client}}. Il se saisit dans le dossier, onglet Financement, champ « Référence du client ».',
    )
    .resolved(
      { days: 69 },
      'hugo',
      'Marqueur {{dossier.reference_client}} à placer dans le modèle de facture.',
    )
    .confirmed({ days: 67 }),
];
