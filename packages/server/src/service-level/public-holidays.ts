import Holidays from 'date-holidays';

/**
 * The years whose holidays a calendar has. The same whenever a server starts, so that a ticket's target does not depend
 * on it; long enough for every ticket that is filed until 2049.
 */
const years = { first: 2020, last: 2050 } as const;

/** The French departments and territories that have public holidays of their own, such as `57` and `RE`. */
export function departmentsWithHolidays(): string[] {
  return Object.keys(new Holidays('FR').getStates('FR') ?? {});
}

/** The public holidays of France, and of one of its departments if named, as local dates. */
export function frenchPublicHolidays(department: string | null): string[] {
  const holidays = department === null ? new Holidays('FR') : new Holidays('FR', department);
  const days: string[] = [];
  for (let year = years.first; year <= years.last; year += 1) {
    for (const { type, date } of holidays.getHolidays(year)) {
      if (type === 'public') days.push(date.slice(0, 10));
    }
  }
  return days;
}
