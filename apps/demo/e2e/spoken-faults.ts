import type { Spoken } from './spoken-tree.js';

/** Of no use to a listener without a name. */
const named = new Set(
  [
    'alertdialog button checkbox combobox dialog heading image link listbox meter navigation progressbar radio',
    'region searchbox slider spinbutton switch tab tabpanel textbox',
  ].flatMap((line) => line.split(' ')),
);

/** What is wrong with a tree as it is heard, a sentence for each fault; where it is nothing, an empty list. */
export function spokenFaults(tree: readonly Spoken[]): readonly string[] {
  return [...tree.flatMap((spoken) => faultsIn(spoken, undefined)), ...headingFaults(tree)];
}

function faultsIn(spoken: Spoken, parent: Spoken | undefined): readonly string[] {
  const { role, name, description, children } = spoken;
  const what = `${role ?? 'text'} « ${name} »`;
  const faults = [
    ...(role !== undefined && named.has(role) && name === ''
      ? [`${role} in ${parent?.role} has no name`]
      : []),
    ...(isDoubled(name) ? [`${what} says its name twice`] : []),
    ...(role !== undefined && name !== '' && description.includes(name)
      ? [`${what} is described by its name`]
      : []),
    ...(isDoubled(description) ? [`${what} says its description twice`] : []),
    ...(isGlued(name) || isGlued(description)
      ? [`${what} — ${description}: words without a space between`]
      : []),
    ...(role === 'list' && !children.some((child) => child.role === 'listitem')
      ? [`${what} has no items`]
      : []),
    ...(role === 'listitem' && parent?.role !== 'list' ? [`${what} stands outside of a list`] : []),
  ];
  return [...faults, ...children.flatMap((child) => faultsIn(child, spoken))];
}

function headingFaults(tree: readonly Spoken[]): readonly string[] {
  const levels = tree.flatMap(headingLevels);
  return levels.flatMap((level, place) => {
    const before = levels[place - 1] ?? level;
    return level > before + 1 ? [`a heading of level ${level} comes after one of level ${before}`] : [];
  });
}

function headingLevels({ role, told, children }: Spoken): readonly number[] {
  const level = Number(told.find((each) => each.startsWith('level '))?.slice('level '.length) ?? 1);
  return [...(role === 'heading' ? [level] : []), ...children.flatMap(headingLevels)];
}

function isDoubled(text: string): boolean {
  const words = text.split(/\s+/u);
  const half = words.length / 2;
  return (
    words.length > 1 && Number.isInteger(half) && words.slice(0, half).join() === words.slice(half).join()
  );
}

/** A letter beside a bracket, or a small one before a capital: two elements with no space between them. */
function isGlued(text: string): boolean {
  const spelled = text.replace(
    /\bkB|WebP|WebM|PowerPoint|OpenDocument/gu,
    (name) => name.charAt(0) + name.slice(1).toLowerCase(),
  );
  return /\p{L}\(|\p{Ll}\p{Lu}/u.test(spelled.replace(/https?:\S+|Mozilla\/5\.0 .+/gu, ''));
}
