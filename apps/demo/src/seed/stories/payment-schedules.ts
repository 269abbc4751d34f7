import { type Story, shown, story } from '../story.js';

/** Facturation: payment schedules and deposits. */
export const paymentSchedules: readonly Story[] = [
  story('acompte-double', 'u-pascal-lemoine')
    .malfunction(
      { days: 2 },
      {
        impact: 'high',
        page: '/facturation/echeanciers/731',
        answers: {
          subject: 'L’acompte de 30 % est facturé deux fois sur les dossiers en subrogation',
          module: 'invoicing',
          description:
            'Sur trois dossiers financés par l’OPCO, l’échéancier génère l’acompte au client et à l’OPCO. Nous avons dû annuler une facture déjà partie.',
          steps: [
            'Créer un dossier avec subrogation partielle',
            'Appliquer l’échéancier « 30/70 »',
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
    .answered(
      { days: 2 },
      'hugo',
      'Bonjour Pascal,\n\nne validez pas les autres dossiers de ce type avant notre retour. Je refais votre échéancier pas à pas sur notre base de démonstration.',
    )
    .noted(
      { days: 1 },
      'hugo',
      'Camille a vu la même chose en formation chez un autre client la semaine dernière.',
    )
    .tested({ days: 1 }, 'hugo', {
      verdict: 'confirmed',
      environment: 'téo 8.4.3, base de démonstration, Firefox 140',
      steps: ['Dossier en subrogation partielle', 'Échéancier 30/70', 'Génération des factures'],
      observed: 'Deux acomptes de 30 % sont produits.',
    })
    .transferred({ days: 1 }, 'hugo', 'Se produit seulement avec une part client non nulle.')
    .assigned({ days: 1 }, 'nora', 'technical', 'thomas')
    .answered(
      { days: 1 },
      'thomas',
      'Bonjour Pascal,\n\nle bug est avéré et transmis à notre service technique, c’est moi qui le traite. D’ici la correction, décochez « Facturer la part OPCO » avant de générer : l’acompte client est alors seul produit.',
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
            'Facture de solde pour Transports Morel : l’acompte F-2026-0388 de 756 € apparaît sur deux lignes. Le net à payer est donc trop bas de 756 €. La facture est encore en brouillon, je ne la valide pas.',
          steps: [
            'Ouvrir la convention 2026-089',
            'Facturation, « Facturer le solde »',
            'Regarder les lignes d’acompte du brouillon',
          ],
          expected: 'Une seule ligne d’acompte, net à payer de 1 764,00 €.',
          observed: 'Deux lignes d’acompte, net à payer de 1 008,00 €.',
          screenshots: shown('facture-acompte-double'),
        },
      },
    )
    .assigned({ days: 4 }, 'ines', 'customer', 'julien')
    .answered(
      { days: 4 },
      'julien',
      'Bonjour Lucas,\n\nvous avez bien fait de ne pas valider. Supprimez la seconde ligne dans le brouillon si votre client attend sa facture ; nous cherchons d’où elle vient.',
    )
    .noted(
      { days: 3 },
      'julien',
      'Même famille que le ticket de Pascal Lemoine (acompte en subrogation) ? Hugo, tu peux comparer les deux échéanciers avant qu’on dérange Thomas ?',
    )
    .together({ days: 1 }, 'hugo', 'link', 'acompte-double'),
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
            'Nous ouvrons une nouvelle promotion d’apprentis. Le reste à charge de l’entreprise, une fois déduite la part de l’OPCO, doit être facturé en dix mensualités égales, la dernière soldant les arrondis. Comment le construire une fois pour toutes ?',
          alreadyTried:
            'J’ai dupliqué l’échéancier trimestriel mais les arrondis tombent sur la première ligne.',
        },
      },
    )
    .asked(
      { days: 1 },
      'julien',
      'Bonjour Fatou,\n\nnous allons le construire ensemble. Une précision avant : la date de première échéance est-elle celle du début de contrat ou le 5 du mois suivant ?',
    ),
];
