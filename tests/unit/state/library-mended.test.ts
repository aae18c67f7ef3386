import { beforeEach, describe, expect, it } from 'vitest';
import { parseGuide } from '../../../guide/parse.ts';
import { Desk } from '../../../state/desk.ts';
import { Library } from '../../../state/library.ts';
import { Editing } from '../../../state/library-editing.ts';
import type { OpenPlace } from '../../../state/library-ports.ts';
import { Past } from '../../../state/past.ts';
import { systemClock } from '../../../state/system-clock.ts';
import { createLibraryStore } from '../../../storage/library-store.ts';
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

  it('keeps what was brought in once on a double click', async () => {
    const { library, desk } = await openDesk();
    desk.bringIn.paste('', '# Words');
    await Promise.all([desk.keep(), desk.keep()]);
    expect(library.entries.value.length).toBe(1);
  });
});
