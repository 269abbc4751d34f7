import { type Story, story } from '../story.js';

/** « Après chaque formation téo, vous pouvez créer des tickets liés. » */
export const followUps: readonly Story[] = [
  story('suivi-conditions', 'u-mehdi-benali')
    .followUp(
      { days: 33 },
      {
        subject: 'Refaire chez nous la condition « si intra » vue en formation',
        training: 'FT-402',
        about: 'practice',
        request:
          'En formation, nous avons construit un paragraphe qui n’apparaît que pour les sessions intra. Chez nous, il apparaît toujours. Je crois que j’ai mal placé la fin de la condition.',
        alreadyTried: 'J’ai repris l’exercice du support, page 14 : il fonctionne dans la base d’essai.',
      },
    )
    .assigned({ days: 33 }, 'camille', 'training', 'camille')
    .answered(
      { days: 33 },
      'camille',
      'Bonjour Mehdi,\n\nvous y êtes presque. La fin de condition doit se trouver après le saut de ligne, pas avant : placez le curseur au début de la ligne suivante, puis « Insérer », « Fin de condition ». L’aperçu avec une session inter doit alors masquer le paragraphe.',
    )
    .replied({ days: 31 }, 'C’était bien cela, merci ! Je l’ai même refait seul sur la convocation.')
    .resolved(
      { days: 31 },
      'camille',
      'Condition refermée au bon endroit. L’exercice de la page 14 est complété d’un cas intra pour les prochains groupes.',
    )
    .confirmed({ days: 30 }),
  story('suivi-echeancier-opco', 'u-claire-vasseur')
    .followUp(
      { days: 8 },
      {
        subject: 'Échéancier avec deux financeurs : un cas que nous n’avons pas vu',
        training: 'FT-411',
        about: 'content',
        request:
          'La formation a traité l’entreprise et un OPCO. Nous avons un dossier avec deux OPCO et une part entreprise. Faut-il deux échéanciers ou un seul avec trois lignes ?',
      },
    )
    .assigned({ days: 8 }, 'camille', 'training', 'camille')
    .asked(
      { days: 8 },
      'camille',
      'Bonjour Claire,\n\nbonne question, ce cas mérite sa place dans le support. Les deux OPCO paient-ils à l’entrée et à la sortie, ou chacun à la fin ? Le découpage en dépend.',
    ),
  story('suivi-support-manquant', 'u-fatou-diarra')
    .followUp(
      { days: 47 },
      {
        subject: 'Support de la formation émargement non reçu',
        training: 'FT-395',
        about: 'documents',
        request:
          'Deux personnes sur cinq n’ont reçu ni le support ni leur attestation. Notre auditrice Qualiopi passe en fin de mois.',
      },
    )
    .assigned({ days: 47 }, 'camille', 'training', 'camille')
    .answered(
      { days: 46 },
      'camille',
      'Bonjour Fatou,\n\nles deux adresses comportaient une faute de frappe dans notre convocation. Support et attestations viennent de partir ; dites-nous si l’une manque encore.',
    )
    .resolved(
      { days: 45 },
      'camille',
      'Supports et attestations envoyés aux deux personnes, adresses corrigées dans leur fiche.',
    )
    .closedByTime(),
  story('suivi-rythme', 'u-bruno-fayolle')
    .followUp(
      { days: 60 },
      {
        subject: 'Rythme trop rapide sur le BPF, une partie de l’équipe est perdue',
        training: 'FT-391',
        about: 'complaint',
        request:
          'La matinée sur les indicateurs était excellente. L’après-midi, le BPF a été vu en quarante minutes : trois personnes sur six n’ont pas pu faire l’exercice. Nous l’attendions comme partie principale.',
      },
    )
    .assigned({ days: 60 }, 'ines', 'training', 'ines')
    .reprioritised(
      { days: 59 },
      'ines',
      'medium',
      'Une réclamation sur une formation mérite une réponse rapide, quel que soit le délai ordinaire d’un suivi.',
    )
    .consulted(
      { days: 59 },
      'ines',
      'sales',
      'Pouvons-nous offrir deux heures à distance sur le BPF ? Le programme annonçait une demi-journée et nous n’en avons tenu que la moitié.',
    )
    .viewed(
      { days: 58 },
      'julien',
      'Oui, sans hésiter : le programme contractuel dit bien une demi-journée. Je joins l’avenant à zéro euro au dossier.',
    )
    .answered(
      { days: 58 },
      'ines',
      'Bonjour Bruno,\n\nvous avez raison : le programme prévoyait une demi-journée sur le BPF. Nous vous offrons deux heures à distance, sur vos propres données, avec les trois personnes que vous nommerez. Mardi ou jeudi prochain vous conviendrait-il ?',
    )
    .replied({ days: 57 }, 'Jeudi, 10 h. Merci pour cette réponse, cela change tout pour l’équipe.')
    .resolved(
      { days: 51 },
      'ines',
      'Séance de deux heures tenue jeudi, exercice terminé par les trois personnes. Réclamation analysée : le déroulé du module réserve désormais l’après-midi entière au BPF.',
    )
    .confirmed({ days: 50 }),
  story('suivi-bpf-exercice', 'u-lucas-perrin')
    .followUp(
      { days: 43 },
      {
        subject: 'Vérifier avec vous notre premier BPF fait seuls',
        training: 'FT-391',
        about: 'practice',
        request:
          'Nous avons suivi la fiche de la formation. Avant de télédéclarer, quelqu’un peut-il regarder avec nous le cadre C, où la sous-traitance nous semble comptée deux fois ?',
      },
    )
    .assigned({ days: 43 }, 'camille', 'training', 'camille')
    .answered(
      { days: 42 },
      'camille',
      'Bonjour Lucas,\n\nune sous-traitance reçue va en ligne 9 du cadre C et nulle part ailleurs. Chez vous, deux dossiers portent à la fois « Sous-traitance » et « Intra » : retirez « Intra » et le total tombe juste.',
    )
    .resolved(
      { days: 39 },
      'camille',
      'Deux dossiers recatégorisés, le cadre C est juste ; déclaration faite.',
    )
    .closedByTime(),
  story('suivi-droits-temaster', 'u-yann-le-goff')
    .followUp(
      { days: 16 },
      {
        subject: 'Déléguer une partie du rôle de téomaster pendant un congé',
        training: 'FT-408',
        about: 'content',
        request:
          'La formation disait qu’un téomaster peut déléguer. Je pars trois semaines : que peut faire ma remplaçante, et que voit-elle de mes tickets ?',
      },
    )
    .assigned({ days: 16 }, 'camille', 'training', 'camille')
    .consulted(
      { days: 15 },
      'camille',
      'technical',
      'Quand un second téomaster est nommé, voit-il les tickets du premier depuis le début ou depuis sa nomination ?',
    )
    .viewed(
      { days: 14 },
      'nora',
      'Tous ceux de l’organisme, depuis toujours : le droit tient à l’organisme et non à la personne. Le retirer les rend invisibles aussitôt.',
    )
    .resolved(
      { days: 13 },
      'camille',
      'Nommez votre remplaçante téomaster dans Admin, Utilisateurs : elle verra les tickets de Formalia Ouest, pourra répondre et cocher les étapes. À votre retour, retirez-lui le rôle.',
    )
    .reopened(
      { days: 12 },
      'Elle est nommée, mais ne reçoit pas les notifications de mes tickets en cours. Est-ce prévu ?',
    )
    .answered(
      { days: 11 },
      'camille',
      'Les notifications suivent la personne qui a déposé le ticket. Qu’elle ouvre chaque ticket en cours et y réponde une fois : elle sera prévenue de la suite.',
    )
    .resolved(
      { days: 9 },
      'camille',
      'Remplaçante prévenue de la suite des trois tickets en cours. La fiche « Passer le relais » complète le support de formation.',
    )
    .confirmed({ days: 9 }),
  story('suivi-attestation', 'u-nadia-haddad')
    .followUp(
      { days: 2 },
      {
        subject: 'Attestation de fin de formation sans la durée',
        training: 'FT-406',
        about: 'documents',
        request:
          'L’attestation de nos deux participantes n’indique pas les 14 heures. Notre OPCO la refuse. Pouvez-vous l’éditer de nouveau ?',
      },
    )
    .assigned({ days: 1 }, 'ines', 'training', 'camille'),
  story('suivi-new-colleague', 'u-emily-carter').followUp(
    { hours: 4, minutes: 10 },
    {
      subject: 'A refresher for a colleague who missed the second day',
      training: 'FT-408',
      about: 'other',
      request:
        'Sarah was ill on the second day of “Devenir téomaster”. Could she join another group for that day, or is there a recording?',
    },
  ),
];
