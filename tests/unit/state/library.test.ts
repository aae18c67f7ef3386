import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { freeName, isBackupDue, Library, type LibraryModel } from '../../../state/library.ts';
import { Editing } from '../../../state/library-editing.ts';
import type { GuideText, LibraryStore, SaveResult } from '../../../state/library-ports.ts';
import { systemClock } from '../../../state/system-clock.ts';
import { createLibraryStore } from '../../../storage/library-store.ts';
import { memoryLibrary } from '../../fixtures/library-store.ts';

const DAY = 24 * 60 * 60 * 1000;
let memory: ReturnType<typeof memoryLibrary>;

async function openWindow({ followsCurrent = false, store = createLibraryStore(memory.deps) } = {}) {
  const library = new Library({
    store,
    clock: { now: () => memory.clock.time, after: systemClock.after },
    sampleText: 'the sample',
    followsCurrent,
  });
  await library.start();
  return library;
}

const idOf = (library: LibraryModel, name: string) =>
  library.list.value.entries.find((entry) => entry.name === name)?.id ?? '';
const aTurn = () => new Promise((done) => setTimeout(done, 0));
/** Lets everything run that waits for nothing but its turn. */
const settle = () => new Promise((done) => setTimeout(done, 5));

beforeEach(() => {
  memory = memoryLibrary();
});

describe('a library', () => {
  it('shows the sample guide until there is one', async () => {
    const library = await openWindow();
    expect([library.openId.value, library.text.value, library.status.value.kind]).toEqual([
      null,
      'the sample',
      'saved',
    ]);
    library.edit('changed');
    expect(library.text.value).toBe('the sample');
  });

  it('makes a guide, shows and opens it; a name that is taken gets a number', async () => {
    const library = await openWindow();
    await library.create('Acme', 'one');
    await library.create('Acme', 'two');
    expect(library.entries.value.map(({ name }) => name)).toEqual(['Acme', 'Acme 2']);
    expect([library.text.value, library.currentId.value]).toEqual(['two', library.openId.value]);
  });

  it('saves what is edited, and says saved only when it is', async () => {
    const library = await openWindow();
    await library.create('Acme', 'one');
    library.edit('two');
    expect(library.status.value.kind).toBe('saving');
    expect(library.unsaved.value).toEqual(['Acme']);
    library.edit('three');
    await library.settled();
    expect(library.status.value.kind).toBe('saved');
    expect((await openWindow()).text.value).toBe('three');
  });

  it('deletes with undo, renames, archives, duplicates', async () => {
    const library = await openWindow();
    await library.create('Acme', 'one');
    const id = idOf(library, 'Acme');
    await library.delete(id);
    expect([library.entries.value, library.openId.value, library.justDeleted.value]).toEqual([
      [],
      null,
      [{ id, name: 'Acme', wasCurrent: true }],
    ]);
    await library.undelete(id);
    await library.rename(id, '  Globex ');
    await library.archive(id, true);
    await library.duplicate(id);
    expect(library.active.value.map(({ name }) => name)).toEqual(['Globex (copy)']);
    expect(library.archived.value.map(({ name }) => name)).toEqual(['Globex']);
    expect((await library.rename(id, ' ')).outcome).toBe('failed');
    expect(library.notices.value).toEqual(['A guide needs a name.']);
  });

  it('clears deleted guides away after a week, or when told to', async () => {
    const library = await openWindow();
    await library.create('Acme', 'one');
    await library.create('Globex', 'two');
    await library.delete(idOf(library, 'Acme'));
    memory.clock.time += 6 * DAY;
    await library.refresh();
    expect(library.deleted.value.length).toBe(1);
    memory.clock.time += 2 * DAY;
    await library.refresh();
    expect(library.deleted.value.length).toBe(0);
    await library.delete(idOf(library, 'Globex'));
    await library.discardDeleted();
    expect(Object.keys(memory.stored)).toEqual(['library']);
  });

  it('switches by key through the guides that are not archived', async () => {
    const library = await openWindow();
    for (const name of ['A', 'B', 'C']) await library.create(name, name);
    await library.archive(idOf(library, 'B'), true);
    const seen = [];
    for (let count = 0; count < 3; count++) {
      await library.switchToNext();
      seen.push(library.text.value);
    }
    expect(seen).toEqual(['A', 'C', 'A']);
  });
});

