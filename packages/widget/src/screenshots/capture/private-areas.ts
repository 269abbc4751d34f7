import type { Box } from '../editor/shapes.js';

/** Marks what on the host's page belongs to somebody: it is masked in a picture of the tab before anybody sees it. */
const privateAttribute = 'data-teo-private';

/** An area of the window, in CSS pixels. */
interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How the coordinates of a document come to those of the window: a frame may stand anywhere, and be scaled. */
interface Place {
  readonly left: number;
  readonly top: number;
  readonly scaleX: number;
  readonly scaleY: number;
  /** What of the window the document can be seen in. */
  readonly seen: Area;
}

/**
 * Where the window shows what is marked as private, element by element, in CSS pixels of the window: every box and every line of text of what
 * is marked, through shadow roots, slots and frames of the same origin, as far as the window and scrolled areas show it.
 * What another element may hide is masked all the same, as it may shine through. A marked frame is masked as a whole,
 * wherever it comes from.
 */
export function privateAreas(page: Document): readonly (readonly Area[])[] {
  const view = page.defaultView;
  if (view === null) return [];
  const seen = { left: 0, top: 0, right: view.innerWidth, bottom: view.innerHeight };
  return areasIn(page, { left: 0, top: 0, scaleX: 1, scaleY: 1, seen });
}

/**
 * The same in pixels of a picture of the window, outwards to whole ones and two more: an edge that is smoothed lies beyond
 * its box.
 */
export function inPicture(
  areas: readonly Area[],
  picture: { width: number; height: number },
): readonly Box[] {
  const zoom = window.visualViewport ?? { scale: 1, offsetLeft: 0, offsetTop: 0 };
  const across = (picture.width / window.innerWidth) * zoom.scale;
  const down = (picture.height / window.innerHeight) * zoom.scale;
  return areas.map(({ left, top, right, bottom }) => {
    const x = Math.floor((left - zoom.offsetLeft) * across) - 2;
    const y = Math.floor((top - zoom.offsetTop) * down) - 2;
    return {
      x,
      y,
      width: Math.ceil((right - zoom.offsetLeft) * across) + 2 - x,
      height: Math.ceil((bottom - zoom.offsetTop) * down) + 2 - y,
    };
  });
}

function areasIn(root: Document | ShadowRoot, place: Place): readonly (readonly Area[])[] {
  return [...root.querySelectorAll('*')].flatMap((element) => {
    if (element.hasAttribute(privateAttribute)) {
      const boxes = boxesOf(element, place);
      return boxes.length === 0 ? [] : [boxes];
    }
    const inside = element.shadowRoot === null ? [] : areasIn(element.shadowRoot, place);
    return [...inside, ...areasInFrame(element, place)];
  });
}

function areasInFrame(element: Element, place: Place): readonly (readonly Area[])[] {
  if (!isFrame(element) || element.contentDocument === null) return [];
  const box = element.getBoundingClientRect();
  const scaleX = element.offsetWidth === 0 ? 1 : box.width / element.offsetWidth;
  const scaleY = element.offsetHeight === 0 ? 1 : box.height / element.offsetHeight;
  const [seen] = visible([box], element, place);
  if (seen === undefined) return [];
  return areasIn(element.contentDocument, {
    left: place.left + (box.left + (element.clientLeft + padding(element, 'Left')) * scaleX) * place.scaleX,
    top: place.top + (box.top + (element.clientTop + padding(element, 'Top')) * scaleY) * place.scaleY,
    scaleX: place.scaleX * scaleX,
    scaleY: place.scaleY * scaleY,
    seen,
  });
}

function padding(element: Element, side: 'Left' | 'Top'): number {
  return Number.parseFloat(getComputedStyle(element)[`padding${side}`]) || 0;
}

/** Everything that an element draws: itself, what it holds, and what is put into its slots. */
function boxesOf(element: Element, place: Place): readonly Area[] {
  const own = element.checkVisibility({ visibilityProperty: true })
    ? visible(element.getClientRects(), element, place)
    : [];
  const inside = childrenOf(element).flatMap((child): readonly Area[] => {
    if (child.nodeType === Node.TEXT_NODE) return linesOf(child, element, place);
    return isElement(child) ? boxesOf(child, place) : [];
  });
  return [...own, ...inside];
}

function childrenOf(element: Element): readonly Node[] {
  if (element.shadowRoot !== null) return [...element.shadowRoot.childNodes];
  const slotted = isSlot(element) ? element.assignedNodes() : [];
  if (slotted.length > 0) return slotted;
  return [...element.childNodes];
}

/** Lines of text may reach beyond the box of their element. */
function linesOf(text: Node, parent: Element, place: Place): readonly Area[] {
  if (!parent.checkVisibility({ visibilityProperty: true })) return [];
  const range = text.ownerDocument?.createRange();
  range?.selectNodeContents(text);
  return visible(range?.getClientRects() ?? [], parent, place);
}

// By their names: what stands in a frame is made by constructors of its own.
function isFrame(element: Element): element is HTMLIFrameElement {
  return element.localName === 'iframe';
}

function isSlot(element: Element): element is HTMLSlotElement {
  return element.localName === 'slot';
}

function isShadowRoot(node: Node): node is ShadowRoot {
  return node.nodeType === Node.DOCUMENT_FRAGMENT_NODE && 'host' in node;
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}

/** What of these boxes can be seen, in the window's coordinates. */
function visible(boxes: Iterable<Area>, element: Element, place: Place): readonly Area[] {
  const seen = clipOf(element, place);
  return [...boxes].flatMap((box) => {
    const area = common(inWindow(box, place), seen);
    return area.right > area.left && area.bottom > area.top ? [area] : [];
  });
}

function inWindow({ left, top, right, bottom }: Area, place: Place): Area {
  return {
    left: place.left + left * place.scaleX,
    top: place.top + top * place.scaleY,
    right: place.left + right * place.scaleX,
    bottom: place.top + bottom * place.scaleY,
  };
}

function common(one: Area, other: Area): Area {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
}

/**
 * What the scrolled and cut areas round an element let be seen of it. An element that is placed leaves those that do not
 * hold it; where that is not certain, it counts as seen.
 */
function clipOf(element: Element, place: Place): Area {
  let seen = place.seen;
  let { position } = getComputedStyle(element);
  for (let above = parentOf(element); above !== null; above = parentOf(above)) {
    if (position === 'fixed') break;
    const style = getComputedStyle(above);
    if (position === 'absolute' && style.position === 'static') continue;
    if (
      style.overflow !== 'visible' &&
      above !== above.ownerDocument.documentElement &&
      above.localName !== 'body'
    )
      seen = common(seen, inWindow(above.getBoundingClientRect(), place));
    position = style.position;
  }
  return seen;
}

/** The element round another in what is drawn. */
function parentOf(element: Element): Element | null {
  if (element.assignedSlot !== null) return element.assignedSlot;
  const { parentNode } = element;
  if (parentNode === null) return null;
  return isElement(parentNode) ? parentNode : isShadowRoot(parentNode) ? parentNode.host : null;
}
