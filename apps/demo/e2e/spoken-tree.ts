import type { CDPSession, Page } from '@playwright/test';

/** A node as Chromium gives it to a screen reader (Chrome DevTools Protocol, Accessibility.AXNode), of which this is read. */
interface AccessibleNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly childIds?: readonly string[];
  readonly role?: { readonly value?: string };
  readonly name?: { readonly value?: string };
  readonly description?: { readonly value?: string };
  readonly value?: { readonly value?: string | number };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
}

/** What is said of a part of the page: one role with what it is called, or words that stand by themselves. */
export interface Spoken {
  /** `text` for words alone, and nothing for words that go on in what follows. */
  readonly role: string | undefined;
  readonly name: string;
  readonly description: string;
  readonly value: string;
  /** Heading level, states and properties that readers tell: `required`, `invalid`, `expanded`, `level 2`. */
  readonly told: readonly string[];
  readonly children: readonly Spoken[];
}

/**
 * The roles that readers announce or let people move by. Everything else is a box, of which only the content is heard: the
 * names of boxes differ between versions of Chromium.
 */
const announced = new Set(
  [
    'alert alertdialog article banner blockquote button cell checkbox columnheader combobox complementary',
    'contentinfo definition dialog disclosure figure form grid gridcell group heading image link list listbox listitem log',
    'main menu menuitem meter navigation note option progressbar radio radiogroup region row',
    'rowheader search searchbox slider spinbutton status switch tab table tablist tabpanel term textbox timer',
    'toolbar tooltip tree treeitem',
  ].flatMap((line) => line.split(' ')),
);

/** Chromium's own names for what ARIA calls otherwise. */
const ariaNames: Readonly<Record<string, string>> = {
  img: 'image',
  DescriptionListTerm: 'term',
  DescriptionListDetail: 'definition',
  DisclosureTriangle: 'disclosure',
  LayoutTable: 'table',
};

/** Heard by their name only: without one they are a box. */
const heardByName = new Set(['group', 'form', 'region']);

/** They end what was said before them, and are heard by themselves. */
const blocks = new Set(['paragraph', 'LabelText', 'Legend']);

const toldIf: Readonly<Record<string, readonly unknown[]>> = {
  required: [true],
  invalid: ['true', 'grammar', 'spelling'],
  disabled: [true],
  readonly: [true],
  modal: [true],
  focused: [true],
  busy: [true],
  multiselectable: [true],
};

/** The accessibility tree of the page, or of the first part of it with this role. */
export async function spokenTree(page: Page, role?: string): Promise<readonly Spoken[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const all = await wholeTree(session);
    const [root] = all;
    const top = role === undefined ? root : all.find((node) => !node.ignored && roleOf(node) === role);
    if (top === undefined) throw new Error(`Nothing on the page has the role ${role}.`);
    const byId = new Map(all.map((node) => [node.nodeId, node]));
    return joined(spokenOf(top, byId)).map(ended);
  } finally {
    await session.detach();
  }
}

async function wholeTree(session: CDPSession): Promise<readonly AccessibleNode[]> {
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes.map((node): AccessibleNode => node);
}

function roleOf(node: AccessibleNode): string {
  const role = node.role?.value ?? '';
  return ariaNames[role] ?? role;
}

function spokenOf(node: AccessibleNode, byId: ReadonlyMap<string, AccessibleNode>): readonly Spoken[] {
  const role = roleOf(node);
  const inside = (node.childIds ?? []).flatMap((id) => {
    const child = byId.get(id);
    return child === undefined ? [] : spokenOf(child, byId);
  });
  if (node.ignored) return inside;
  const name = plain(node.name?.value);
  if (role === 'StaticText') return name === '' ? [] : [words(name)];
  if (blocks.has(role)) return joined(inside).map(ended);
  const live = node.properties?.find((property) => property.name === 'live')?.value.value;
  const isLive = live === 'polite' || live === 'assertive';
  if (!isLive && !announced.has(role)) return inside;
  if (!isLive && heardByName.has(role) && name === '') return joined(inside).map(ended);
  const children = joined(inside).map(ended);
  const repeats = children.every((child) => child.role === 'text') && textOf(children) === bare(name);
  return [
    {
      role: announced.has(role) ? role : `live (${live})`,
      name,
      description: plain(node.description?.value),
      value: plain(node.value?.value),
      told: toldOf(node),
      children: repeats || role === 'textbox' || role === 'searchbox' ? [] : children,
    },
  ];
}

function toldOf({ properties = [] }: AccessibleNode): readonly string[] {
  return properties.flatMap(({ name, value: { value } }) => {
    if (toldIf[name]?.includes(value)) return [name];
    if (name === 'level' && value !== 1) return [`level ${value}`];
    if (name === 'expanded') return [value === true ? 'expanded' : 'collapsed'];
    if ((name === 'checked' || name === 'pressed') && value !== 'false') return [name];
    if (name === 'selected' && value === true) return [name];
    return [];
  });
}

function words(name: string): Spoken {
  return { role: undefined, name, description: '', value: '', told: [], children: [] };
}

function ended(spoken: Spoken): Spoken {
  return spoken.role === undefined ? { ...spoken, role: 'text' } : spoken;
}

/** Words that follow each other are heard as one. */
function joined(parts: readonly Spoken[]): readonly Spoken[] {
  const said: Spoken[] = [];
  for (const part of parts) {
    const last = said.at(-1);
    if (last === undefined || last.role !== undefined || part.role !== undefined) said.push(part);
    else {
      const space = /[(’]$/u.test(last.name) || /^[).,]/u.test(part.name) ? '' : ' ';
      said[said.length - 1] = words(`${last.name}${space}${part.name}`);
    }
  }
  return said;
}

const textOf = (parts: readonly Spoken[]) => bare(parts.map(({ name }) => name).join(''));
const bare = (text: string) => text.replace(/\s/gu, '');
/** One line; the no-break spaces of French stay. */
const plain = (text: string | number | undefined) =>
  String(text ?? '')
    .replace(/[^\S\u00a0\u202f]+/gu, ' ')
    .trim();
