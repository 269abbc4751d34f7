import { type Story, shown, story } from '../story.js';

/** Facturation: quotes, schedules, invoices, subrogation, reminders. */
export const invoicing: readonly Story[] = [
  story('acompte-double', 'u-pascal-lemoine')
    .malfunction(
      { days: 2 },
      {
        impact: 'high',
        page: '/facturation/echeanciers/731',
        answers: {
          subject: 'L’acompte de 30 % est facturé deux fois sur les dossiers en subrogation',
          module: 'invoicing',
          description:
            'Sur trois dossiers financés par l’OPCO, l’échéancier génère l’acompte au client et à l’OPCO. Nous avons dû annuler une facture déjà partie.',
          steps: [
            'Créer un dossier avec subrogation partielle',
            'Appliquer l’échéancier « 30/70 »',
            'Générer les factures du mois',
          ],
          expected: 'Un seul acompte, au client.',
          observed: 'Deux factures d’acompte, l’une au client, l’autre à l’OPCO.',
          screenshots: {
            files: [],
            noneBecause: 'Montants confidentiels, je peux les montrer au téléphone.',
          },
        },
      },
    )
    .assigned({ days: 2 }, 'ines', 'customer', 'hugo')
    .noted(
      { days: 1 },
      'hugo',
      'Camille a vu la même chose en formation chez un autre client la semaine dernière.',
    )
    .tested({ days: 1 }, 'hugo', {
      verdict: 'confirmed',
      environment: 'téo 8.4.3, base de démonstration, Firefox 140',
      steps: ['Dossier en subrogation partielle', 'Échéancier 30/70', 'Génération des factures'],
      observed: 'Deux acomptes de 30 % sont produits.',
    })
    .transferred({ days: 1 }, 'hugo', 'Se produit seulement avec une part client non nulle.')
    .assigned({ days: 1 }, 'nora', 'technical', 'thomas')
    .answered(
      { days: 1 },
      'thomas',
      'Bonjour Pascal,\n\nle bug est avéré et transmis à notre service technique, c’est moi qui le traite. D’ici la correction, décochez « Facturer la part OPCO » avant de générer : l’acompte client est alors seul produit.',
    ),
  story('acompte-deduit-deux-fois', 'u-lucas-perrin')
    .malfunction(
      { dueIn: 6 },
      {
        impact: 'high',
        page: '/facturation/factures/F-2026-0417',
        answers: {
          subject: 'L’acompte est déduit deux fois sur la facture de solde',
          module: 'invoicing',
          description:
            'Facture de solde pour Transports Morel : l’acompte F-2026-0388 de 756 € apparaît sur deux lignes. Le net à payer est donc trop bas de 756 €. La facture est encore en brouillon, je ne la valide pas.',
          steps: [
            'Ouvrir la convention 2026-089',
            'Facturation, « Facturer le solde »',
            'Regarder les lignes d’acompte du brouillon',
          ],
          expected: 'Une seule ligne d’acompte, net à payer de 1 764,00 €.',
          observed: 'Deux lignes d’acompte, net à payer de 1 008,00 €.',
          screenshots: shown('facture-acompte-double'),
        },
      },
    )
    .assigned({ days: 4 }, 'ines', 'customer', 'julien')
    .answered(
      { days: 4 },
      'julien',
      'Bonjour Lucas,\n\nvous avez bien fait de ne pas valider. Supprimez la seconde ligne dans le brouillon si votre client attend sa facture ; nous cherchons d’où elle vient.',
    )
    .noted(
      { days: 3 },
      'julien',
      'Même famille que le ticket de Pascal Lemoine (acompte en subrogation) ? Hugo, tu peux comparer les deux échéanciers avant qu’on dérange Thomas ?',
    ),
  story('echeancier-mensuel', 'u-fatou-diarra')
    .question(
      { days: 1 },
      {
        impact: 'medium',
        page: '/facturation/echeanciers',
        answers: {
          subject: 'Paramétrer un échéancier mensuel sur dix mois pour l’apprentissage',
          about: 'payment_schedule',
          module: 'invoicing',
          question:
            'Nous ouvrons une nouvelle promotion d’apprentis. Le coût contrat doit être facturé à l’OPCO en dix mensualités égales, la dernière soldant les arrondis. Comment le construire une fois pour toutes ?',
          alreadyTried:
            'J’ai dupliqué l’échéancier trimestriel mais les arrondis tombent sur la première ligne.',
        },
      },
    )
    .asked(
      { days: 1 },
      'julien',
      'Bonjour Fatou,\n\nnous allons le construire ensemble. Une précision avant : la date de première échéance est-elle celle du début de contrat ou le 5 du mois suivant ?',
    ),
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
            'Un stagiaire a quitté la formation après 21 heures sur 42. Faut-il annuler la facture ou faire un avoir sur la moitié ?',
        },
      },
    )
    .answered(
      { days: 40 },
      'julien',
      'Bonjour Claire,\n\nun avoir partiel suffit : sur la facture, « Créer un avoir », puis saisissez les 21 heures non réalisées. téo reprend le taux horaire et lie l’avoir à la feuille d’émargement, ce que l’OPCO demande.',
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
            'Le tableau des relances affiche « programmée » mais aucun courriel n’est parti depuis deux semaines. Nous relançons à la main.',
          steps: [
            'Ouvrir Facturation, Relances',
            'Filtrer sur « programmée »',
            'Constater les dates passées',
          ],
          expected: 'Les relances partent à la date prévue.',
          observed: 'Elles restent programmées.',
          screenshots: { files: [], noneBecause: 'La liste contient les impayés de nos clients.' },
        },
      },
    )
    .assigned({ days: 13 }, 'ines', 'customer', 'hugo')
    .tested({ days: 12 }, 'hugo', {
      verdict: 'not_reproduced',
      environment: 'téo 8.4.2, base de démonstration',
      steps: ['Programmer une relance à J+1', 'Attendre le passage de nuit'],
      observed: 'La relance part normalement.',
    })
    .asked(
      { days: 12 },
      'hugo',
      'Bonjour Inès,\n\nchez nous les relances partent. Pouvez-vous vérifier dans Admin, Envois, si l’adresse d’expéditeur est bien validée ? Une capture de cet écran nous aiderait.',
    ),
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
            'Nous venons d’obtenir l’attestation d’exonération. Où indiquer la mention légale pour qu’elle apparaisse sur toutes les factures à partir du 1er ?',
        },
      },
    )
    .assigned({ days: 54 }, 'ines', 'sales', 'julien')
    .answered(
      { days: 54 },
      'julien',
      'Bonjour Bruno,\n\ndans Admin, Facturation, Régimes de TVA : ajoutez « Exonéré, art. 261-4-4° a du CGI » avec sa date d’effet. Les factures datées d’avant gardent l’ancien régime.',
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
          observed: 'Erreur « nombre de colonnes » aux lignes 48 et 112.',
          errorText: 'Ligne 48 : 9 colonnes attendues, 10 trouvées',
          screenshots: { files: [], noneBecause: 'Le message est recopié ci-dessus.' },
        },
      },
    )
    .assigned({ days: 6 }, 'ines', 'customer', 'hugo')
    .answered(
      { days: 5 },
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
            'Un client public exige son numéro d’engagement en tête de facture. Quel marqueur utiliser ?',
        },
      },
    )
    .answered(
      { days: 69 },
      'hugo',
      'Bonjour Solène,\n\nle marqueur est {{dossier.reference_client}}. Il se saisit dans le dossier, onglet Financement, champ « Référence du client ».',
    )
    .resolved(
      { days: 69 },
      'hugo',
      'Marqueur {{dossier.reference_client}} à placer dans le modèle de facture.',
    )
    .confirmed({ days: 67 }),
];
