import { beforeEach, describe, expect, it } from 'vitest';
import { parseGuide } from '../../../guide/parse.ts';
import { Desk } from '../../../state/desk.ts';
import { Library } from '../../../state/library.ts';
import { Editing } from '../../../state/library-editing.ts';
import type { OpenPlace } from '../../../state/library-ports.ts';
import { Past } from '../../../state/past.ts';
import { systemClock } from '../../../state/system-clock.ts';
import { createLibraryStore } from '../../../storage/library-store.ts';
import { memoryDrafts } from '../../fixtures/draft-store.ts';
import { memoryLibrary } from '../../fixtures/library-store.ts';

let memory: ReturnType<typeof memoryLibrary>;
const settle = () => new Promise((done) => setTimeout(done, 5));

async function openWindow(place?: OpenPlace) {
  const library = new Library({
    store: createLibraryStore(memory.deps),
    clock: { now: () => memory.clock.time, after: systemClock.after },
    sampleText: 'the sample',
    followsCurrent: false,
    ...(place === undefined ? {} : { place }),
  });
  await library.start();
  return library;
}

beforeEach(() => {
  memory = memoryLibrary();
});

describe('restoring', () => {
  it('refuses a state of another guide than the open one', async () => {
    const library = await openWindow();
    await library.create('A', 'a');
    const a = library.openId.value ?? '';
    const past = new Past({ library });
    await past.load(a);
    const [state] = past.states.value ?? [];
    if (state !== undefined) await past.choose(a, state);
    await library.create('B', 'b');
    expect(past.restore()).toBe(false);
    expect(library.text.value).toBe('b');
  });
});

it('the history tells its states from each other', async () => {
  const library = await openWindow();
  await library.create('A', 'one two');
  library.edit('one');
  await library.settled();
  library.edit('one three', true);
  await library.settled();
  const past = new Past({ library });
  await past.load(library.openId.value ?? '');
  expect([...past.hints.value.values()]).toEqual(['before “three”', 'with “two”']);
});

describe('undoing a deletion', () => {
  it('has the guide in the panel and open again', async () => {
    const library = await openWindow();
    await library.create('A', 'a');
    const id = library.openId.value ?? '';
    await library.delete(id);
    expect([library.currentId.value, library.justDeleted.value[0]?.wasCurrent]).toEqual([null, true]);
    await library.undelete(id);
    expect([library.currentId.value, library.openId.value]).toEqual([id, id]);
  });

  it('is not offered for what was cleared away', async () => {
    const library = await openWindow();
    await library.create('A', 'a');
    await library.delete(library.openId.value ?? '');
    await library.discardDeleted();
    expect(library.justDeleted.value).toEqual([]);
  });
});

describe('a guide deleted in another window', () => {
  it('is said when this window moves on', async () => {
    const a = await openWindow();
    await a.create('A', 'a');
    const b = await openWindow();
    await b.delete(a.openId.value ?? '');
    await settle();
    expect(a.notices.value).toEqual([
      '“A” was deleted in another window. The sample guide is open here now.',
    ]);
    expect(b.notices.value).toEqual([]);
  });
});

it('a reload opens the guide that was open', async () => {
  let last: string | null | undefined;
  const place: OpenPlace = {
    get: () => last,
    set: (id) => {
      last = id;
    },
  };
  const library = await openWindow(place);
  await library.create('A', 'a');
  const id = library.openId.value;
  await library.create('B', 'b');
  await library.open(id);
  expect((await openWindow(place)).text.value).toBe('a');
});

it('double clicks make one guide and one copy; a copy of a copy has a free name', async () => {
  const library = await openWindow();
  await Promise.all([library.create('Bolt', 'b'), library.create('Bolt', 'b')]);
  const id = library.openId.value ?? '';
  await Promise.all([library.duplicate(id), library.duplicate(id)]);
  await library.duplicate(id);
  expect(library.entries.value.map((entry) => entry.name)).toEqual(['Bolt', 'Bolt (copy)', 'Bolt (copy 2)']);
  await library.rename(id, 'Bolt (copy)');
  expect(library.entries.value[0]?.name).toBe('Bolt (copy) 2');
});

it('taking theirs puts mine into the history first', async () => {
  const kept: string[] = [];
  const editing = new Editing({
    id: 'a',
    stored: { text: '', revision: 1 },
    keepCopy: () => Promise.reject(new Error('no copy expected')),
    clock: systemClock,
    store: {
      leave: () => {},
      keepApart: async () => {},
      save: async () => ({ outcome: 'conflict', theirs: { text: 'theirs', revision: 2 } }),
      keepState: async (_, text) => {
        kept.push(text);
        return { outcome: 'done' };
      },
    },
  });
  editing.edit('mine');
  await editing.settled();
  await Promise.all([editing.choose('theirs'), editing.choose('theirs')]);
  expect([kept, editing.text.value, editing.status.value.kind]).toEqual([['mine'], 'theirs', 'saved']);
});

