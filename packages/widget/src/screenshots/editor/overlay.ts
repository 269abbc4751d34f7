import { nothing, svg, type TemplateResult } from 'lit';
import type { ScreenshotWords } from '../../locales/words.js';
import {
  type Box,
  boxOf,
  type Drawing,
  type Grip,
  gripNamed,
  gripsOf,
  type Point,
  type Shape,
  type Size,
  type Stretch,
  type Target,
} from './shapes.js';

/** What lies over the picture for hands and readers: an outline of each shape, and the corners of the chosen one. */
export interface Overlay {
  readonly drawing: Drawing;
  readonly cropping: boolean;
  readonly chosen: Target | null;
  /** The corner that waits for its place. */
  readonly held: Grip | null;
  readonly words: ScreenshotWords;
}

/** Draws what can be taken hold of. Nothing of it is in the picture that is sent. */
export function renderOverlay({ drawing, cropping, chosen, held, words }: Overlay): TemplateResult {
  const { crop, shapes, size } = drawing;
  const things = cropping
    ? [{ ...crop, id: 'crop', kind: 'crop' } as const]
    : shapes.filter((shape) => shape.id === chosen || meets(boxOf(shape), boxOf(crop)));
  return svg`${
    cropping
      ? svg`<path class="outside" fill-rule="evenodd" d="M0 0H${size.width}V${size.height}H0Z${outline('crop', crop)}"></path>`
      : nothing
  }${things.map((thing) => renderThing(thing, thing.id === chosen, held, words))}`;
}

type Thing = Shape | (Stretch & { readonly id: 'crop'; readonly kind: 'crop' });

function renderThing(
  thing: Thing,
  chosen: boolean,
  held: Grip | null,
  words: ScreenshotWords,
): TemplateResult {
  const path = outline(thing.kind, thing);
  return svg`<g class="shape ${chosen ? 'chosen' : ''}" tabindex="0" role="img" aria-label=${described(thing, words)} data-target=${thing.id}>
    <path class="reach" d=${path}></path>
    ${thing.kind === 'arrow' ? nothing : svg`<path class="body" d=${path}></path>`}
    <path class="halo" d=${path}></path>
    <path class="line" d=${path}></path>
    ${chosen ? gripsOf(thing.kind).map((grip) => renderGrip(thing, grip, held)) : nothing}
  </g>`;
}

function renderGrip(thing: Thing, grip: Grip, held: Grip | null): TemplateResult {
  const [byX, byY] = grip;
  const path = `M${thing[byX].x} ${thing[byY].y}h0`;
  const isHeld = held?.[0] === byX && held[1] === byY;
  return svg`<g class="grips" data-grip=${grip.join()}>
    <path class="reach" d=${path}></path>
    <path class="grip" d=${path}></path>
    <path class=${isHeld ? 'dot held' : 'dot'} d=${path}></path>
  </g>`;
}

function outline(kind: Thing['kind'], { from, to }: Stretch): string {
  if (kind === 'arrow') return `M${from.x} ${from.y}L${to.x} ${to.y}`;
  return `M${from.x} ${from.y}H${to.x}V${to.y}H${from.x}Z`;
}

/** What a reader says of a shape: what it is, how large, and where. */
export function described(thing: Thing, words: ScreenshotWords): string {
  const { x, y, width, height } = boxOf(thing);
  const name = words.shape[thing.kind];
  const text = 'text' in thing && thing.text !== '' ? `${name} (${thing.text})` : name;
  return words.described(text, width, height, x, y);
}

/** Whether a shape has a part in what is kept. */
function meets(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** What of the overlay an event came from. */
export function targetAt(from: EventTarget | null): Target | null {
  const name = from instanceof Element ? from.closest('[data-target]')?.getAttribute('data-target') : null;
  return name === null || name === undefined ? null : name === 'crop' ? name : Number(name);
}

/** Which corner of it, if it was one. */
export function gripAt(from: EventTarget | null): Grip | null {
  const name = from instanceof Element ? from.closest('[data-grip]')?.getAttribute('data-grip') : null;
  return gripNamed(name ?? '');
}

/** Where in the picture a pointer is; beside it, the nearest place in it. */
export function placeIn(over: SVGSVGElement, { clientX, clientY }: PointerEvent, size: Size): Point {
  const place = new DOMPoint(clientX, clientY).matrixTransform(over.getScreenCTM()?.inverse());
  return {
    x: Math.round(Math.max(0, Math.min(size.width, place.x))),
    y: Math.round(Math.max(0, Math.min(size.height, place.y))),
  };
}
