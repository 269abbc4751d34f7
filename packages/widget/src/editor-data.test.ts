import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const root = new URL('../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const named = z.array(z.object({ name: z.string(), description: z.string().min(5) }));

const [element] = z
  .object({
    modules: z.tuple([
      z.object({
        path: z.literal('dist/teo-support.js'),
        declarations: z.array(
          z.object({
            tagName: z.literal('teo-support'),
            attributes: named,
            members: named,
            events: named,
            cssProperties: named,
            cssParts: named,
          }),
        ),
      }),
    ]),
  })
  .parse(JSON.parse(read('dist/custom-elements.json'))).modules[0].declarations;
if (element === undefined) throw new Error('The manifest has no element.');

const source = read('src/launcher/teo-support.ts');
const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name).sort();
const found = (text: string, pattern: RegExp) => [
  ...new Set([...text.matchAll(pattern)].map(([, name]) => name ?? '')),
];

describe('the manifest of the element', () => {
  test('has every attribute that the element reads', () => {
    const observed = found(/observedAttributes = \[(.*)\]/.exec(source)?.[1] ?? '', /'([^']+)'/g);
    const styled = found(read('src/design/launcher-tokens.ts'), /:host\(\[([a-z-]+)=/g);
    const asked = found(source, /this\.(?:get|has)Attribute\('([^']+)'\)/g);
    const settings = found(read('src/panel/settings-of.ts'), /\battribute\('([^']+)'\)/g);
    expect(names(element.attributes)).toEqual(
      [...new Set([...observed, ...styled, ...asked, ...settings])].sort(),
    );
  });

  test('has every event that the element fires', () => {
    const panel = read('src/panel/settings-of.ts');
    expect(names(element.events)).toEqual(found(source + panel, /new CustomEvent\('([^']+)'/g).sort());
  });

  test('has every custom property that a style reads', () => {
    const styles = readdirSync(new URL('src', root), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
      .map((path) => read(`src/${path}`));
    expect(names(element.cssProperties)).toEqual(found(styles.join(), /var\((--teo-[a-z-]+)/g).sort());
  });

  test('has what the README names, and nothing that is nobody’s business', () => {
    const readme = read('README.md');
    for (const { name } of [
      ...element.attributes,
      ...element.events,
      ...element.cssProperties,
      ...element.cssParts,
    ])
      expect(readme).toContain(`\`${name}\``);
    for (const { name } of element.members) expect(readme).toContain(`\`${name}`);
  });
});

test('editors are told the same, with the choices of an attribute', () => {
  const vscode = JSON.parse(read('dist/vscode.html-custom-data.json')).tags[0];
  const webTypes = JSON.parse(read('dist/web-types.json')).contributions.html.elements[0];
  for (const told of [vscode, webTypes]) {
    expect(names(told.attributes)).toEqual(names(element.attributes));
    const scheme = told.attributes.find(({ name }: { name: string }) => name === 'color-scheme');
    expect(scheme.values).toEqual([{ name: 'light' }, { name: 'dark' }]);
  }
  expect(names(webTypes.css.properties)).toEqual(names(element.cssProperties));
});
