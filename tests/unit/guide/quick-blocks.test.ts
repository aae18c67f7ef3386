import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../../guide/blocks.ts';
import { quickBlocks } from '../../../guide/quick-blocks.ts';
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
  'a | b',
  '“quoted” — text…',
  '[Name] said',
  '<5 minutes',
  'AT&T & co',
  '#hash #tags',
  '1986. A year',
];

describe('reading without the parser', () => {
  it('says what the parser says, or gives up', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LINES), { maxLength: 12 }), (some) => {
        // At its very beginning a text may have front matter.
        const lines = ['Top', '', ...some];
        const quick = quickBlocks(lines, 0, lines.length);
        if (quick) expect(quick).toEqual(byParser(lines.join('\n')));
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
    expect(quickBlocks(lines.slice(0, 5), 0, 5)?.map(({ kind, depth }) => [kind, depth])).toEqual([
      ['heading', 2],
      ['text', -1],
      ['item', 0],
      ['item', 1],
    ]);
  });
});
