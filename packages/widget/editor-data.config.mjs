import { writeFileSync } from 'node:fs';

/**
 * What `cem analyze` writes down of the element that pages embed, from what its source says of itself: the manifest, and
 * from that what JetBrains and VS Code take.
 */
export default {
  globs: ['src/launcher/teo-support.ts'],
  outdir: 'dist',
  packagejson: false,
  plugins: [
    { name: 'editor-data', packageLinkPhase: ({ customElementsManifest }) => write(customElementsManifest) },
  ],
};

const script = 'dist/teo-support.js';

/** @param {import('custom-elements-manifest').Package} manifest */
function write(manifest) {
  const [module] = manifest.modules;
  const element = module?.declarations?.find(
    (declared) => declared.kind === 'class' && 'tagName' in declared,
  );
  if (module === undefined || element === undefined) throw new Error('The source has no element.');
  module.path = script;
  for (const exported of module.exports ?? []) exported.declaration.module = script;
  // What is not documented is nobody's business, nor what is private, whatever is said of it.
  element.members = element.members?.filter(
    (member) => member.description !== undefined && member.privacy !== 'private',
  );
  element.attributes = element.attributes?.filter(({ description }) => description !== undefined);
  writeFileSync(new URL('dist/web-types.json', import.meta.url), text(webTypes(element)));
  writeFileSync(new URL('dist/vscode.html-custom-data.json', import.meta.url), text(htmlData(element)));
}

/** @param {import('custom-elements-manifest').CustomElement} element */
function webTypes({
  tagName,
  description,
  attributes = [],
  events = [],
  cssProperties = [],
  cssParts = [],
  members = [],
}) {
  const described = (/** @type {readonly { name: string, description?: string }[]} */ list) =>
    list.map(({ name, description }) => ({ name, description }));
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name: '@teo-support/widget',
    version: '0.1.0',
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: [
          {
            name: tagName,
            description,
            attributes: attributes.map((attribute) => ({
              ...described([attribute])[0],
              ...(choicesOf(attribute).length > 0
                ? { values: choicesOf(attribute).map((name) => ({ name })) }
                : {}),
            })),
            js: {
              events: described(events),
              properties: described(members.filter(({ kind }) => kind === 'field')),
            },
            css: { properties: described(cssProperties), parts: described(cssParts) },
          },
        ],
      },
    },
  };
}

/** @param {import('custom-elements-manifest').CustomElement} element */
function htmlData({ tagName, description, attributes = [] }) {
  return {
    version: 1.1,
    tags: [
      {
        name: tagName,
        description,
        attributes: attributes.map((attribute) => ({
          name: attribute.name,
          description: attribute.description,
          values: choicesOf(attribute).map((name) => ({ name })),
        })),
      },
    ],
  };
}

/** @param {import('custom-elements-manifest').Attribute} attribute */
function choicesOf({ type }) {
  return [...(type?.text ?? '').matchAll(/'([^']+)'/g)].map(([, choice]) => choice ?? '');
}

/** @param {unknown} value */
function text(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}