describe('a text in a conflict', () => {
  /** An editor of a guide that another window has changed; `kept` is what is on disk apart, in the order written. */
  function inConflict() {
    const kept: (string | null)[] = [];
    let time = 0;
    let disk = { text: 'theirs', revision: 2 };
    const writing = { takes: 0 };
    const rests: (() => void)[] = [];
    const editing = new Editing({
      id: 'a',
      stored: { text: '', revision: 1 },
      keepCopy: () => Promise.reject(new Error('no copy expected')),
      clock: {
        now: () => time,
        after: (_, act) => {
          rests.push(act);
          return () => {};
        },
      },
      store: {
        leave: () => {},
        keepApart: async (_, words) => {
          time += writing.takes;
          kept.push(words === null ? null : `${words.text} on ${words.revision}`);
        },
        save: async (_, text, basedOn) => {
          if (basedOn !== disk.revision) return { outcome: 'conflict', theirs: disk };
          disk = { text, revision: basedOn + 1 };
          return { outcome: 'saved', revision: disk.revision };
        },
        keepState: async () => ({ outcome: 'done' }),
      },
    });
    return { editing, kept, writing, rests };
  }

  it('is on disk apart with each change, until it is saved', async () => {
    const { editing, kept } = inConflict();
    editing.edit('mine');
    await settle();
    editing.edit('mine!');
    await settle();
    expect([editing.status.value.kind, kept]).toEqual(['conflict', ['mine on 1', 'mine! on 1']]);
    await editing.choose('mine');
    await settle();
    expect([editing.status.value.kind, kept.at(-1)]).toEqual(['saved', null]);
    editing.edit('no conflict any more');
    await settle();
    expect(kept.at(-1)).toBe(null);
  });

  it('is dropped there when the other one is taken', async () => {
    const { editing, kept } = inConflict();
    editing.edit('mine');
    await editing.settled();
    await editing.choose('theirs');
    await settle();
    expect(kept).toEqual(['mine on 1', null]);
  });

  it('is written with rests where that is slow, the latest only, and dropped without one', async () => {
    const { editing, kept, writing, rests } = inConflict();
    writing.takes = 200;
    editing.edit('mine');
    await settle();
    for (const text of ['mine 1', 'mine 2', 'mine 3']) editing.edit(text);
    await settle();
    expect(kept).toEqual(['mine on 1']);
    rests.at(-1)?.();
    await settle();
    expect(kept).toEqual(['mine on 1', 'mine 3 on 1']);
    await editing.choose('theirs');
    await settle();
    expect(kept.at(-1)).toBe(null);
  });
});

it('flush ends the rest between two saves', async () => {
  let time = 0;
  const saved: string[] = [];
  const editing = new Editing({
    id: 'a',
    stored: { text: '', revision: 1 },
    keepCopy: () => Promise.reject(new Error('no copy expected')),
    clock: { now: () => time, after: () => () => {} },
    store: {
      leave: () => {},
      keepApart: async () => {},
      keepState: async () => ({ outcome: 'done' }),
      async save(_, text, basedOn) {
        time += 200;
        if (saved.push(text) === 1) editing.edit('two');
        return { outcome: 'saved', revision: basedOn + 1 };
      },
    },
  });
  editing.edit('one');
  await settle();
  expect(saved).toEqual(['one']);
  editing.flush();
  await editing.settled();
  expect(saved).toEqual(['one', 'two']);
});

