/** Les mots des captures et de leur retouche. */
export const frScreenshots = {
  title: 'Annoter l’image',
  tools: 'Outils',
  crop: 'Recadrer',
  arrow: 'Flèche',
  box: 'Cadre',
  text: 'Texte',
  mask: 'Masquer',
  shape: {
    arrow: 'Flèche',
    box: 'Cadre',
    text: 'Texte',
    mask: 'Masque',
    crop: 'Partie gardée',
  },
  /** Ce qu’est une forme, sa taille et où elle se trouve, en pixels de l’image. */
  described: (shape: string, width: number, height: number, x: number, y: number) =>
    `${shape}, ${width} × ${height}, à ${x} × ${y}`,
  undo: 'Annuler l’action',
  redo: 'Rétablir l’action',
  larger: 'Agrandir la vue',
  smaller: 'Réduire la vue',
  picture: (width: number, height: number, count: number) =>
    `Image de ${width} × ${height} pixels, ${count > 1 ? `${count} annotations` : count === 1 ? '1 annotation' : 'sans annotation'}`,
  start: 'Choisissez un outil, puis tracez sur l’image. Au clavier, l’outil place une forme au milieu.',
  draw: 'Tracez sur l’image, ou touchez-la à l’endroit voulu.',
  cropHint:
    'Tracez la partie à garder, ou tirez ses coins. Flèches : déplacer ; Maj + flèches : changer la taille ; Entrée : terminer.',
  keys: 'Flèches : déplacer ; Maj + flèches : changer la taille ; Suppr : retirer.',
  chosen: 'Sans glisser : touchez un coin, puis l’endroit où le mettre.',
  held: 'Touchez l’endroit où mettre ce coin.',
  maskHint: 'Ce qui est masqué est effacé de l’image avant son envoi.',
  words: 'Votre texte',
  remove: 'Retirer',
  removed: (shape: string) => `Retrait : ${shape}`,
  undone: 'Action annulée',
  redone: 'Action rétablie',
  masked: (count: number) =>
    count > 1
      ? `${count} zones de données personnelles ont été masquées.`
      : 'Une zone de données personnelles a été masquée.',
  keep: 'Joindre l’image',
  keeping: 'Préparation…',
  leave: 'Abandonner',
  leaveQuestion: 'Abandonner cette image ? Vos annotations seront perdues.',
  stay: 'Continuer',
  failed:
    'L’image n’a pas pu être préparée : il manque sans doute de la mémoire. Fermez d’autres onglets, ou joignez-la telle quelle.',
  unreadable: 'Cette image ne peut pas être ouverte ici. Elle reste jointe telle quelle.',
  name: (time: string) => `capture-${time}`,
  absent:
    'Ce navigateur ne peut pas photographier cet onglet. Faites une capture avec votre appareil (Impr. écran, ou Maj + Cmd + 4), puis collez-la, déposez-la ou choisissez-la ici.',
  refused: 'Aucune capture n’a été faite. Vous pouvez réessayer, ou coller, déposer ou choisir une image.',
  elsewhere:
    'Seul cet onglet peut être photographié : ailleurs, les données personnelles ne seraient pas masquées. Réessayez en le choisissant, ou collez, déposez ou choisissez une image.',
  unclear:
    'La capture ne montrait pas la page telle qu’elle est et n’a pas été gardée. Réessayez, ou collez, déposez ou choisissez une image.',
};