describe('two windows', () => {
  it('follow each other while nothing is unsaved', async () => {
    const page = await openWindow();
    await page.create('Acme', 'one');
    const panel = await openWindow({ followsCurrent: true });
    page.edit('two');
    await page.settled();
    expect([panel.text.value, panel.status.value.kind]).toEqual(['two', 'saved']);
    await page.create('Globex', 'other');
    await settle();
    expect(panel.text.value).toBe('other');
    await page.switchTo(null);
    await settle();
    expect(panel.text.value).toBe('the sample');
  });

  /** Two windows on one guide, the first of which could not save. */
  async function atOdds() {
    let isBroken = false;
    const store = createLibraryStore(memory.deps);
    const breaking: LibraryStore = {
      ...store,
      save: (...given) =>
        isBroken ? Promise.resolve({ outcome: 'failed', reason: 'no room' }) : store.save(...given),
    };
    const a = await openWindow({ store: breaking });
    await a.create('Acme', 'one');
    const b = await openWindow();
    isBroken = true;
    a.edit('mine');
    await a.settled();
    expect(a.status.value).toEqual({ kind: 'failed', reason: 'no room' });
    isBroken = false;
    b.edit('theirs');
    await b.settled();
    await settle();
    expect(a.status.value).toEqual({ kind: 'conflict', mine: 'mine', theirs: 'theirs' });
    return { a, b };
  }

  it('at odds ask, and write nothing until answered', async () => {
    const { a, b } = await atOdds();
    a.edit('mine too');
    await a.settled();
    expect(a.status.value).toEqual({ kind: 'conflict', mine: 'mine too', theirs: 'theirs' });
    expect(b.text.value).toBe('theirs');
  });

  it('keep mine: theirs stays in the history', async () => {
    const { a, b } = await atOdds();
    await a.choose('mine');
    await a.settled();
    await settle();
    expect([a.status.value.kind, b.text.value]).toEqual(['saved', 'mine']);
    const id = a.openId.value ?? '';
    const states = await Promise.all((await a.history(id)).map((state) => a.readState(id, state.id)));
    expect(states.map((state) => state.outcome === 'found' && state.text)).toEqual(['mine', 'theirs', 'one']);
  });

  it('take theirs', async () => {
    const { a } = await atOdds();
    await a.choose('theirs');
    expect([a.status.value.kind, a.text.value]).toEqual(['saved', 'theirs']);
  });

  it('keep both: mine becomes a guide of its own', async () => {
    const { a } = await atOdds();
    const made = await a.choose('both');
    expect(a.text.value).toBe('theirs');
    expect(made?.outcome).toBe('made');
    await a.open(idOf(a, 'Acme (copy)'));
    expect(a.text.value).toBe('mine');
  });
});

describe('what is unsaved', () => {
  it('is not forgotten when another guide is opened', async () => {
    const store = createLibraryStore(memory.deps);
    let isFull = false;
    const library = await openWindow({
      store: {
        ...store,
        save: (...given) =>
          isFull ? Promise.resolve({ outcome: 'failed', reason: 'no room' }) : store.save(...given),
      },
    });
    await library.create('A', 'a');
    const id = library.openId.value;
    isFull = true;
    library.edit('a, longer');
    await library.settled();
    await library.create('B', 'b');
    expect(library.unsaved.value).toEqual(['A']);
    isFull = false;
    await library.open(id);
    expect(library.text.value).toBe('a, longer');
    library.retry();
    await library.settled();
    expect(library.unsaved.value).toEqual([]);
  });
});

describe('a guide that another window deletes', () => {
  it('makes way for the one that is shown now, unless something in it is unsaved', async () => {
    const store = createLibraryStore(memory.deps);
    let isFull = false;
    const a = await openWindow({
      store: {
        ...store,
        save: (...given) =>
          isFull ? Promise.resolve({ outcome: 'failed', reason: 'no room' }) : store.save(...given),
      },
    });
    await a.create('A', 'a');
    const id = a.openId.value ?? '';
    const b = await openWindow();
    await b.delete(id);
    await settle();
    expect(a.openId.value).toBe(null);
    await b.undelete(id);
    await a.open(id);
    isFull = true;
    a.edit('a, longer');
    await a.settled();
    await b.delete(id);
    await settle();
    expect([a.text.value, a.status.value.kind]).toEqual(['a, longer', 'failed']);
  });
});

describe('the reminder to back up', () => {
  it('comes after a week of changes, once, and again after a further week of changes', async () => {
    const library = await openWindow();
    await library.create('Acme', 'one');
    expect(library.backupDue.value).toBe(false);
    memory.clock.time += 8 * DAY;
    await library.refresh();
    expect(library.backupDue.value).toBe(true);
    await library.dismissReminder();
    expect(library.backupDue.value).toBe(false);
    memory.clock.time += 30 * DAY;
    await library.refresh();
    // Nothing was changed since.
    expect(library.backupDue.value).toBe(false);
    library.edit('one and more');
    await library.settled();
    await library.refresh();
    expect(library.backupDue.value).toBe(true);
    await library.dismissReminder();
    memory.clock.time += DAY / 2;
    library.edit('one and more again');
    await library.settled();
    memory.clock.time += 6 * DAY;
    await library.refresh();
    expect(library.backupDue.value).toBe(false);
    memory.clock.time += 1 * DAY;
    await library.refresh();
    expect(library.backupDue.value).toBe(true);
    await library.dismissReminder();
    const exported = await library.exportAll();
    await library.noteExported(exported.outcome === 'exported' ? exported.at : 0);
    memory.clock.time += 30 * DAY;
    await library.refresh();
    expect(library.backupDue.value).toBe(false);
    library.edit('two');
    await library.settled();
    memory.clock.time += 7 * DAY;
    await library.refresh();
    expect(library.backupDue.value).toBe(true);
  });

  it('is due on what is unexported, however old the export is', () => {
    const list = {
      entries: [],
      currentId: null,
      revision: 1,
      exportedAt: 0,
      unexportedSince: null,
      reminderDismissedAt: null,
    };
    expect(isBackupDue(list, 100 * DAY)).toBe(false);
    expect(isBackupDue({ ...list, unexportedSince: 99 * DAY }, 100 * DAY)).toBe(false);
    expect(isBackupDue({ ...list, unexportedSince: 93 * DAY }, 100 * DAY)).toBe(true);
  });
});

