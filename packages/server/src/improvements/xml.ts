declare const made: unique symbol;

/** A piece of XML. Only `element` makes one, so that whatever else is put into a document is text, and escaped. */
export type Xml = { readonly text: string; readonly [made]: true };

type Attributes = Readonly<Record<string, string>>;

/** One element; strings among its content are text, whatever they hold. */
export function element(name: string, attributes: Attributes, ...content: readonly (Xml | string)[]): Xml {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const inside = content.map((piece) => (typeof piece === 'string' ? escaped(piece) : piece.text)).join('');
  return xml(`<${name}${written.join('')}>${inside}</${name}>`);
}

/** A document as it is sent. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root.text}\n`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What XML 1.0 has no way to hold (its section 2.2), not even escaped. */
const unspeakable = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

function escaped(text: string): string {
  return text.replace(unspeakable, '\u{fffd}').replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

function xml(text: string): Xml {
  return { text } as Xml;
}
