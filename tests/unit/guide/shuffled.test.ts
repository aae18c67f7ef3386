/** Texts that the search with other seeds (see any-text.test.ts) once found: a word was lost, or named on a wrong line. */
import { describe, expect, it } from 'vitest';
import { lostLines, misplacedItems } from './kept-words.ts';

const FOUND: readonly (readonly [name: string, text: string])[] = [
  [
    'a part in a list that goes on in the next line, where something is to be filled in',
    '**word0x**\n\n- **S:** word1x\n- **T:** word2x\n- **R:** word4x\n<word5x> <!-- word6x -->\n',
  ],
  [
    'a part of an own name that is all to be filled in',
    'Situation: word0x\nResult: word1x\n**word2x**\n[word3x]\n',
  ],
  [
    'the same under parts in brackets',
    '**S (Situation):** word0x\n**R (Result):** [word1x]\n**word2x**\n<word3x> <!-- word4x -->\n',
  ],
  [
    'the same after a table of stories',
    '## Story 1: word0x\n| Story | Situation | Task | Result |\n|---|---|---|---|\n| word1x | word2x | word3x | word4x |\n\n\n**word6x**\n[word7x]\n',
  ],
  [
    'a part whose name stands lines above it, under key points',
    '# word0x\n### Key Points\nword1x\n**Result**\n**word2x**\n\n- **S:** word3x\n- **R:** word6x\n',
  ],
  [
    'a card and a story of one number with different themes',
    '## Quick Reference Card\n### STAR 2. word0x — **word1x**\n# word2x\n### STAR 2. word3x — **word4x**\n**Theme:** word5x\n',
  ],
  [
    'a label over a number that itself names its story',
    '## Story 2: THEME - word0x (45 seconds)\n## Key Metrics to Remember\nword2x\n<b>word4x</b>\n- **word5x** - word6x (Theme)\n',
  ],
  [
    'a question over one part alone, among lines for a blank',
    '## If You Forget Mid-Story\n<details>\n<summary>word0x</summary>\n\n**Situation:** word1x\n\n**Result:** word2x\n</details>\n- Describe a conflict with word3x.\n- word4x\nword5x\n\n**Situation**: word6x\n',
  ],
  [
    'hashtags above a card whose parts stand under an empty heading',
    '#word0x #word1x\n## Quick Reference Card\n### [Theme] word2x\n####\nSituation: word3x\nTask: word4x\nResult: word5x\n',
  ],
  [
    'a question over one part and its values, after a story',
    '# word0x\nSituation: word1x\nTask: word2x\nResult: word3x\n- Describe a conflict with word4x.\n- word5x\n\nValues: word6x\n**Situation**: word7x\n',
  ],
];

describe('every word of', () => {
  it.each(FOUND)('%s is kept, on its own line', (_, text) => {
    expect(lostLines(text)).toEqual([]);
    expect(misplacedItems(text)).toEqual([]);
  });
});
