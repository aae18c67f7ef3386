import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../../guide/blocks.ts';
import { isSlow, quickBlocks } from '../../../guide/quick-blocks.ts';
import { quickSections } from '../../../guide/quick-sections.ts';
import { sourceOf } from '../../../guide/source.ts';

/** A link definition at the end has the parser read the whole text. */
function byParser(text: string) {
  return blocksOf(sourceOf(`${text}\n\n[zz]: y`)).slice(0, -1);
}

const LINES = [
  '',
  '',
  '# Head',
  '### **Bold** head (45 s)',
  '## #tag',
  'plain text',
  'text with two blanks  ',
  '  indented',
  '**Label:** text',
  '**Label**: text, *soft* too',
  '*soft* start **bold** end.',
  '(**not** sure)',
  '5 * 3 * 2',
  'a**b**c',
  '**open',
  '- item',
  '- **S:** item',
  '  - below',
  '    - deeper',
  ' - askew',
  '-  wide',
  '* star item',
  '+ plus item',
  '1. one',
  '2. two',
  '3) three',
  '   1. below one',
  '   - below number',
  '- [ ] task',
  '- [x] done',
  '- [ ]',
  '-',
  '- - twice',
  '- # head',
  '---',
  '***',
  '- - -',
  '===',
  '--',
  '> quote',
  '    code',
  'x | y',
  '“quoted” — text…',
  '[Name] said',
  '<5 minutes',
  'AT&T & co',
  '#hash #tags',
  '1986. A year',
  'see [the log](https://example.org) and `code`',
  '- **Label:** with `code` and [a link](x)',
  '  snake_case _soft_ word',
  '### Head with `code`',
  'escaped \\* star & &amp; entity',
  '| x | y |',
  '|---|---|',
  '> - quoted item',
  '![picture](x.png)',
  '- `open',
  'close`',
  'a <b>tag</b>',
  '<div>',
  '```',
  '- x | y',
  '| **x** | `y` |',
  '| 1 | |',
  '> quoted **too**',
  '>',
  '> 1. one',
  '`a` and `b*c`',
  'code `a` beside [a link](x)',
  '`[a](b)` beside [c](d)',
  '**`code`** and [**link**](x)',
  '[a](b)[c](d) end',
];

describe('reading without the parser', () => {
  it('says what the parser says, or gives up', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LINES), { maxLength: 12 }), (some) => {
        // At its very beginning a text may have front matter.
        const lines = ['Top', '', ...some];
        const sections = quickSections(lines, undefined);
        if (sections.some(({ quick }) => quick === undefined)) return;
        expect(sections.flatMap(({ quick }) => quick)).toEqual(byParser(lines.join('\n')));
      }),
      { numRuns: 3000 },
    );
  });

  it('does not give up on what guides are made of', () => {
    const lines = [
      '## Story 1: Lamp',
      '',
      '**Time:** 45 s',
      '- **S:** *dark*',
      '  - cold',
      '1) one',
      '',
      'End.',
    ];
    expect(quickBlocks(lines, 0, lines.length)).toBeUndefined();
    const blocks = quickBlocks(lines.slice(0, 5), 0, 5) ?? [];
    expect(blocks.map((block) => (isSlow(block) ? block : [block.kind, block.depth]))).toEqual([
      ['heading', 2],
      ['text', -1],
      ['item', 0],
      ['item', 1],
    ]);
  });

  it('leaves single paragraphs, tables and words to the parser, and not all around them', () => {
    const lines = [
      '## Lamp',
      '',
      'See [it][x].',
      '',
      '> - dark',
      '',
      '- **S:** my_lamp',
      '  out',
      '',
      '| a |',
      '|---|',
      '| b',
    ];
    const slow = (quickBlocks(lines, 0, lines.length) ?? []).filter(isSlow);
    expect(slow.map(({ at, texts, as }) => [at, texts, as?.kind])).toEqual([
      [2, ['See [it][x].'], undefined],
      [4, ['> - dark'], undefined],
      [6, ['**S:** my_lamp', 'out'], 'item'],
      [9, ['| a |', '|---|', '| b'], undefined],
    ]);
  });
});
