import { describe, expect, it } from 'vitest';
import { parseGuide } from '../../../guide/parse.ts';
import { buildGuide } from '../../fixtures/build-guide.ts';
import { notesOf } from './read.ts';

const COMPLETE = '**Time:** 45s\n### Hooks\n- Dark.\n### Key Points\n- Result: light\n';

describe('problems', () => {
  it('are none in a complete story', () => {
    expect(parseGuide(`## Story 1: Lamp\n${COMPLETE}`).problems).toEqual([]);
  });

  it('name what a story lacks, its line and the remedy', () => {
    expect(parseGuide('\n\n## Story 1: Lamp').problems).toEqual([
      {
        line: 3,
        code: 'no-target',
        message:
          'Story "Lamp" has no target time; 60 seconds are assumed. Add "**Time:** 45 seconds" under its heading.',
      },
      {
        line: 3,
        code: 'no-hooks',
        message: 'Story "Lamp" has no opening hook. Add a list under a heading "### Opening Hooks".',
      },
      {
        line: 3,
        code: 'no-points',
        message:
          'Story "Lamp" has no key points. Add a list of "- Label: text" under a heading "### Key Points".',
      },
    ]);
  });

  it('quote a time that cannot be read', () => {
    const { problems } = parseGuide('## Story 1: Lamp\n**Time:** soon\n### Hooks\n- a\n### Key Points\n- b');
    expect(problems).toEqual([
      {
        line: 2,
        code: 'bad-target',
        message:
          'Story "Lamp" has a time that cannot be read: "soon". Write it as "45 seconds", "1:30" or "45-60 seconds".',
      },
    ]);
  });

  it('name two stories of one title', () => {
    const { problems } = parseGuide(`## Story 1: Lamp\n${COMPLETE}## Story 2: Lamp\n${COMPLETE}`);
    expect(problems).toEqual([
      {
        line: 7,
        code: 'duplicate-title',
        message: 'Two stories are called "Lamp" (lines 1 and 7). Give one another title.',
      },
    ]);
  });

  it('name a line without a place', () => {
    const { unplaced, problems } = parseGuide(`## Story 1: Lamp\n${COMPLETE}\n<span></span>\n`);
    expect(unplaced).toEqual([{ text: '<span></span>', lines: { start: 8, end: 8 } }]);
    expect(problems.map(({ line, code }) => [line, code])).toEqual([[8, 'unplaced']]);
  });

  it('count many lines without a place', () => {
    const { problems } = parseGuide(`## Story 1: Lamp\n${COMPLETE}${'\n<b></b>\n'.repeat(30)}`);
    expect(problems.length).toBe(21);
    expect(problems.at(-1)?.message).toBe('10 more lines found no place, from line 48 on. They are kept.');
  });

  it('say that no story was found, and keep the text', () => {
    const guide = parseGuide('Just a thought.\n\n- and another');
    expect(guide.problems.map(({ line, code }) => [line, code])).toEqual([[1, 'no-stories']]);
    expect(notesOf(guide)).toEqual([['', ['Just a thought.', 'and another']]]);
  });

  it('say so of an empty text', () => {
    expect(parseGuide('')).toEqual({
      ...buildGuide({ title: '' }),
      problems: [
        {
          line: 1,
          code: 'no-stories',
          message: 'No story was found. Start each story with a heading such as "## Story 1: Title".',
        },
      ],
    });
  });
});
