/** Les mots qu’il faut pour envoyer un ticket, et que rien ne demande avant. */
export const frSending = {
  form: {
    addStep: 'Ajouter une étape',
    step: (number: number) => `Étape ${number}`,
    removeStep: (number: number) => `Retirer l’étape ${number}`,
    moveUp: (number: number) => `Monter l’étape ${number}`,
    pickFiles: 'Choisir des fichiers',
    capture: 'Capturer cet onglet',
    ownCapture: 'Une capture d’écran (Impr. écran, Maj + Cmd + 4) se colle ou se dépose ici aussi.',
    annotate: (name: string) => `Annoter ${name}`,
    dropFiles: 'ou déposez-les, ou collez-les ici : images, PDF, documents, CSV, vidéos de l’écran',
    image: (name: string) => `Image : ${name}`,
    removeFile: (name: string) => `Retirer ${name}`,
    uploading: (name: string) => `Envoi de ${name}…`,
    uploaded: (part: string, size: string) => `${part} de ${size}`,
    arrived: (name: string) => `${name} est joint.`,
    cancelUpload: (name: string) => `Arrêter l’envoi de ${name}`,
    uploadFailed: (name: string, why: string) => `${name} n’a pas pu être joint. ${why}`,
    notKept: (name: string) =>
      `Votre navigateur n’a plus de place pour garder ${name} : laissez cette page ouverte jusqu’à son arrivée. Votre texte, lui, est gardé.`,
    tryUploadAgain: (name: string) => `Réessayer ${name}`,
    refusals: {
      type: 'Joignez une image (PNG, JPEG, WebP, GIF), un PDF, un document Word, Excel, PowerPoint ou OpenDocument, un texte, un CSV ou une vidéo MP4 ou WebM.',
      empty: 'Ce fichier est vide : choisissez-en un autre.',
      size: (most: string) =>
        `Il dépasse ${most}, la limite pour ce type de fichier : allégez-le ou découpez-le.`,
      count: (limit: number) => `Pas plus de ${limit} fichiers : retirez-en un d’abord.`,
    },
    held: 'Analyse antivirus en cours : vous pouvez déjà envoyer.',
    infected: 'L’antivirus l’a reconnu comme dangereux : retirez-le.',
    noneBecause: 'Pas de capture ? Dites-nous pourquoi',
    before: 'Avant d’envoyer',
    priority: (name: string) => `Priorité : ${name}`,
    target: (date: string) => `Nous visons une solution avant le ${date}.`,
    days: (count: number, working: boolean) =>
      `${count} jours ${working ? 'ouvrés' : 'calendaires'} à partir de maintenant ; l’horloge s’arrête quand nous attendons votre réponse.`,
    answerImpact: 'Répondez aux questions ci-dessus : la priorité et la date visée s’afficheront ici.',
    context: 'Ces informations partiront avec votre ticket',
    contextHint: 'Elles nous évitent de vous les demander. Retirez ce que vous ne souhaitez pas envoyer.',
    takeOut: (item: string) => `Retirer : ${item}`,
    putBack: (item: string) => `Remettre : ${item}`,
    takenOut: 'Retiré : ne sera pas envoyé',
    errors: (count: number) =>
      count > 1 ? `${count} points à revoir avant l’envoi` : 'Un point à revoir avant l’envoi',
    impactMissing: 'Répondez à cette question : la priorité en dépend.',
    waits: 'Votre ticket attend ici : rien n’est perdu.',
    waitsText: 'Il partira de lui-même dès que possible, une seule fois, même si vous rechargez la page.',
    tryNow: 'Essayer maintenant',
    takeBack: 'Le reprendre',
  },
  finding: {
    led: 'Vos réponses mènent ici.',
    change: 'Ce n’est pas le bon',
    questions: {
      happening: {
        title: 'Que vous arrive-t-il ?',
        text: 'Choisissez ce qui ressemble le plus à votre situation.',
      },
      on_trial: {
        title: 'Est-ce en test ?',
        text: 'Votre organisme teste une fonctionnalité en développement. Est-ce là que cela se passe ?',
      },
      after_course: {
        title: 'L’avez-vous vu en formation ?',
        text: 'Votre organisme a suivi une formation téo. Y a-t-il été question de ce que vous cherchez à faire ?',
      },
    },
    answers: {
      broken: {
        name: 'Quelque chose ne marche pas',
        when: 'Un message d’erreur, un écran bloqué, un résultat faux.',
      },
      mistake: {
        name: 'Je voudrais revenir en arrière',
        when: 'J’ai fait un import, un export ou une modification qu’il ne fallait pas.',
      },
      how_to: {
        name: 'Je ne sais pas comment faire',
        when: 'Un geste, un chiffre à comprendre, un réglage.',
      },
      about_course: {
        name: 'C’est au sujet d’une formation',
        when: 'Un point à revoir, un document, une remarque après une formation téo.',
      },
      about_trial: {
        name: 'J’ai un avis sur un test',
        when: 'Ce que vous pensez d’une fonctionnalité que votre organisme essaie.',
      },
      on_trial: { name: 'Oui', when: 'Dans une fonctionnalité que nous testons.' },
      not_on_trial: { name: 'Non', when: 'Ailleurs dans téo, ou je ne sais pas.' },
      in_course: { name: 'Oui', when: 'La formation en parlait.' },
      not_in_course: { name: 'Non', when: 'Elle n’en parlait pas, ou je ne sais plus.' },
    },
  },
  filed: {
    title: (reference: string) => `Ticket ${reference} envoyé`,
    next: 'L’équipe va en prendre connaissance et vous répondre ici. Vous pouvez suivre chaque étape depuis « Mes tickets ».',
    see: 'Voir le ticket',
    another: 'Revenir à l’accueil',
  },
};
