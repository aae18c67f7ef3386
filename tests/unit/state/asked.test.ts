import { beforeEach, describe, expect, it } from 'vitest';
import { Asked, type AskedEntry, type AskedModel } from '../../../state/asked.ts';
import { askedMarkdown } from '../../../state/asked-text.ts';

const entry = (id: string, at: number, given: Partial<AskedEntry> = {}): AskedEntry => ({
  id,
  at,
  question: `question ${id}`,
  storyId: 'risk',
  storyName: 'RISK - Rota',
  spoken: 0,
  ...given,
});

let stored: string[];
let asked: AskedModel;

beforeEach(() => {
  stored = [];
  asked = new Asked({
    saved: [entry('b', 2), entry('a', 1)],
    put: (entries) => stored.push(`put ${entries.map(({ id }) => id)}`),
    remove: (ids) => stored.push(`remove ${ids}`),
  });
});

const ids = () => asked.entries.value.map(({ id }) => id);

describe('what was asked', () => {
  it('puts a new entry first, and a changed one stays where it was', () => {
    asked.put(entry('c', 3));
    asked.put(entry('a', 9, { question: 'mended' }));
    expect(ids()).toEqual(['c', 'b', 'a']);
    expect(asked.entries.value.at(-1)).toMatchObject({ question: 'mended', at: 1 });
  });

  it('stores nothing when nothing changed', () => {
    asked.put(entry('a', 7));
    asked.spoke('a', 0);
    asked.spoke('nobody', 5);
    expect(stored).toEqual([]);
  });

  it('deletes one or all, and takes either back in its place', () => {
    asked.remove('b');
    expect(ids()).toEqual(['a']);
    asked.undo();
    expect([ids(), asked.canUndo.value]).toEqual([['b', 'a'], false]);
    asked.removeAll();
    expect(ids()).toEqual([]);
    asked.undo();
    expect(ids()).toEqual(['b', 'a']);
    expect(stored).toEqual(['remove b', 'put b', 'remove b,a', 'put b,a']);
  });

  it('keeps what was asked since a deletion when that is taken back', () => {
    asked.removeAll();
    asked.put(entry('c', 3));
    asked.undo();
    expect(ids()).toEqual(['c', 'b', 'a']);
  });
});

describe('the list as Markdown', () => {
  const words = { day: (at: number) => `day ${Math.floor(at / 10)}`, time: (at: number) => `${at % 10}:00` };

  it('has the oldest first, a heading for each day, and marks gaps', () => {
    const entries = [
      entry('c', 12, { storyId: null, storyName: '', question: 'why us?' }),
      entry('b', 2, { question: '', spoken: 52 }),
      entry('a', 1),
    ];
    expect(askedMarkdown(entries, words)).toBe(`## What was asked, day 0

- 1:00 question a
  RISK - Rota
- 2:00 (no question typed)
  RISK - Rota, told 0:52

## What was asked, day 1

- 2:00 why us?
  **No story: a gap to write for**
`);
  });

  it('leaves Markdown nothing to read in a question', () => {
    expect(askedMarkdown([entry('a', 1, { question: 'a *b*\n# [c](d) <e>' })], words)).toContain(
      'a \\*b\\* \\# \\[c\\](d) \\<e\\>',
    );
  });
});
