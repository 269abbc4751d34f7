import type { Spoken } from './spoken-tree.js';

/** What differs from machine to machine, and says nothing about the product. */
const ofThisMachine: readonly (readonly [RegExp, string])[] = [
  [/localhost:\d+/gu, 'localhost'],
  [/Mozilla\/5\.0 .+? Safari\/[\d.]+/gu, 'Mozilla/5.0 …'],
];

/** A tree as a reviewer reads it: a line for each thing that is heard, in the order in which it is heard. */
export function spokenText(tree: readonly Spoken[]): string {
  const text = tree.flatMap((spoken) => linesOf(spoken, 0)).join('\n');
  return `${ofThisMachine.reduce((kept, [pattern, instead]) => kept.replace(pattern, instead), text)}\n`;
}

function linesOf(spoken: Spoken, depth: number): readonly string[] {
  const { role, name, value, description, told, children } = spoken;
  const indent = '  '.repeat(depth);
  if (role === 'text') return [`${indent}${name}`];
  const options = role === 'combobox' || role === 'listbox' ? children : [];
  const line = [
    role ?? 'text',
    ...(name === '' ? [] : [`« ${name} »`]),
    ...(value === '' || value === name ? [] : [`= ${value}`]),
    ...told.map((state) => `[${state}]`),
    ...(description === '' ? [] : [`— ${description}`]),
  ].join(' ');
  if (options.length > 0) {
    const names = options.map((option) => option.name).join(' | ');
    return [`${indent}${line}`, `${indent}  of ${names}`];
  }
  return [`${indent}${line}`, ...children.flatMap((child) => linesOf(child, depth + 1))];
}
