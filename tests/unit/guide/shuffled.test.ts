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
];

describe('every word of', () => {
  it.each(FOUND)('%s is kept, on its own line', (_, text) => {
    expect(lostLines(text)).toEqual([]);
    expect(misplacedItems(text)).toEqual([]);
  });
});
