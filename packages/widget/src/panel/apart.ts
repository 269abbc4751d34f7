/**
 * What went wrong inside says whose it is, for the page's own watch over errors: its message begins with `teo-support: `.
 * @returns the error itself, or one with it as the cause where it is none or its message is fixed
 */
export function marked(error: unknown): Error {
  return error instanceof Error &&
    (error.message.startsWith('teo-support') ||
      Reflect.set(error, 'message', `teo-support: ${error.message}`))
    ? error
    : new Error('teo-support: something failed', { cause: error });
}

/**
 * What the page is to call: a listener, an element's reaction, a timer's or an observer's callback. It runs at once; what goes
 * wrong in it, then or later, reaches the page as a rejection, marked. Listeners of templates and what `define` registers have
 * it of themselves.
 */
export function ours<Self, Given extends unknown[]>(
  callback: (this: Self, ...given: Given) => unknown,
): (this: Self, ...given: Given) => Promise<void> {
  return async function (...given) {
    try {
      await callback.apply(this, given);
    } catch (error) {
      throw marked(error);
    }
  };
}

/** Lets something go on that nobody waits for. What goes wrong in it reaches the page marked. */
export function apart(doing: Promise<unknown> | undefined): void {
  ours(() => doing)();
}
