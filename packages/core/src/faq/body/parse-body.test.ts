import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Block, type Inline, linkedArticles, plainText } from './body.js';
import { parseBody } from './parse-body.js';

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

  test.each([
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
          const parts = block.kind === 'list' ? block.items : [block.children];
          for (const part of parts) expect(part.length).toBeGreaterThan(0);
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
    const allOf = (block: Block) => (block.kind === 'list' ? block.items.flat() : block.children);
    fc.assert(
      fc.property(markdown, (written) => {
        expect(parseBody(written).every((block) => linksIn(allOf(block), false))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
