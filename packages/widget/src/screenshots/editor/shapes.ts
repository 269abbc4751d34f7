/** A place in a picture: its pixels, counted from the upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Box extends Point, Size {}

/** From one corner to the opposite one, or from the end of an arrow to its head. */
export interface Stretch {
  readonly from: Point;
  readonly to: Point;
}

export type ShapeKind = 'arrow' | 'box' | 'mask' | 'text';

/** What was put on a picture. Its number is its name for as long as the picture is edited. */
export type Shape = Stretch & { readonly id: number } & (
    | { readonly kind: Exclude<ShapeKind, 'text'> }
    | { readonly kind: 'text'; readonly text: string }
  );

/**
 * What is to become of a picture. Everything is in pixels of the whole picture, whatever is cut off: cropping moves
 * nothing, and can be taken back.
 */
export interface Drawing {
  readonly size: Size;
  /** What is kept of the picture. */
  readonly crop: Stretch;
  readonly shapes: readonly Shape[];
}

/** What can be moved and pulled: a shape by its number, or the region that is kept. */
export type Target = number | 'crop';

/** A corner that can be pulled: whose `x` and whose `y` follow. */
export type Grip = readonly [keyof Stretch, keyof Stretch];

/** Nothing can be made smaller than this, in pixels: it could not be taken hold of any more. */
const smallest = 8;

const ends: readonly Grip[] = [
  ['from', 'from'],
  ['to', 'to'],
];
const corners: readonly Grip[] = [...ends, ['from', 'to'], ['to', 'from']];

export function gripNamed(name: string): Grip | null {
  return corners.find((grip) => grip.join() === name) ?? null;
}

export function gripsOf(kind: ShapeKind | 'crop'): readonly Grip[] {
  return kind === 'arrow' ? ends : corners;
}

/** A picture to which nothing was done. */
export function untouched(size: Size): Drawing {
  return { size, crop: wholeOf(size), shapes: [] };
}

export function wholeOf({ width, height }: Size): Stretch {
  return { from: { x: 0, y: 0 }, to: { x: width, y: height } };
}

/** The box that a stretch fills, whichever way it was drawn. */
export function boxOf({ from, to }: Stretch): Box {
  return {
    x: Math.min(from.x, to.x),
    y: Math.min(from.y, to.y),
    width: Math.abs(from.x - to.x),
    height: Math.abs(from.y - to.y),
  };
}

/** What a step of a line's width, or of a move by key, is in a picture of this size. */
export function unitOf({ width, height }: Size): number {
  return Math.max(1, Math.round(Math.max(width, height) / 320));
}

export function stretchOf(drawing: Drawing, target: Target): Stretch | undefined {
  return target === 'crop' ? drawing.crop : drawing.shapes.find(({ id }) => id === target);
}

/** Puts a new shape over the others; `id` is its number. */
export function added(
  drawing: Drawing,
  kind: ShapeKind,
  { from, to }: Stretch,
): { readonly drawing: Drawing; readonly id: number } {
  const id = 1 + Math.max(0, ...drawing.shapes.map((shape) => shape.id));
  const shape: Shape = kind === 'text' ? { id, kind, from, to, text: '' } : { id, kind, from, to };
  return { drawing: { ...drawing, shapes: [...drawing.shapes, shape] }, id };
}

export function removed(drawing: Drawing, target: Target): Drawing {
  if (target === 'crop') return { ...drawing, crop: wholeOf(drawing.size) };
  return { ...drawing, shapes: drawing.shapes.filter(({ id }) => id !== target) };
}

export function worded(drawing: Drawing, target: Target, text: string): Drawing {
  const shapes = drawing.shapes.map((shape) =>
    shape.id === target && shape.kind === 'text' ? { ...shape, text } : shape,
  );
  return { ...drawing, shapes };
}

/** Moves as far as the picture goes. */
export function moved(drawing: Drawing, target: Target, by: Point): Drawing {
  const stretch = stretchOf(drawing, target);
  if (stretch === undefined) return drawing;
  const box = boxOf(stretch);
  const x = within(Math.round(by.x), -box.x, drawing.size.width - box.x - box.width);
  const y = within(Math.round(by.y), -box.y, drawing.size.height - box.y - box.height);
  const shift = (point: Point) => ({ x: point.x + x, y: point.y + y });
  return replaced(drawing, target, { from: shift(stretch.from), to: shift(stretch.to) });
}

/** Pulls a corner to a place in the picture. What would become too small to take hold of stays as large as it must be. */
export function pulled(drawing: Drawing, target: Target, [byX, byY]: Grip, place: Point): Drawing {
  const stretch = stretchOf(drawing, target);
  if (stretch === undefined) return drawing;
  const { width, height } = drawing.size;
  const x = within(Math.round(place.x), 0, width);
  const y = within(Math.round(place.y), 0, height);
  const next = {
    from: { x: byX === 'from' ? x : stretch.from.x, y: byY === 'from' ? y : stretch.from.y },
    to: { x: byX === 'to' ? x : stretch.to.x, y: byY === 'to' ? y : stretch.to.y },
  };
  return stretched(drawing, target, next);
}

/** Gives a shape another place and size, unless it could not be taken hold of any more. */
export function stretched(drawing: Drawing, target: Target, stretch: Stretch): Drawing {
  return isHoldable(drawing, target, stretch) ? replaced(drawing, target, stretch) : drawing;
}

/** A shape of the usual size round a place, for who names the place and not the size. */
export function around(drawing: Drawing, kind: ShapeKind, { x, y }: Point): Stretch {
  const { width, height } = boxOf(drawing.crop);
  const side = Math.sqrt(width * height);
  const half = { x: Math.max(smallest, Math.round(side / 6)), y: Math.max(smallest, Math.round(side / 16)) };
  const left = within(Math.round(x) - half.x, 0, Math.max(0, drawing.size.width - 2 * half.x));
  const top = within(Math.round(y) - half.y, 0, Math.max(0, drawing.size.height - 2 * half.y));
  const from = { x: left, y: top };
  const to = {
    x: Math.min(drawing.size.width, left + 2 * half.x),
    y: Math.min(drawing.size.height, top + 2 * half.y),
  };
  // An arrow points up: what it means is rather above a note than below.
  return kind === 'arrow' ? { from: { x: from.x, y: to.y }, to: { x: to.x, y: from.y } } : { from, to };
}

/** Whether a stretch that was drawn by hand is meant as one, and not as a touch at a place. */
export function isDrawn(drawing: Drawing, stretch: Stretch): boolean {
  const { width, height } = boxOf(stretch);
  return Math.max(width, height) > 2 * unitOf(drawing.size);
}

function replaced(drawing: Drawing, target: Target, { from, to }: Stretch): Drawing {
  const before = stretchOf(drawing, target);
  if (before !== undefined && isSame(before.from, from) && isSame(before.to, to)) return drawing;
  if (target === 'crop') return { ...drawing, crop: { from, to } };
  const shapes = drawing.shapes.map((shape) => (shape.id === target ? { ...shape, from, to } : shape));
  return { ...drawing, shapes };
}

function isHoldable(drawing: Drawing, target: Target, stretch: Stretch): boolean {
  const { width, height } = boxOf(stretch);
  const kind = target === 'crop' ? target : drawing.shapes.find(({ id }) => id === target)?.kind;
  // A line may be level.
  return kind === 'arrow' ? width + height >= smallest : Math.min(width, height) >= smallest;
}

function isSame(one: Point, other: Point): boolean {
  return one.x === other.x && one.y === other.y;
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
