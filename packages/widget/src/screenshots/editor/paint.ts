import { type Box, boxOf, type Drawing, type Shape, type Size, unitOf } from './shapes.js';

/** Red that is told from most screens, with a white edge on those from which it is not. */
const mark = '#c2185b';
const edge = '#ffffff';
/**
 * What is masked becomes this and nothing else: no blur, which can be computed back. It is told from light pages and from
 * dark ones.
 */
const masked = '#5b6670';

/**
 * Paints a picture with everything that was put on it. Masks come first, over the picture itself: what is pointed at
 * stays visible.
 * @param view what of the picture is painted, in its pixels
 * @param scale pixels of the canvas for one of the picture
 */
export function paint(
  context: CanvasRenderingContext2D,
  picture: CanvasImageSource,
  drawing: Drawing,
  view: Box,
  scale: number,
): void {
  const { size, shapes } = drawing;
  context.setTransform(scale, 0, 0, scale, -view.x * scale, -view.y * scale);
  context.imageSmoothingQuality = 'high';
  context.clearRect(0, 0, size.width, size.height);
  context.drawImage(picture, 0, 0, size.width, size.height);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  for (const shape of shapes) if (shape.kind === 'mask') cover(context, boxOf(shape));
  for (const shape of shapes) drawMark(context, shape, size);
}

/** Paints as sharp as the screen shows it, and no larger than the picture is. */
export function paintAsShown(
  canvas: HTMLCanvasElement,
  picture: CanvasImageSource,
  drawing: Drawing,
  view: Box,
): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const shown = Math.min(canvas.clientWidth / view.width, canvas.clientHeight / view.height);
  const scale = Math.min(1, shown * devicePixelRatio) || 1;
  const width = Math.max(1, Math.round(view.width * scale));
  const height = Math.max(1, Math.round(view.height * scale));
  // Setting a size empties a canvas, even if it is the same.
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  paint(context, picture, drawing, view, scale);
}

/** Fills an area so that nothing of what was there is left. */
export function cover(context: CanvasRenderingContext2D, { x, y, width, height }: Box): void {
  context.fillStyle = masked;
  context.fillRect(x, y, width, height);
}

function drawMark(context: CanvasRenderingContext2D, shape: Shape, size: Size): void {
  const unit = unitOf(size);
  switch (shape.kind) {
    case 'mask':
      return;
    case 'box': {
      const { x, y, width, height } = boxOf(shape);
      const path = new Path2D();
      path.rect(x, y, width, height);
      stroke(context, path, unit);
      return;
    }
    case 'arrow':
      stroke(context, arrow(shape, unit), unit);
      return;
    case 'text':
      write(context, boxOf(shape), shape.text, unit);
  }
}

function stroke(context: CanvasRenderingContext2D, path: Path2D, unit: number): void {
  for (const [style, width] of [
    [edge, 3.4],
    [mark, 1.7],
  ] as const) {
    context.strokeStyle = style;
    context.lineWidth = width * unit;
    context.stroke(path);
  }
}

function arrow({ from, to }: Shape, unit: number): Path2D {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const head = Math.min(10 * unit, Math.hypot(to.x - from.x, to.y - from.y) / 2);
  const path = new Path2D();
  path.moveTo(from.x, from.y);
  path.lineTo(to.x, to.y);
  for (const side of [-1, 1]) {
    const back = angle + side * 2.6;
    path.moveTo(to.x, to.y);
    path.lineTo(to.x + head * Math.cos(back), to.y + head * Math.sin(back));
  }
  return path;
}

/** Words on a ground of their own, as large as they fit into their box. */
function write(context: CanvasRenderingContext2D, box: Box, text: string, unit: number): void {
  context.fillStyle = edge;
  context.beginPath();
  context.roundRect(box.x, box.y, box.width, box.height, 2 * unit);
  context.fill();
  context.save();
  context.clip();
  context.fillStyle = mark;
  context.textBaseline = 'top';
  const padding = Math.min(2 * unit, box.height / 8);
  const room = { width: box.width - 2 * padding, height: box.height - 2 * padding };
  let size = room.height / 1.25;
  let lines = broken(context, text, size, room.width);
  while (size > 6 && (lines.length * size * 1.25 > room.height || widest(context, lines) > room.width)) {
    size *= 0.92;
    lines = broken(context, text, size, room.width);
  }
  for (const [row, line] of lines.entries())
    context.fillText(line, box.x + padding, box.y + padding + (row + 0.12) * size * 1.25);
  context.restore();
}

function broken(context: CanvasRenderingContext2D, text: string, size: number, width: number): string[] {
  context.font = `600 ${size}px system-ui, sans-serif`;
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    const longer = `${last} ${word}`;
    if (last !== undefined && context.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function widest(context: CanvasRenderingContext2D, lines: readonly string[]): number {
  return Math.max(...lines.map((line) => context.measureText(line).width));
}
