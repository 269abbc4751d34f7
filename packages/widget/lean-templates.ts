import { readFile } from 'node:fs/promises';
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

/** What is loaded after something else, and builds on it. */
const after = [
  { part: /[\\/]filing[\\/]sending\.ts$/, on: '../panel/panel.js' },
  { part: /[\\/]editor[\\/]index\.ts$/, on: '../../filing/sending.js' },
  { part: /[\\/]improvements[\\/]index\.ts$/, on: '../filing/sending.js' },
  { part: /[\\/]following[\\/]index\.ts$/, on: '../filing/sending.js' },
];

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
      const on = after.find(({ part }) => part.test(path))?.on;
      const contents = on === undefined ? leaned : `import '${on}';\n${leaned}`;
      return { contents, loader: 'ts' as const };
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
