/** What is, what was before, and what was taken back. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** What the last step was; steps of the same name that follow each other are one. */
  readonly step: string;
}

/** More steps than anybody takes back one by one. */
const mostSteps = 200;

export function beginningWith<T>(present: T): History<T> {
  return { past: [], present, future: [], step: '' };
}

/**
 * Goes on with what is now.
 * @param step a name for steps that are undone as one, e.g. the moves of one drag; empty for a step of its own
 */
export function recorded<T>(history: History<T>, present: T, step = ''): History<T> {
  if (present === history.present) return history;
  if (step !== '' && step === history.step) return { ...history, present, future: [] };
  return { past: [...history.past, history.present].slice(-mostSteps), present, future: [], step };
}

export function undone<T>(history: History<T>): History<T> {
  const present = history.past.at(-1);
  if (present === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present,
    future: [history.present, ...history.future],
    step: '',
  };
}

export function redone<T>(history: History<T>): History<T> {
  const [present, ...future] = history.future;
  if (present === undefined) return history;
  return { past: [...history.past, history.present], present, future, step: '' };
}
