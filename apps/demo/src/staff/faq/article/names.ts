/** The names of people, in a row. */
export function namesOf(people: readonly { readonly name: string }[]): string {
  return people.map(({ name }) => name).join(', ');
}
