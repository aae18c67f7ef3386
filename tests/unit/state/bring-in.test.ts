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
    await bringIn.take([file('b.md', '# B'), file('a.md', '# A')], false);
    await bringIn.take([file('aa.md', '# AA')], false);
    expect(bringIn.text.value).toBe('# A\n\n# AA\n\n# B');
    expect(bringIn.name.value).toBe('a');
  });

  it('never drops what was mended: later files are added at the end', async () => {
    const bringIn = model();
    await bringIn.take([file('b.md', 'B')], false);
    bringIn.edit('B mended');
    await bringIn.take([file('a.md', '# A')], false);
    expect(bringIn.text.value).toBe('B mended\n\n# A');
    bringIn.paste('', 'pasted');
    expect(bringIn.text.value).toBe('B mended\n\n# A\n\npasted');
    expect(bringIn.name.value).toBe('b');
    await bringIn.take([file('c.md', '# C')], false);
    expect(bringIn.text.value).toBe('B mended\n\n# A\n\npasted\n\n# C');
  });

  it('takes the texts of a folder, names the guide after it, and says what it passed over', async () => {
    const bringIn = model();
    const names = ['g/2.md', 'g/10.mdx', 'g/x.png', 'g/.git/config', 'g/node_modules/a.md'];
    await bringIn.take(
      names.map((name) => file(name, `# ${name}`)),
      true,
    );
    expect(bringIn.text.value).toBe('# g/2.md\n\n# g/10.mdx');
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

  it('keeps the way back through other steps, until it is used or something is kept', () => {
    const bringIn = model();
    bringIn.paste('', 'first');
    bringIn.throwAway();
    expect(bringIn.hasUnkept.value).toBe(true);
    bringIn.startEmpty();
    bringIn.throwAway();
    expect(bringIn.thrown.value?.text).toBe('first');
    bringIn.paste('', 'second');
    bringIn.undoThrow();
    expect([bringIn.text.value, bringIn.thrown.value?.text]).toEqual(['first', 'second']);
    bringIn.clear();
    expect([bringIn.thrown.value, bringIn.hasUnkept.value]).toEqual([null, false]);
  });

  it('holds what was typed, and begins an empty text with it', () => {
    const bringIn = model();
    bringIn.typed.value = 'words';
    expect(bringIn.hasUnkept.value).toBe(true);
    bringIn.startEmpty();
    expect([bringIn.text.value, bringIn.typed.value, bringIn.canKeep.value]).toEqual(['words', '', true]);
    bringIn.clear();
    bringIn.typed.value = 'more';
    bringIn.lookAtTyped();
    expect([bringIn.text.value, bringIn.typed.value]).toEqual(['more', '']);
  });

  it('puts a story heading above each of several files that have none', async () => {
    const bringIn = model();
    const files = [
      file('1-fog.md', 'The silent horn\r\n\r\nIt was night.'),
      file('2.md', '## Story 2: Own\n'),
      file('3_late-launch.txt', 'I was the one who had to tell them all about it.'),
    ];
    await bringIn.take(files, false);
    expect(bringIn.text.value).toBe(
      '## Story 1: The silent horn\r\n\r\nThe silent horn\r\n\r\nIt was night.\r\n\r\n## Story 2: Own\n\r\n## Story 3: late launch\n\nI was the one who had to tell them all about it.',
    );
    expect(bringIn.name.value).toBe('My stories');
    bringIn.clear();
    await bringIn.take(files.slice(0, 1), false);
    expect([bringIn.text.value.startsWith('The'), bringIn.name.value]).toEqual([true, '1-fog']);
    await bringIn.take(files.slice(1), false);
    expect([bringIn.text.value.startsWith('## Story 1'), bringIn.name.value]).toEqual([true, 'My stories']);
  });

  it('says that a file is empty, and that a text is large', async () => {
    const bringIn = model();
    await bringIn.take([file('empty.md', ' \n')], false);
    expect(bringIn.remarks.value).toEqual([expect.stringContaining('“empty.md” is empty')]);
    await bringIn.take([file('big.md', 'x'.repeat(9_000_000))], false);
    expect(bringIn.remarks.value).toEqual([expect.stringContaining('The text is large (9 MB)')]);
  });

  it('forgets what it said of refused files once the page shows something else', async () => {
    const bringIn = model();
    const latin = { name: 'l.md', size: 1, read: async () => new Uint8Array([0x41, 0xe9]) };
    await bringIn.take([file('x.pdf', '%PDF-1'), latin], false);
    expect(bringIn.remarks.value).toHaveLength(2);
    bringIn.leave();
    expect(bringIn.remarks.value).toEqual([expect.stringContaining('Windows-1252')]);
    bringIn.throwAway();
    bringIn.leave();
    expect(bringIn.remarks.value).toEqual([]);
  });
});
