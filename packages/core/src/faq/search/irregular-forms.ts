import type { SearchWord } from '../../text/french-text.js';

/** Verbs, and the nouns made of them, whose forms have no ending in common; folded. */
const irregular = [
  'recevoir recois recoit recoivent recevez recu recue recus recues reception',
  'partir pars part partent parti partie partis parties depart',
  'venir viens vient viennent venu venue venus',
  'prendre prends prend prennent pris prise prises',
  'perdre perds perd perdent perdu perdue perdus perdues perte pertes',
  'rendre rends rend rendent rendu rendue rendus',
  'inscrire inscris inscrit inscrite inscrits inscrites inscrivent inscription inscriptions',
  'suivre suit suivent suivi suivie suivis suivies',
  'ouvrir ouvre ouvres ouvrent ouvert ouverte ouverts ouvertes ouverture ouvertures',
  'ecrire ecris ecrit ecrite ecrits ecrites ecrivent ecriture',
  'repondre reponds repond repondent repondu reponse reponses',
  'apparaitre apparais apparait apparaissent apparu apparue',
  'disparaitre disparais disparait disparaissent disparu disparue disparus disparition',
  'obtenir obtiens obtient obtiennent obtenu obtenue obtention',
  'choisir choisis choisit choisissent choisi choisie choix',
  'refuser refuse refuses refusent refus',
  'vendre vends vend vendent vendu vendue vente ventes',
  'transmettre transmet transmettent transmis transmise transmission',
  'detruire detruit detruite detruits destruction',
  'absent absente absents absentes absence absences',
  'present presente presents presentes presence presences',
] as const;

const stems: ReadonlyMap<string, string> = new Map(
  irregular.flatMap((line) => {
    const [base = '', ...forms] = line.split(' ');
    return [base, ...forms].map((form): [string, string] => [form, base]);
  }),
);

/** The word with the stem that its forms share, where no ending tells it. */
export function withIrregularStem(word: SearchWord): SearchWord {
  const stem = stems.get(word.form);
  return stem === undefined ? word : { form: word.form, stem };
}
