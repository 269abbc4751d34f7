/** Questions that the FAQ does not answer yet, as several people typed them, with what it showed instead. */
export const missingAnswers: readonly { readonly queries: readonly string[]; readonly near: string[] }[] = [
  {
    queries: ['facturer en devise étrangère', 'facture en devises étrangères', 'facturer devise étrangère'],
    near: ['creer-facture', 'tva-exoneration'],
  },
  {
    queries: [
      'couleur des séances par formateur',
      'couleurs séances formateur',
      'couleur séance par formateur',
    ],
    near: ['creer-seance', 'disponibilites-formateur'],
  },
  { queries: ['envoyer un SMS aux stagiaires', 'envoi SMS stagiaires'], near: ['envois-automatiques'] },
  {
    queries: ['importer les notes d’examen', 'import notes examens'],
    near: ['import-stagiaires', 'evaluation-acquis'],
  },
  { queries: ['photo des stagiaires sur la feuille d’émargement'], near: ['feuille-emargement-papier'] },
  { queries: ['badge d’accès à la salle', 'badges accès salle'], near: [] },
  { queries: ['parrainage d’un client'], near: [] },
];
