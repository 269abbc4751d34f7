/** Les mots du widget, en français. */
export const fr = {
  title: 'Service clients téo',
  close: 'Fermer',
  back: 'Retour',
  home: {
    greeting: (name: string) => `Bonjour ${name}`,
    lead: 'Comment pouvons-nous vous aider ?',
    newTicket: 'Nouveau ticket',
    faq: 'FAQ',
    forum: 'Améliorations',
    idea: 'Demande d’amélioration',
    ideaText: 'Une idée pour téo : proposez-la sur le forum.',
    myTickets: 'Mes tickets',
    draft: 'Brouillon en cours',
    waiting: 'En attente d’envoi',
  },
  form: {
    optional: 'facultatif',
    choose: 'Choisir…',
    answersHere: 'Si la FAQ a la réponse, elle s’affichera ici pendant que vous écrivez.',
    impact: 'Ce que cela change pour vous',
    send: 'Envoyer le ticket',
    sending: 'Envoi en cours…',
    restored: 'Nous avons retrouvé votre brouillon.',
    startOver: 'Repartir de zéro',
    notSent: 'Votre ticket n’est pas encore parti. Rien n’est perdu.',
  },
  state: {
    loading: 'Chargement…',
    failed: 'Impossible d’afficher ces informations.',
    offline: 'Le serveur ne répond pas. Vérifiez votre connexion ; ce que vous avez écrit est gardé.',
    signedOut:
      'Votre session téo n’a pas pu être vérifiée. Rechargez la page ; ce que vous avez écrit est gardé.',
    retry: 'Réessayer',
    lost: 'Connexion perdue. Nouvel essai en cours…',
    request: (id: string) => `Requête ${id}`,
  },
};
