/** Lets rows, which are arrays, also answer to the names of their columns. */
export function namer(columns: readonly string[]): (values: unknown[]) => unknown[] {
  const places = columns.map((name, place): [string, PropertyDescriptor] => [
    name,
    {
      get(this: readonly unknown[]) {
        return this[place];
      },
    },
  ]);
  const row: object = Object.create(Array.prototype, Object.fromEntries(places));
  return (values) => Object.setPrototypeOf(values, row);
}