it('a free name is the wanted one with the first free number', () => {
  const entry = { id: 'a', createdAt: 0, changedAt: 0, archivedAt: null, deletedAt: null };
  expect(
    freeName('A', [
      { ...entry, name: 'A' },
      { ...entry, name: 'A 2' },
    ]),
  ).toBe('A 3');
  expect(freeName('A', [{ ...entry, name: 'A', deletedAt: 1 }])).toBe('A');
});

it('slow saves rest between them while the typing goes on; what was typed meanwhile is saved after', async () => {
  let time = 0;
  const rests: number[] = [];
  const saved: string[] = [];
  const editing = new Editing({
    id: 'a',
    stored: { text: '', revision: 1 },
    keepCopy: () => Promise.reject(new Error('no copy expected')),
    clock: {
      now: () => time,
      after: (rest, act) => {
        rests.push(rest);
        time += rest;
        // Typed on in the first of the pauses.
        if (rests.length < 2) editing.edit(`two${'o'.repeat(rests.length)}`);
        act();
        return () => {};
      },
    },
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
  await editing.settled();
  expect([saved, rests, editing.status.value.kind]).toEqual([['one', 'twoo'], [200, 200], 'saved']);
});

describe('whatever the store answers', () => {
  const answers = fc.array(fc.constantFrom('saved', 'failed', 'conflict'), { minLength: 1, maxLength: 30 });
  const steps = fc.array(fc.constantFrom('edit', 'turn', 'told', 'retry', 'mine', 'theirs', 'both'), {
    maxLength: 40,
  });

  it('saved is shown only when the text shown is the text on disk, and no text vanishes unasked', async () => {
    await fc.assert(
      fc.asyncProperty(answers, steps, async (plan, acts) => {
        let disk: GuideText = { text: 'first', revision: 1 };
        const others: string[] = [];
        let count = 0;
        const elsewhere = () => {
          disk = { text: `other ${++count}`, revision: disk.revision + 1 };
          return disk;
        };
        const store = {
          leave: () => {},
          keepApart: async () => {},
          keepState: async () => ({ outcome: 'done' as const }),
          async save(_: string, text: string, basedOn: number): Promise<SaveResult> {
            const answer = plan[count++ % plan.length];
            await Promise.resolve();
            if (answer === 'conflict') elsewhere();
            if (basedOn !== disk.revision) return { outcome: 'conflict', theirs: disk };
            if (answer === 'failed') return { outcome: 'failed', reason: 'no room' };
            disk = { text, revision: disk.revision + 1 };
            return { outcome: 'saved', revision: disk.revision };
          },
        };
        const editing = new Editing({
          store,
          id: 'a',
          clock: systemClock,
          stored: disk,
          keepCopy: async (text) => {
            others.push(text);
            const entry = {
              id: 'b',
              name: 'b',
              createdAt: 0,
              changedAt: 0,
              archivedAt: null,
              deletedAt: null,
            };
            return { outcome: 'made', entry };
          },
        });
        let mine = 'first';
        let given = 0;
        for (const act of acts) {
          const before = editing.status.value.kind;
          if (act === 'edit') {
            mine = `mine ${++given}`;
            editing.edit(mine);
          }
          if (act === 'turn') await aTurn();
          if (act === 'told') editing.told(elsewhere());
          if (act === 'retry') editing.retry();
          if (act === 'mine' || act === 'theirs' || act === 'both') {
            await editing.choose(act);
            if (before === 'conflict' && act === 'both') expect(others.at(-1)).toBe(mine);
            if (before === 'conflict' && act !== 'mine') mine = editing.text.value;
          }
          // What was typed stays, unless it was saved first or given up by choice.
          if (editing.text.value !== mine) {
            expect(before === 'saved' || act === 'turn' || act === 'told').toBe(true);
            expect(editing.text.value).toMatch(/^other/);
            mine = editing.text.value;
          }
        }
        await editing.settled();
        if (editing.status.value.kind === 'saved') {
          editing.told(disk);
          expect(editing.text.value).toBe(disk.text);
        }
      }),
      { numRuns: 300 },
    );
  });
});
