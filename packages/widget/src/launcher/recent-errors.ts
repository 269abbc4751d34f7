const mostErrors = 5;
const mostWords = 10;
const longestWord = 600;

/** Whoever is told what the page writes by `console.error`. */
const hearers = new Set<(said: readonly unknown[]) => void>();
/** What was there before, and what stands in its place: one for all widgets of the page, never one upon another. */
let own: typeof console.error;
let ours: typeof own | null = null;

/**
 * Keeps the last errors of the page until it is told to leave off: those that nobody caught, and what the page writes by
 * `console.error`. Our own are none of them.
 * @param errors where they are kept, oldest first: what was said in each, in words, with `\0` in between
 * @param silent leave the console alone
 */
export function hearErrors(errors: string[], silent: boolean): () => void {
  const hear = (said: readonly unknown[]) => {
    try {
      const text = said.slice(0, mostWords).map(inWords).join('\0');
      if (text.includes('teo-support: ') || errors.includes(text)) return;
      if (errors.push(text) > mostErrors) errors.shift();
    } catch {
      // What cannot even be looked at, a revoked proxy for one, must not break into what the page is doing.
    }
  };
  const leaving = new AbortController();
  const { signal } = leaving;
  addEventListener('error', ({ message }) => hear([message]), { signal });
  addEventListener('unhandledrejection', ({ reason }) => hear([reason]), { signal });
  if (!silent) {
    hearers.add(hear);
    if (ours === null) {
      own = console.error;
      // Called as the page's own is, and with whatever that has: its name, a spy's notes, the marks of other tools.
      ours = new Proxy(own, {
        apply(target, self, said) {
          for (const tell of hearers) tell(said);
          return target.apply(self, said);
        },
      });
      // A page may have closed its console: then it is not heard.
      Reflect.set(console, 'error', ours);
    }
  }
  return () => {
    leaving.abort();
    // Where somebody has put theirs around ours, it stays below, deaf, and hears again when a widget is back.
    if (hearers.delete(hear) && hearers.size === 0 && console.error === ours) {
      console.error = own;
      ours = null;
    }
  };
}

/** A plain value as it is, an error by its name and message. Objects of the page are not looked into. */
function inWords(value: unknown): string {
  const words =
    // The browser's own exceptions have getters, but of its own.
    value !== Object(value) || value instanceof DOMException
      ? String(value)
      : value instanceof Error
        ? `${plain(value, 'name')}: ${plain(value, 'message')}`
        : '{…}';
  return words.slice(0, longestWord);
}

/** What stands under a name, without running anything of the page's. */
function plain(from: object, name: string): unknown {
  const found = Object.getOwnPropertyDescriptor(from, name);
  return found ? found.value : plain(Object.getPrototypeOf(from), name);
}
