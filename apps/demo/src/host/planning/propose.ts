/** A session that has no place yet, of so many working days. */
export interface UnplacedSession {
  readonly id: string;
  readonly title: string;
  readonly enrolled: number;
  readonly days: number;
}

export interface Room {
  readonly name: string;
  readonly seats: number;
}

/** Where and when a session could take place: from the day `from` (0 is Monday) for as long as it lasts. */
export interface Proposal {
  readonly session: UnplacedSession;
  readonly room: Room;
  readonly from: number;
}

/** Working days of the week that is planned. */
const weekLength = 5;

export const rooms: readonly Room[] = [
  { name: 'Erdre', seats: 12 },
  { name: 'Loire', seats: 18 },
  { name: 'Sèvre', seats: 8 },
];

export const unplacedSessions: readonly UnplacedSession[] = [
  { id: '2026-241', title: 'Excel avancé', enrolled: 16, days: 2 },
  { id: '2026-242', title: 'Prise de parole en public', enrolled: 8, days: 2 },
  { id: '2026-243', title: 'Habilitation électrique B0', enrolled: 10, days: 3 },
  { id: '2026-244', title: 'Management de proximité', enrolled: 12, days: 3 },
  { id: '2026-245', title: 'Gestes et postures', enrolled: 9, days: 1 },
];

/**
 * The plan of a week: longest sessions first, each on the first free days of the first room.
 * It does not look at the seats yet, which is what a trial is for: to learn what is missing.
 */
export function propose(
  sessions: readonly UnplacedSession[],
  available: readonly Room[],
): { readonly placed: readonly Proposal[]; readonly unplaced: readonly UnplacedSession[] } {
  const taken = new Set<string>();
  const placed: Proposal[] = [];
  const unplaced: UnplacedSession[] = [];
  for (const session of [...sessions].sort((a, b) => b.days - a.days)) {
    const place = firstPlace(session, available, taken);
    if (place === null) {
      unplaced.push(session);
      continue;
    }
    for (const day of daysOf(session, place.from)) taken.add(`${place.room.name} ${day}`);
    placed.push({ session, ...place });
  }
  return { placed, unplaced };
}

function firstPlace(session: UnplacedSession, available: readonly Room[], taken: ReadonlySet<string>) {
  for (const room of available) {
    for (let from = 0; from + session.days <= weekLength; from += 1) {
      if (daysOf(session, from).every((day) => !taken.has(`${room.name} ${day}`))) return { room, from };
    }
  }
  return null;
}

function daysOf(session: UnplacedSession, from: number): number[] {
  return Array.from({ length: session.days }, (_, index) => from + index);
}
