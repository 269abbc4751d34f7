import { beginningWith, type History, recorded } from './history.js';
import {
  added,
  around,
  boxOf,
  type Drawing,
  type Grip,
  isDrawn,
  moved,
  type Point,
  pulled,
  type ShapeKind,
  type Size,
  stretched,
  stretchOf,
  type Target,
  unitOf,
  untouched,
} from './shapes.js';

export type Tool = ShapeKind | 'crop';

/** A hand on the picture: what it moves, by which corner, and where it was last. */
interface Drag {
  readonly target: Target;
  /** `null` for the whole of it. */
  readonly grip: Grip | null;
  readonly at: Point;
  /** Whether it draws something new. */
  readonly drawn: boolean;
  readonly moved: boolean;
  /** What was before, for a hand that the system takes away. */
  readonly before: History<Drawing>;
  readonly step: string;
}

/** A picture being edited, and what the hands of the person are at. */
export interface Editing {
  readonly history: History<Drawing>;
  readonly tool: Tool | null;
  readonly chosen: Target | null;
  /** A corner that was touched and waits for its place: so nobody has to drag. */
  readonly held: Grip | null;
  readonly drag: Drag | null;
  /** How many times a hand was put on the picture: each is one step to undo. */
  readonly hands: number;
}

/** The corner that keys pull. */
const end: Grip = ['to', 'to'];

export function editingOf(size: Size): Editing {
  return {
    history: beginningWith(untouched(size)),
    tool: null,
    chosen: null,
    held: null,
    drag: null,
    hands: 0,
  };
}

/** Goes on with what is drawn. See `recorded` for `step`. */
export function drawn(editing: Editing, drawing: Drawing, step = ''): Editing {
  return { ...editing, history: recorded(editing.history, drawing, step) };
}

/** Goes back or on in time; what is not there then is not chosen any more. */
export function inTime(editing: Editing, history: History<Drawing>): Editing {
  const { chosen } = editing;
  const there = chosen !== null && stretchOf(history.present, chosen) !== undefined;
  return { ...editing, history, chosen: there ? chosen : null, held: null, drag: null };
}

/** Takes a tool, or puts it down when it is in the hand already. */
export function armed(editing: Editing, tool: Tool): Editing {
  const { chosen } = editing;
  if (editing.tool === tool)
    return { ...editing, tool: null, held: null, chosen: chosen === 'crop' ? null : chosen };
  return { ...editing, tool, held: null, chosen: tool === 'crop' ? tool : null };
}

/** Puts a shape of the usual size round a place, in the middle of what is kept if none is named. */
export function placed(editing: Editing, kind: ShapeKind, at?: Point): Editing {
  const { present } = editing.history;
  const { x, y, width, height } = boxOf(present.crop);
  // Each a little off the last, so that none hides another.
  const off = unitOf(present.size) * 6 * (present.shapes.length % 6);
  const place = at ?? { x: x + width / 2 + off, y: y + height / 2 + off };
  const { drawing, id } = added(present, kind, around(present, kind, place));
  return { ...drawn(editing, drawing), tool: null, chosen: id };
}

/** A hand comes down at a place: on nothing, on a shape, or on one of its corners. */
export function down(editing: Editing, at: Point, target: Target | null, grip: Grip | null): Editing {
  const { history, tool, chosen, held } = editing;
  const { present } = history;
  if (held !== null && chosen !== null)
    return { ...drawn(editing, pulled(present, chosen, held, at)), held: null };
  const hands = editing.hands + 1;
  const hand = { grip, at, drawn: false, moved: false, before: history, step: `hand ${hands}` };
  if (target !== null && (tool === null || tool === 'crop'))
    return { ...editing, hands, chosen: target, drag: { ...hand, target } };
  if (tool === null) return { ...editing, chosen: null };
  if (tool === 'crop') return { ...editing, hands, drag: { ...hand, target: tool, grip: end, drawn: true } };
  const { drawing, id } = added(present, tool, { from: at, to: at });
  const drag: Drag = { ...hand, target: id, grip: end, drawn: true };
  return { ...drawn(editing, drawing, drag.step), hands, drag };
}

/** The hand goes on to a place. */
export function dragged(editing: Editing, at: Point): Editing {
  const { drag, history } = editing;
  const { present } = history;
  if (drag === null) return editing;
  // A hand that trembles does not move anything.
  if (!drag.moved && !isDrawn(present, { from: drag.at, to: at })) return editing;
  const { target, grip, step } = drag;
  if (grip === null) {
    const next = moved(present, target, { x: at.x - drag.at.x, y: at.y - drag.at.y });
    return { ...drawn(editing, next, step), drag: { ...drag, moved: true, at } };
  }
  const next = drag.drawn
    ? stretched(present, target, { from: drag.at, to: at })
    : pulled(present, target, grip, at);
  return { ...drawn(editing, next, step), drag: { ...drag, moved: true } };
}

/** The hand goes up. */
export function up(editing: Editing): Editing {
  const { drag, history, tool } = editing;
  if (drag === null) return editing;
  const rest = { ...editing, drag: null };
  const { target, grip } = drag;
  if (drag.drawn && tool !== null && tool !== 'crop') {
    const stretch = stretchOf(history.present, target);
    if (stretch !== undefined && isDrawn(history.present, stretch))
      return { ...rest, tool: null, chosen: target };
    // A touch at a place, or too small a stroke.
    return placed({ ...rest, history: drag.before }, tool, drag.at);
  }
  return drag.moved || drag.drawn ? rest : { ...rest, held: grip };
}

/** The system has taken the hand away: nothing has happened. */
export function lost(editing: Editing): Editing {
  return editing.drag === null ? editing : { ...editing, history: editing.drag.before, drag: null };
}

/**
 * Moves or pulls by key.
 * @param way one step to the right is `{ x: 1, y: 0 }`
 */
export function nudged(editing: Editing, target: Target, way: Point, pulls: boolean): Editing {
  const { present } = editing.history;
  const stretch = stretchOf(present, target);
  if (stretch === undefined) return editing;
  const unit = unitOf(present.size);
  const by = { x: way.x * unit, y: way.y * unit };
  const next = pulls
    ? pulled(present, target, end, { x: stretch.to.x + by.x, y: stretch.to.y + by.y })
    : moved(present, target, by);
  return drawn(editing, next, `${pulls ? 'pull' : 'move'} ${target}`);
}
