import { describe, expect, it } from 'vitest';
import { BringIn, type ChosenFile } from '../../../state/bring-in.ts';

const file = (name: string, text: string): ChosenFile => ({
  name,
  size: text.length,
  read: async () => new TextEncoder().encode(text),
});
const model = () => new BringIn({ fromHtml: (html) => html.replace(/<[^>]*>/g, '') });

describe('bringing in', () => {
  it('joins files in name order, also those that come later', async () => {
    const bringIn = model();
    await bringIn.take([file('b.md', 'B'), file('a.md', 'A')], false);
    await bringIn.take([file('aa.md', 'AA')], false);
    expect(bringIn.text.value).toBe('A\n\nAA\n\nB');
    expect(bringIn.name.value).toBe('a');
  });

  it('never drops what was mended: later files are added at the end', async () => {
    const bringIn = model();
    await bringIn.take([file('b.md', 'B')], false);
    bringIn.edit('B mended');
    await bringIn.take([file('a.md', 'A')], false);
    expect(bringIn.text.value).toBe('B mended\n\nA');
    bringIn.paste('', 'pasted');
    expect(bringIn.text.value).toBe('B mended\n\nA\n\npasted');
  });

  it('takes the texts of a folder, names the guide after it, and says what it passed over', async () => {
    const bringIn = model();
    const names = ['g/2.md', 'g/10.mdx', 'g/x.png', 'g/.git/config', 'g/node_modules/a.md'];
    await bringIn.take(
      names.map((name) => file(name, name)),
      true,
    );
    expect(bringIn.text.value).toBe('g/2.md\n\ng/10.mdx');
    expect(bringIn.name.value).toBe('g');
    expect(bringIn.remarks.value).toEqual([expect.stringContaining('One file of the folder')]);
  });

  it('does not even read a file that is too large, and says what a failing one did', async () => {
    const bringIn = model();
    const never = () => Promise.reject(new Error('gone'));
    await bringIn.take(
      [
        { name: 'big.md', size: 3e7, read: never },
        { name: 'c.md', size: 1, read: never },
      ],
      false,
    );
    expect(bringIn.remarks.value).toEqual([
      expect.stringMatching(/^“big\.md” has 29 MB/),
      expect.stringMatching(/^“c\.md” could not be read: Error: gone/),
    ]);
    expect(bringIn.isReviewing.value).toBe(false);
  });

  it('prefers the rich form of what was pasted, and says when nothing was', () => {
    const bringIn = model();
    bringIn.paste('<b>rich</b>', 'plain');
    expect(bringIn.text.value).toBe('rich');
    bringIn.clear();
    bringIn.paste('<b></b>', 'plain');
    expect(bringIn.text.value).toBe('plain');
    bringIn.clear();
    bringIn.paste('', ' ');
    expect(bringIn.remarks.value).toHaveLength(1);
  });

  it('names what was pasted after its title', () => {
    const names = ['# My **guide**\n', '## Story 1: A\n', '## Story 1: A\n\n## Tips\n', 'words'].map(
      (text) => {
        const bringIn = model();
        bringIn.paste('', text);
        return bringIn.name.value;
      },
    );
    expect(names).toEqual(['My guide', 'Pasted guide', 'Tips', 'Pasted guide']);
  });

  it('gives back what was thrown away', () => {
    const bringIn = model();
    bringIn.paste('', 'text');
    bringIn.name.value = 'Name';
    bringIn.throwAway();
    expect(bringIn.isReviewing.value).toBe(false);
    bringIn.undoThrow();
    expect([bringIn.text.value, bringIn.name.value, bringIn.thrown.value]).toEqual(['text', 'Name', null]);
  });
});
