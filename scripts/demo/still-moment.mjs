/** Where the clock of the still demo stands: a Tuesday morning, late enough in the month for a review to be under way. */
export const stillMoment = Date.parse('2026-09-15T10:30:00+02:00');