describe('the desk', () => {
  async function openDesk() {
    const library = await openWindow();
    const desk = new Desk({
      library,
      parse: async (text) => parseGuide(text),
      fromHtml: (html) => html,
      clock: systemClock,
      drafts: memoryDrafts().store,
      files: {
        isSupported: false,
        choose: async () => 'cancelled',
        find: async () => undefined,
        read: async () => 'not-allowed',
        allow: async () => false,
        see: async () => {},
        forget: async () => {},
      },
      download: () => {},
    });
    return { library, desk };
  }

  it('leaves the history when another guide comes to be open', async () => {
    const { library, desk } = await openDesk();
    await library.create('A', 'a');
    desk.show('history');
    await settle();
    expect(desk.past.states.value?.length).toBe(1);
    await library.delete(library.openId.value ?? '');
    expect([desk.view.value, desk.past.states.value]).toEqual(['guide', null]);
  });

  it('begins the history with what came in, where it was mended before it was kept', async () => {
    const { library, desk } = await openDesk();
    desk.bringIn.paste({ html: '', plain: 'one\n\ntwo' });
    desk.bringIn.edit('two');
    await desk.keep();
    const id = library.openId.value ?? '';
    const [now, before, ...more] = await library.history(id);
    expect([now?.id, more]).toEqual(['now', []]);
    expect(await library.readState(id, before?.id ?? '')).toMatchObject({ text: 'one\n\ntwo' });
    expect(library.text.value).toBe('two');
    desk.bringIn.paste({ html: '', plain: 'as it came' });
    await desk.keep();
    expect(await library.history(library.openId.value ?? '')).toHaveLength(1);
  });

  it('shows what is kept in the panel unasked only in the place of the sample guide', async () => {
    const { library, desk } = await openDesk();
    const keep = async (plain: string) => {
      desk.bringIn.paste({ html: '', plain });
      await desk.keep();
      return library.openId.value;
    };
    const first = await keep('one');
    expect(library.currentId.value).toBe(first);
    const second = await keep('two');
    expect([library.currentId.value, library.text.value]).toEqual([first, 'two']);
    desk.setKeepsInPanel(true);
    const third = await keep('three');
    expect(third).not.toBe(second);
    expect([library.currentId.value, desk.keepsInPanel.value]).toEqual([third, false]);
  });

  it('leads a backup to where backups are looked at, and takes none for a guide', async () => {
    const { library, desk } = await openDesk();
    const file = (name: string, text: string) => ({
      name,
      size: text.length,
      read: async () => new TextEncoder().encode(text),
    });
    await library.create('A', 'a');
    const exported = await library.exportAll();
    const backup = file('b.json', exported.outcome === 'exported' ? exported.json : '');
    await desk.take([backup], false);
    expect([desk.view.value, desk.takeOver.preview.value?.guides.length]).toEqual(['import', 1]);
    await desk.take([backup, file('c.md', '# C')], false);
    expect([desk.view.value, desk.bringIn.text.value]).toEqual(['bring-in', '# C']);
    expect(desk.bringIn.remarks.value).toEqual([
      expect.stringContaining('“b.json” is a backup of Hookline, not a guide, and was left out.'),
    ]);
    desk.show('import');
    await desk.take([file('c.md', '# C')], false);
    expect([desk.view.value, desk.takeOver.told.value]).toEqual([
      'import',
      expect.stringContaining('export'),
    ]);
  });

  it('numbers the next story after the highest that there is', async () => {
    const { library, desk } = await openDesk();
    await library.create('A', '## Story 1: One\n\n- a: b\n\n## Story 3: Two\n\n- a: b\n');
    expect(desk.nextNumber()).toBe(4);
    library.edit('## Night shift\n\n**Situation:** a\n\n**Result:** b\n');
    await new Promise((done) => setTimeout(done, 300));
    expect(desk.nextNumber()).toBe((desk.reading.guide.value?.stories.length ?? 0) + 1);
  });

  it('keeps what is written while a guide is being made of what was brought in', async () => {
    const { library, desk } = await openDesk();
    desk.bringIn.paste({ html: '', plain: 'pasted' });
    const keeping = desk.keep();
    await Promise.resolve();
    desk.bringIn.edit('pasted, and written meanwhile');
    desk.bringIn.name.value = 'Renamed meanwhile';
    await keeping;
    await library.settled();
    const id = library.openId.value ?? '';
    expect(await memory.deps.area.get(`guide.${id}`)).toMatchObject({
      [`guide.${id}`]: { text: 'pasted, and written meanwhile' },
    });
    expect([desk.view.value, desk.bringIn.isReviewing.value, library.openEntry.value?.name]).toEqual([
      'guide',
      false,
      'Renamed meanwhile',
    ]);
  });

  it('leaves what was thrown away or begun while a guide was being made', async () => {
    const { library, desk } = await openDesk();
    desk.bringIn.paste({ html: '', plain: 'first' });
    const keeping = desk.keep();
    desk.bringIn.throwAway();
    desk.bringIn.paste({ html: '', plain: 'second' });
    await keeping;
    expect([library.text.value, desk.bringIn.text.value]).toEqual(['first', 'second']);
  });

  it('keeps what was brought in once on a double click', async () => {
    const { library, desk } = await openDesk();
    desk.bringIn.paste({ html: '', plain: '# Words' });
    await Promise.all([desk.keep(), desk.keep()]);
    expect(library.entries.value.length).toBe(1);
  });
});
