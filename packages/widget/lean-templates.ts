import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Options } from 'tsup';
import ts from 'typescript';
import { launcherTokens } from './src/design/launcher-tokens.js';
import { tokensText } from './src/design/tokens-text.js';

const token = /--_[a-z][a-z0-9-]*/g;

/** The tokens of the design under shorter names: nothing outside the script knows them. */
const shortNames = new Map(
  [...new Set(`${launcherTokens}${tokensText}`.match(token))].map((name, place) => [
    name,
    `--_${place.toString(36)}`,
  ]),
);

const sources = fileURLToPath(new URL('src', import.meta.url));

function inSources(path: string): string {
  return join(sources, path);
}

function styleSheetsIn(folder: string): readonly string[] {
  const names = readdirSync(inSources(folder)).toSorted();
  return names.filter((name) => name.endsWith('-style.ts')).map((name) => `${folder}/${name}`);
}

/** What is loaded after something else, and builds on it; and the folders whose style sheets stand together in it. */
const after = [
  {
    part: 'panel/later-parts.ts',
    on: 'panel/panel.ts',
    styles: ['filing', 'screenshots', 'faq', 'following'],
  },
  { part: 'improvements/index.ts', on: 'panel/later-parts.ts', styles: ['improvements'] },
  { part: 'screenshots/editor/index.ts', on: 'panel/later-parts.ts', styles: [] },
].map(({ part, on, styles }) => ({
  part: inSources(part),
  // gzip looks back 32 kB and no further: what is alike is to stand together.
  first: [on, ...styles.flatMap(styleSheetsIn)].map((path) => `import ${JSON.stringify(inSources(path))};\n`),
}));

/**
 * Takes the indentation out of templates (`html`, `svg`, `css` and the plain text of styles): minifiers leave strings
 * alone, and a third of what a template weighs is there for its writer only. What only Lit reads goes too. What is loaded after something else is told
 * so: code that both need then stands in one piece, in place of many small ones that compress badly.
 */
export const leanTemplates = {
  name: 'lean-templates',
  setup(build: Parameters<Extract<Options['esbuildPlugins'], unknown[]>[number]['setup']>[0]) {
    build.onLoad({ filter: /[\\/]packages[\\/]widget[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
      const named = (await readFile(path, 'utf8')).replace(token, (name) => shortNames.get(name) ?? name);
      const leaned = lean(leanProperties(named, path), /-style\.ts$|tokens[a-z-]*\.ts$/.test(path));
      const first = after.find(({ part }) => part === path)?.first ?? [];
      return { contents: first.join('') + leaned, loader: 'ts' as const };
    });
  },
};

/**
 * Takes out of the properties of an element what only Lit reads. Attributes and converters, which Lit would read too, are
 * not there in the script: whoever declares one is told here.
 */
function leanProperties(source: string, path: string): string {
  return source.replace(/(?<=static override properties = \{)[\s\S]*?(?=\n {2}\};)/, (declared) => {
    const leaned = declared.replaceAll(/\{ (?:attribute: false|state: true) \}/g, '0');
    if (leaned.includes('{')) throw new Error(`${path} declares a property that the script does not know.`);
    return leaned;
  });
}

/** @param styles whether untagged templates are style sheets */
function lean(source: string, styles: boolean): string {
  const file = ts.createSourceFile('template.ts', source, ts.ScriptTarget.Latest, true);
  const pieces: { readonly from: number; readonly to: number; readonly text: string }[] = [];
  const take = (node: ts.Node, shrink: (text: string) => string) => {
    const from = node.getStart(file) + 1;
    const to = node.getEnd() - (source.startsWith('${', node.getEnd() - 2) ? 2 : 1);
    pieces.push({ from, to, text: shrink(source.slice(from, to)) });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node)) {
      const tag = ts.isTaggedTemplateExpression(node.parent) ? node.parent.tag.getText(file) : '';
      const shrink =
        tag === 'html' || tag === 'svg' ? leanMarkup : tag === 'css' || styles ? leanStyle : null;
      if (shrink !== null && ts.isNoSubstitutionTemplateLiteral(node)) take(node, shrink);
      if (shrink !== null && ts.isTemplateExpression(node))
        for (const piece of [node.head, ...node.templateSpans.map(({ literal }) => literal)])
          take(piece, shrink);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return pieces
    .toSorted((one, other) => other.from - one.from)
    .reduce((text, { from, to, text: shrunk }) => text.slice(0, from) + shrunk + text.slice(to), source);
}

const blocks = 'article|dd|div|dl|dt|fieldset|form|h[23]|legend|li|nav|ol|p|section|ul';
const besideBlocks = new RegExp(`(</?(?:${blocks})(?: [^<>]*)?>) | (?=</?(?:${blocks})[ >])`, 'g');

/** A line break and its indentation count as one space, as they do in HTML; beside a block they count as nothing. */
function leanMarkup(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replace(besideBlocks, '$1');
}

function leanStyle(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) ?/g, '$1')
    .replace(/([:,]) /g, '$1')
    .replace(/;}/g, '}');
}
