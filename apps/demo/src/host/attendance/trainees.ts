/** Who attends the session. */
export const trainees = [
  { name: 'Amélie Rousseau', company: 'Ville de Nantes' },
  { name: 'Karim Haddou', company: 'Transports Loire-Océan' },
  { name: 'Julie Pellerin', company: 'Ville de Nantes' },
  { name: 'Thomas Guérin', company: 'Ateliers Brunel' },
  { name: 'Sofia Da Costa', company: 'Ateliers Brunel' },
  { name: 'Hugo Lambert', company: 'Coopérative du Marais' },
  { name: 'Maïwenn Le Floch', company: 'Transports Loire-Océan' },
  { name: 'Olivier Navarro', company: 'Coopérative du Marais' },
  { name: 'Zoé Marchetti', company: 'Ville de Nantes' },
] as const;
