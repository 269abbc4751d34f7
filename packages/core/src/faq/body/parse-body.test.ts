import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Block, type Inline, linkedArticles, plainText, shownFiles } from './body.js';
import { imageLine } from './image.js';
import { parseBody } from './parse-body.js';

const picture = '0190f3a1-1b2c-7d3e-8f40-123456789012';
const text = (words: string): Inline => ({ kind: 'text', text: words });

describe('a body', () => {
  test('falls into paragraphs, headings and lists', () => {
    expect(
      parseBody('Un début\nsur deux lignes.\n\n## Un titre\n- un\n- deux\n  suite\n1. premier\n2) second'),
    ).toEqual([
      { kind: 'paragraph', children: [text('Un début sur deux lignes.')] },
      { kind: 'heading', level: 2, children: [text('Un titre')] },
      { kind: 'list', ordered: false, items: [[text('un')], [text('deux suite')]] },
      { kind: 'list', ordered: true, items: [[text('premier')], [text('second')]] },
    ]);
  });

  test('has strong words, emphasis, code and links', () => {
    const [block] = parseBody(
      '**Admin, *Envois***, `{{session.date}}`, [un *avoir*](faq:avoir-total) ou [là](https://a.fr/x?y=1).',
    );
    expect(block).toEqual({
      kind: 'paragraph',
      children: [
        text('**Admin, '),
        { kind: 'emphasis', children: [text('Envois')] },
        text('**, '),
        { kind: 'code', text: '{{session.date}}' },
        text(', '),
        {
          kind: 'link',
          to: { kind: 'article', id: 'avoir-total' },
          children: [text('un '), { kind: 'emphasis', children: [text('avoir')] }],
        },
        text(' ou '),
        { kind: 'link', to: { kind: 'page', address: 'https://a.fr/x?y=1' }, children: [text('là')] },
        text('.'),
      ],
    });
  });

  test('shows pictures of its own, each on its line, and steps go on after one', () => {
    const blocks = parseBody(
      `1. Ouvrez\n2. Choisissez\n  ![ La liste, « à <signer> » ](file:${picture})\n3. Validez`,
    );
    expect(blocks).toEqual([
      { kind: 'list', ordered: true, items: [[text('Ouvrez')], [text('Choisissez')]] },
      { kind: 'image', file: picture, alt: 'La liste, « à <signer> »' },
      { kind: 'list', ordered: true, start: 3, items: [[text('Validez')]] },
    ]);
    expect(plainText(blocks)).toBe('Ouvrez\nChoisissez\nLa liste, « à <signer> »\nValidez');
    expect(shownFiles(blocks)).toEqual([picture]);
    expect(shownFiles(parseBody(imageLine(picture, ' Un ]( écran\n [deux] ')))).toEqual([picture]);
  });

  test.each([
    '![](file:0190f3a1-1b2c-7d3e-8f40-123456789012)',
    '![ ](file:0190f3a1-1b2c-7d3e-8f40-123456789012)',
    `![${'x'.repeat(301)}](file:0190f3a1-1b2c-7d3e-8f40-123456789012)`,
    '![x](file:../../etc/passwd)',
    '![x](file:0190f3a1-1b2c-7d3e-8f40-123456789012?address=x)',
    '![x](file:///0190f3a1-1b2c-7d3e-8f40-123456789012)',
    '![x](javascript:alert(1))',
    '![x](data:image/svg+xml,<svg onload=alert(1)>)',
    '![x](//ailleurs.example/pixel.png)',
    '![x](blob:https://a.fr/0190f3a1)',
    'Voici ![x](file:0190f3a1-1b2c-7d3e-8f40-123456789012)',
    '<script>alert(1)</script>',
    '[clic](javascript:alert(1))',
    '[clic](http://a.fr)',
    '[clic](data:text/html,x)',
    '[clic](https://a.fr@b.fr)',
    '[clic](faq:../admin)',
    '![image](https://a.fr/x.png',
    '2 * 3 * 4',
    '**jamais fermé',
  ])('%s is but words', (markdown) => {
    const blocks = parseBody(markdown);
    expect(blocks).toEqual([{ kind: 'paragraph', children: [text(markdown)] }]);
  });

  test('a foreign picture is a link at most, and never fetched', () => {
    for (const address of ['https://a.fr/x.png', 'faq:avoir']) {
      const [block] = parseBody(`![suivi](${address})`);
      expect(block).toMatchObject({ kind: 'paragraph', children: [text('!'), { kind: 'link' }] });
    }
  });

  test('a mark can be written as it is', () => {
    expect(plainText(parseBody('3 \\* 4, \\`x\\`'))).toBe('3 * 4, `x`');
  });

  test('says which articles it leads to', () => {
    const body = '[a](faq:un), **[b](faq:deux)**\n- [c](faq:un)';
    expect(linkedArticles(parseBody(body))).toEqual(['un', 'deux']);
  });
});

describe('whatever an author writes', () => {
  const pieces = fc.constantFrom(
    '*',
    '**',
    '`',
    '[',
    '](',
    ')',
    'faq:a',
    'https://a.fr',
    '\n',
    '\n\n',
    '- ',
    '1. ',
    '## ',
    '\\',
    '![',
    `file:${picture}`,
    ' mot ',
    ' ',
  );
  const markdown = fc.oneof(
    fc.string({ maxLength: 80 }),
    fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
  );

  test('is read, keeps its words, and has no empty part', () => {
    fc.assert(
      fc.property(markdown, (written) => {
        const blocks = parseBody(written);
        const kept = plainText(blocks).match(/mot/g)?.length ?? 0;
        expect(kept).toBe(written.match(/mot/g)?.length ?? 0);
        for (const block of blocks) {
          const parts =
            block.kind === 'list' ? block.items : [block.kind === 'image' ? [block.alt] : block.children];
          for (const part of parts) expect(part.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('pictures are files by their ids alone, and have words', () => {
    fc.assert(
      fc.property(markdown, (written) => {
        for (const block of parseBody(written)) {
          if (block.kind !== 'image') continue;
          expect(block.file).toMatch(/^[0-9a-f-]{36}$/);
          expect(block.alt.trim()).not.toBe('');
        }
      }),
      { numRuns: 500 },
    );
  });

  test('links lead to articles and pages over https, and never within each other', () => {
    const linksIn = (inlines: readonly Inline[], within: boolean): boolean =>
      inlines.every((inline) => {
        if (!('children' in inline)) return true;
        if (inline.kind !== 'link') return linksIn(inline.children, within);
        const safe = inline.to.kind === 'article' || inline.to.address.startsWith('https://');
        return safe && !within && linksIn(inline.children, true);
      });
    const allOf = (block: Block) =>
      block.kind === 'list' ? block.items.flat() : block.kind === 'image' ? [] : block.children;
    fc.assert(
      fc.property(markdown, (written) => {
        expect(parseBody(written).every((block) => linksIn(allOf(block), false))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
