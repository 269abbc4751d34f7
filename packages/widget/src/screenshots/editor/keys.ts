import type { Editing } from './gestures.js';
import { nudged } from './gestures.js';
import { redone, undone } from './history.js';
import { targetAt } from './overlay.js';
import type { Point, Target } from './shapes.js';

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** What is edited by keys. */
interface Keyed {
  editing: Editing;
  undo(way: typeof undone): void;
  /** Escape: one thing less is begun, and in the end the picture is left. */
  escape(): void;
  takeOut(target: Target): void;
  enter(target: Target): void;
  say(target: Target): void;
}

export function onKey(event: KeyboardEvent, editor: Keyed): void {
  // Not for the page below, whatever it listens to.
  event.stopPropagation();
  if (acts(event, editor)) event.preventDefault();
}

/** @returns whether the key was one of ours */
function acts(event: KeyboardEvent, editor: Keyed): boolean {
  const { key } = event;
  if ((event.ctrlKey || event.metaKey) && !event.altKey) {
    const letter = key.toLowerCase();
    if (letter !== 'z' && letter !== 'y') return false;
    editor.undo(letter === 'y' || event.shiftKey ? redone : undone);
    return true;
  }
  if (key === 'Escape') {
    editor.escape();
    return true;
  }
  const target = targetAt(event.target);
  if (target === null) return false;
  if (key === 'Delete' || key === 'Backspace') editor.takeOut(target);
  else if (key === 'Enter') editor.enter(target);
  else return nudges(event, target, editor);
  return true;
}

function nudges({ key, shiftKey, repeat }: KeyboardEvent, target: Target, editor: Keyed): boolean {
  const way = arrows[key];
  if (way === undefined) return false;
  const far = repeat ? 4 : 1;
  editor.editing = nudged(editor.editing, target, { x: way.x * far, y: way.y * far }, shiftKey);
  editor.say(target);
  return true;
}
