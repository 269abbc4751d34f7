/**
 * A malfunction as a téomaster reports it: the filing that is measured.
 *
 * @param {string} [subject]
 */
export function malfunction(subject = 'La feuille d’émargement de l’après-midi se vide') {
  return {
    type: 'malfunction',
    impact: { usable: false, alternative: 'painful' },
    answers: {
      subject,
      module: 'calendar',
      description:
        'Depuis ce matin, la colonne de l’après-midi disparaît quand je renvoie l’invitation à signer.',
      steps: ['Ouvrir la session du 24 novembre', 'Cliquer sur « Renvoyer l’invitation »'],
      expected: 'Les stagiaires reçoivent le lien.',
      observed: 'La colonne se vide et un code d’erreur s’affiche.',
      errorText: 'ERR-EMARG-500',
      screenshots: { files: [], noneBecause: 'Données personnelles visibles' },
    },
    context: [{ key: 'page', value: '/agenda/sessions/118/emargement' }],
  };
}
