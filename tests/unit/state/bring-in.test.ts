import { describe, expect, it } from 'vitest';
import { BringIn, type ChosenFile } from '../../../state/bring-in.ts';
import { memoryDrafts } from '../../fixtures/draft-store.ts';
import { memoryArea } from '../storage/memory-area.ts';

const file = (name: string, text: string): ChosenFile => ({
  name,
  size: text.length,
  read: async () => new TextEncoder().encode(text),
});
const model = (drafts = memoryDrafts().store) =>
  new BringIn({
    fromHtml: (html) => html.replace(/<[^>]*>/g, ''),
    drafts,
    clock: { now: () => 1_700_000_000_000, after: () => () => {} },
  });

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
    bringIn.paste({ html: '', plain: 'pasted' });
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
    expect(bringIn.remarks.value).toEqual([
      expect.stringMatching(/^No Markdown, text or HTML, so passed over in the folder: “g\/x\.png”\./),
      'Hidden, or a program’s own, so passed over in the folder: “g/.git/config” and “g/node_modules/a.md”.',
    ]);
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

  it('shows what was pasted in the other form on request, behind what was there, and back', () => {
    const bringIn = model();
    bringIn.paste({ html: '', plain: 'before' });
    expect(bringIn.pasted.value).toBeNull();
    bringIn.paste({ html: '<p>rich</p>', plain: 'plain' });
    expect([bringIn.text.value, bringIn.pasted.value?.form]).toEqual(['before\n\nrich', 'formatted']);
    bringIn.readOtherWay();
    expect([bringIn.text.value, bringIn.pasted.value?.form]).toEqual(['before\n\nplain', 'plain']);
    expect([bringIn.arrived.value, bringIn.drafts.aside.value]).toEqual(['before\n\nplain', []]);
    bringIn.edit('before\n\nplain, mended');
    bringIn.readOtherWay();
    expect(bringIn.text.value).toBe('before\n\nrich');
    expect(bringIn.drafts.aside.value.map(({ text }) => text)).toEqual(['before\n\nplain, mended']);
  });

  it('says when the clipboard holds nothing', () => {
    const bringIn = model();
    bringIn.paste({ html: '', plain: ' ' });
    expect(bringIn.remarks.value).toHaveLength(1);
  });

  it('names what was pasted after its title', () => {
    const names = ['# My **guide**\n', '## Story 1: A\n', '## Story 1: A\n\n## Tips\n', 'words'].map(
      (text) => {
        const bringIn = model();
        bringIn.paste({ html: '', plain: text });
        return bringIn.name.value;
      },
    );
    expect(names).toEqual(['My guide', 'Pasted guide', 'Tips', 'Pasted guide']);
  });

  it('gives back everything that was thrown away, in any order, also after something was kept', () => {
    const bringIn = model();
    const thrown = () => bringIn.drafts.aside.value.map(({ text }) => text);
    const idOf = (text: string) => bringIn.drafts.aside.value.find((each) => each.text === text)?.id ?? '';
    for (const text of ['first', 'second', 'third']) {
      bringIn.paste({ html: '', plain: text });
      bringIn.name.value = `The ${text}`;
      bringIn.throwAway();
    }
    bringIn.startEmpty();
    bringIn.throwAway();
    expect([bringIn.isReviewing.value, thrown()]).toEqual([false, ['third', 'second', 'first']]);
    bringIn.paste({ html: '', plain: 'kept' });
    bringIn.clear();
    bringIn.bringBack(idOf('first'));
    expect([bringIn.text.value, bringIn.name.value, thrown()]).toEqual([
      'first',
      'The first',
      ['third', 'second'],
    ]);
    bringIn.bringBack(idOf('third'));
    expect([bringIn.text.value, thrown()]).toEqual(['third', ['first', 'second']]);
    bringIn.drafts.forget(idOf('second'));
    expect(thrown()).toEqual(['first']);
  });

  it('is on disk as it is typed, and there again when the page was closed or ended by itself', async () => {
    const { area, stored } = memoryArea();
    const bringIn = model(memoryDrafts(area).store);
    bringIn.paste({ html: '', plain: 'thrown' });
    bringIn.throwAway();
    bringIn.paste({ html: '', plain: '# As it came' });
    bringIn.edit('# As it is now');
    bringIn.name.value = 'Mine';
    bringIn.typed.value = 'in the field';
    expect(bringIn.hasUnkept.value).toBe(true);
    await bringIn.drafts.settled();
    expect(bringIn.hasUnkept.value).toBe(false);

    const next = model(memoryDrafts(area).store);
    await next.open();
    expect([next.isLeftover.value, next.isReviewing.value, next.name.value]).toEqual([true, true, 'Mine']);
    expect([next.text.value, next.arrived.value, next.typed.value]).toEqual([
      '# As it is now',
      '# As it came',
      'in the field',
    ]);
    expect(next.drafts.aside.value.map(({ text }) => text)).toEqual(['thrown']);
    next.typed.value = '';
    next.clear();
    for (const { id } of next.drafts.aside.value) next.drafts.forget(id);
    await next.drafts.settled();
    expect(stored).toEqual({});
  });

  it('goes on with its own draft after a reload, not with a later one of another window', async () => {
    const { area } = memoryArea();
    let mine: string | undefined;
    const window = () =>
      new BringIn({
        fromHtml: (html) => html,
        drafts: memoryDrafts(area).store,
        draftPlace: {
          get: () => mine,
          set: (id) => {
            mine = id;
          },
        },
        clock: { now: () => 1_700_000_000_000, after: () => () => {} },
      });
    const before = window();
    before.paste({ html: '', plain: 'mine' });
    await before.drafts.settled();
    const theirs = { name: '', text: 'theirs', arrived: '', typed: '', thrownAt: null };
    await memoryDrafts(area).store.keep({ id: 'theirs', ...theirs, at: 1_800_000_000_000 });
    const next = window();
    await next.open();
    expect([next.text.value, next.drafts.id.value]).toEqual(['mine', mine]);
  });

  it('still says what could not be read when it has looked again', async () => {
    const { area } = memoryArea({ 'draft.bad': 'no object' });
    const next = model(memoryDrafts(area).store);
    await next.open();
    await area.remove(['draft.bad']);
    const said = next.drafts.notices.value;
    expect(said).toEqual([expect.stringContaining('could not be read')]);
    await next.open(true);
    expect(next.drafts.notices.value).toEqual(said);
  });

  it('does not put what was left in the place of what was begun meanwhile', async () => {
    const { area } = memoryArea();
    const before = model(memoryDrafts(area).store);
    before.startEmpty();
    before.edit('left');
    await before.drafts.settled();
    const next = model(memoryDrafts(area).store);
    next.paste({ html: '', plain: 'begun' });
    await next.open();
    expect([next.text.value, next.drafts.aside.value.map(({ text }) => text)]).toEqual(['begun', ['left']]);
    const late = model(memoryDrafts(area).store);
    await late.open(true);
    expect([late.isLeftover.value, late.isReviewing.value]).toEqual([true, false]);
  });

  it('holds what was typed, and begins an empty text with it', () => {
    const bringIn = model();
    bringIn.typed.value = 'words';
    expect(bringIn.isWaiting.value).toBe(true);
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

  it('names every file that is left out, takes those that fit, and adds nothing twice', async () => {
    const bringIn = model();
    const large = (name: string, letter: string) => file(name, letter.repeat(12 * 1024 * 1024));
    const files = [large('a.md', 'a'), large('b.md', 'b'), file('c.md', '# C'), file('d.md', '# D')];
    await bringIn.take([...files, file('e.md', '# C')], false, ['“f” was not looked at.']);
    expect(bringIn.files.value.map(({ name }) => name)).toEqual(['a.md', 'c.md', 'd.md']);
    expect(bringIn.remarks.value).toEqual([
      '“f” was not looked at.',
      '“e.md” has the same text as “c.md”, letter by letter, and was not added.',
      expect.stringMatching(/^“b\.md” would make the guide larger than 20 MB and was left out\. Bring it in/),
      expect.stringContaining('The text is large'),
    ]);
    await bringIn.take([file('d.md', '# D')], false);
    expect(bringIn.remarks.value.at(-1)).toBe(
      '“d.md” is here already, letter by letter, and was not added again.',
    );
    expect(bringIn.text.value.match(/# [CD]/g)).toEqual(['# C', '# D']);
    bringIn.edit('# D, mended');
    await bringIn.take([file('c.md', '# C')], false);
    expect(bringIn.text.value).toBe('# D, mended\n\n# C');
    expect(bringIn.remarks.value.at(-1)).toMatch(/^“c\.md” was brought in before and changed here since/);
  });

  it('keeps a byte order mark at the beginning, and sees the heading behind it', async () => {
    const bringIn = model();
    await bringIn.take([file('1.md', '\ufeff# A'), file('2.md', '\ufeff## Story 1: B')], false);
    expect([bringIn.text.value, bringIn.name.value]).toEqual(['\ufeff# A\n\n## Story 1: B', '1']);
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
