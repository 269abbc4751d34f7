import type { Page } from '@playwright/test';

/** Rows of links, and the sheet of attendances, are scrolled sideways by intent. */
const scrolledSideways = 'nav, .sheet';

/** What is cut off, or reaches out of its place to the side: a line for each, the innermost only. */
export async function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate((sideways) => {
    const found: { readonly element: Element; readonly why: string }[] = [];
    const visit = (root: Document | ShadowRoot) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot !== null) visit(element.shadowRoot);
        if (!(element instanceof HTMLElement) || !element.checkVisibility({ visibilityProperty: true }))
          continue;
        // What somebody writes may be longer than its field.
        if (element.matches('input, textarea, select')) continue;
        // For screen readers alone.
        if (element.clientWidth <= 1 || element.clientHeight <= 1) continue;
        const style = getComputedStyle(element);
        if (style.clipPath !== 'none') continue;
        const isWider = element.scrollWidth > element.clientWidth + 1;
        const isHigher = element.scrollHeight > element.clientHeight + 2;
        // Three dots say that there is more.
        const saysSo = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
        const scrolls = /auto|scroll/.test(style.overflowX) && element.matches(sideways);
        // A row that reaches over the padding around it by intent is wider than its parent; text never is.
        const holdsText = [...element.childNodes].some(
          (node) => node.nodeType === 3 && node.textContent?.trim(),
        );
        const clips = style.overflowX !== 'visible';
        if (isWider && (clips || holdsText) && !saysSo && !scrolls) found.push({ element, why: 'too wide' });
        else if (isHigher && !saysSo && /hidden|clip/.test(style.overflowY))
          found.push({ element, why: 'cut below' });
      }
    };
    visit(document);
    const isOutside = (element: Element) =>
      found.some((other) => other.element !== element && element.contains(other.element));
    return found
      .filter(({ element }) => !isOutside(element))
      .map(({ element, why }) => {
        const text = (element.textContent ?? '').trim().replace(/\s+/gu, ' ').slice(0, 60);
        const host =
          element.getRootNode() instanceof ShadowRoot ? (element.getRootNode() as ShadowRoot).host : null;
        const name = [host?.localName, `${element.localName}.${element.className}`].filter(Boolean).join(' ');
        return `${name} is ${why}: ${element.scrollWidth}×${element.scrollHeight} in ${element.clientWidth}×${element.clientHeight} « ${text} »`;
      });
  }, scrolledSideways);
}
