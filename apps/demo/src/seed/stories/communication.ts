import { type Story, story } from '../story.js';

/** Communication: mailings, text messages, reminders of questionnaires. */
export const communication: readonly Story[] = [
  story('convocations-en-attente', 'u-fatou-diarra')
    .malfunction(
      { dueIn: 7 },
      {
        impact: 'urgent',
        page: '/communication/envois?statut=en-attente',
        answers: {
          subject: 'Toutes nos convocations restent « en attente d’envoi »',
          module: 'communication',
          description:
            'Plus aucun courriel ne part de téo depuis hier soir : 64 convocations sont bloquées en attente, dont celles de la session CACES qui commence lundi à Saint-Nazaire. J’ai commencé à appeler les entreprises une par une, mais nous ne tiendrons pas.',
          steps: [
            'Ouvrir Communication, Envois',
            'Filtrer sur « En attente »',
            'Sélectionner une convocation et cliquer sur « Envoyer maintenant »',
          ],
          expected: 'Le courriel part et la ligne passe à « Envoyé ».',
          observed: 'Un rond tourne une minute, puis la ligne revient à « En attente ».',
          screenshots: {
            files: [],
            noneBecause: 'La liste montre les adresses personnelles des stagiaires.',
          },
        },
      },
    )
    .assigned({ days: 2 }, 'ines', 'customer', 'hugo')
    .answered(
      { days: 2 },
      'hugo',
      'Bonjour Fatou,\n\nnous sommes dessus. Pour la session de lundi, le bouton « Télécharger le lot » de la session vous donne les 12 convocations en PDF : vous pouvez les envoyer de votre messagerie dès maintenant.',
    )
    .tested({ days: 2 }, 'hugo', {
      verdict: 'confirmed',
      environment: 'téo 8.4.3, compte de test de Formalia Ouest, Firefox 140',
      steps: ['Créer une convocation pour une adresse de test', 'Cliquer sur « Envoyer maintenant »'],
      observed:
        'La ligne revient à « En attente » au bout de 60 secondes. Les autres organismes envoient normalement.',
    })
    .transferred({ days: 2 }, 'hugo', 'File d’envoi bloquée pour ce seul organisme, session lundi matin.')
    .assigned({ days: 2 }, 'nora', 'technical', 'nora')
    .noted(
      { days: 1 },
      'nora',
      'Une pièce jointe de 38 Mo bouche la file et tout attend derrière. Je l’ai sortie à la main, reste à faire sauter les envois trop lourds au lieu de les retenter sans fin. Ne pas dire « c’est réglé » avant demain.',
    )
    .answered(
      { days: 1 },
      'nora',
      'Bonjour Fatou,\n\nvos 64 convocations sont parties. Une pièce jointe trop lourde bloquait la file ; nous corrigeons téo pour que cela n’arrête plus les autres envois, et je garde ce ticket ouvert jusque-là.',
    ),
  story('sms-veille', 'u-nadia-haddad')
    .question(
      { days: 10 },
      {
        impact: 'low',
        answers: {
          subject: 'Rappel par SMS la veille de la formation : est-ce compris dans notre offre ?',
          about: 'other',
          module: 'communication',
          question:
            'Nous avons trop d’absents le premier matin. J’ai vu « SMS » dans les automatismes, mais la case est grisée. Faut-il une option ? Et combien coûte un envoi ?',
        },
      },
    )
    .assigned({ days: 10 }, 'ines', 'sales', 'julien')
    .noted(
      { days: 9 },
      'julien',
      'Leur contrat se renouvelle dans deux mois : je glisse le pack de 1 000 SMS dans la proposition, mais pas de remise sans en parler à Inès.',
    )
    .answered(
      { days: 9 },
      'julien',
      'Bonjour Nadia,\n\nle rappel par SMS est une option, facturée à l’usage. Je vous ai envoyé le tarif ce matin, et je viens de vous ouvrir 50 SMS d’essai : la case n’est plus grisée.',
    )
    .replied(
      { days: 7 },
      'Essai concluant : 1 absent sur 23 lundi, au lieu de 4 ou 5. J’en parle à ma direction.',
    )
    .resolved(
      { days: 6 },
      'julien',
      'Option SMS ouverte à l’essai (50 envois) et proposition tarifaire transmise. La suite se fait avec le service commercial.',
    ),
  story('evaluation-a-froid', 'u-pascal-lemoine')
    .question(
      { dueIn: 21 },
      {
        impact: 'low',
        page: '/communication/automatismes',
        answers: {
          subject: 'Évaluation à froid : relancer seulement ceux qui n’ont pas répondu',
          about: 'gesture',
          module: 'communication',
          question:
            'Nous envoyons le questionnaire à froid trois mois après la formation. Le taux de retour plafonne à 31 %, et l’auditrice Qualiopi nous l’a fait remarquer (indicateur 30). Comment relancer une seule fois, deux semaines plus tard, et uniquement les stagiaires qui n’ont pas répondu ?',
          alreadyTried:
            'Un second automatisme à trois mois et quinze jours : il écrit à tout le monde, y compris à ceux qui ont déjà répondu. Nous avons eu des remarques.',
        },
      },
    )
    .assigned({ days: 13 }, 'ines', 'training', 'camille')
    .answered(
      { days: 12 },
      'camille',
      'Bonjour Pascal,\n\nvotre second automatisme est le bon point de départ, il lui manque une condition. Je prépare l’exemple sur une de vos sessions terminées et je vous propose un court rendez-vous pour le valider ensemble.',
    )
    .replied({ days: 8 }, 'Avec plaisir, plutôt un matin. Mercredi ou vendredi ?')
    .noted(
      { days: 7 },
      'camille',
      'Vendredi 10 h. La condition « Sans réponse » est mal documentée, je reprends la fiche d’aide en même temps.',
    ),
];
