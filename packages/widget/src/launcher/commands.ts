/** A method of the element by its name, and what it is given: `['compose', 'malfunction']`. */
export type Command = readonly [name: string, ...values: unknown[]];

/** What a host page pushes commands into, before the code has come and after. */
export interface Commands {
  push(command: Command): unknown;
}

declare global {
  /** `(window.teoSupport ||= []).push(['open'])` */
  var teoSupport: Commands | undefined;
}

/**
 * Carries out what the page asked for before the code had come, and from now on at once.
 * @returns ends that: what is asked for then waits for the next element
 */
export function takeCommands(element: HTMLElement): () => void {
  const asked = globalThis.teoSupport ?? [];
  // Another element of the page has them already.
  if (!Array.isArray(asked)) return () => {};
  const taken = {
    push([name, ...values]: Command) {
      const method: unknown = Reflect.get(element, name);
      if (typeof method !== 'function') throw new TypeError(`teo-support has no ${name}.`);
      return method.apply(element, values);
    },
  };
  globalThis.teoSupport = taken;
  for (const command of asked) taken.push(command);
  return () => {
    if (globalThis.teoSupport === taken) globalThis.teoSupport = [];
  };
}
