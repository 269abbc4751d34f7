/** The steps with two of them in each other's place. */
export function swapped(steps: readonly string[], from: number, to: number): readonly string[] {
  const [one, other] = [steps[from], steps[to]];
  return one === undefined || other === undefined ? steps : steps.with(from, other).with(to, one);
}

/** The steps without one; an empty one stays, as there is always one to write in. */
export function removed(steps: readonly string[], index: number): readonly string[] {
  const left = steps.toSpliced(index, 1);
  return left.length > 0 ? left : [''];
}

/** The steps as they are sent, so that what the server says of step 3 stands at step 3. */
export function written(steps: readonly string[]): readonly string[] {
  return steps.filter((step) => step.trim() !== '');
}

/** The steps of a stored draft; whatever is not one is left out. */
export function storedSteps(stored: unknown): readonly string[] {
  const steps: unknown = Reflect.get(Object(stored), 'steps');
  const texts = Array.isArray(steps) ? steps.filter((step) => typeof step === 'string') : [];
  return texts.length > 0 ? texts : [''];
}
