import { describe, expect, it } from 'vitest';
import { FIRST_LOOK } from '../../../state/card-look.ts';
import { NEW_SESSION } from '../../../state/ports.ts';
import { currentText, touchesGuide } from '../../../storage/current-guide.ts';
import { understand } from '../../../storage/item.ts';
import { createLibraryStore } from '../../../storage/library-store.ts';
import { looksItem, NO_LOOKS, withLook } from '../../../storage/looks-item.ts';
import { OTHER_ITEMS } from '../../../storage/other-items.ts';
import { createSessionStore } from '../../../storage/session-store.ts';
import { sharedItem } from '../../../storage/shared-item.ts';
import { sitesItem } from '../../../storage/sites-item.ts';
import { memoryArea } from './memory-area.ts';

/** One holder at a time, as the browser's locks do it. */
function lock() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(act: () => Promise<T>): Promise<T> => {
    const mine = last.then(act);
    last = mine.catch(() => {});
    return mine;
  };
}

describe('looks', () => {
  it('come back as stored, what can’t be read of one as at first', () => {
    const moved = { ...FIRST_LOOK, x: 0.1, size: 3, opacity: 0.7, isCollapsed: true };
    expect(understand(looksItem, { version: 1, looks: { 'meet.google.com': moved } })).toEqual({
      looks: { 'meet.google.com': moved },
    });
    const damaged = { a: { x: -1, y: 'top', size: 1.5, opacity: 0.1, isCollapsed: 'yes' }, b: 7, c: null };
    expect(understand(looksItem, { version: 1, looks: damaged })).toEqual({ looks: { a: FIRST_LOOK } });
  });

  it('are not understood from a newer version, or when they are no record', () => {
    for (const stored of [{ version: 2, looks: {} }, { version: 1, looks: [] }, { version: 1 }, 'x', null])
      expect(understand(looksItem, stored)).toBeUndefined();
  });

  it('of a hundred sites are kept: those changed longest ago go', () => {
    let looks = NO_LOOKS;
    for (let at = 0; at < 120; at++) looks = withLook(looks, `site${at}.example`, FIRST_LOOK);
    looks = withLook(looks, 'site20.example', { ...FIRST_LOOK, size: 2 });
    looks = withLook(looks, 'new.example', FIRST_LOOK);
    expect(Object.keys(looks.looks).length).toBe(100);
    expect(looks.looks['site20.example']?.size).toBe(2);
    expect(looks.looks['site21.example']).toBeUndefined();
  });
});

describe('sites', () => {
  it('come back as ids that name a site, each once', () => {
    const stored = {
      version: 1,
      on: ['https://meet.google.com/*', 'https://meet.google.com/*', '*://*/*', 7, 'https://a.example/*'],
      added: ['https://a.example/*', '<all_urls>'],
      shownAt: 'now',
    };
    expect(understand(sitesItem, stored)).toEqual({
      on: ['https://meet.google.com/*', 'https://a.example/*'],
      added: ['https://a.example/*'],
      shownAt: 0,
    });
    expect(understand(sitesItem, { version: 1 })).toEqual({ on: [], added: [], shownAt: 0 });
  });

  it('stay out of an export: access is given to a browser, not to a file', () => {
    expect(OTHER_ITEMS.map(({ key }) => key)).not.toContain(sitesItem.key);
  });
});

describe('an item that several change', () => {
  it('loses nothing, and is not stored when nothing changed', async () => {
    const { area, changes, stored } = memoryArea();
    const one = lock();
    const open = () => sharedItem(looksItem, NO_LOOKS, { area, changes, lock: one, now: () => 0 });
    const [a, b] = [open(), open()];
    let heard = 0;
    b.watch(() => heard++);
    await Promise.all([
      a.update((present) => withLook(present, 'a.example', FIRST_LOOK)),
      b.update((present) => withLook(present, 'b.example', FIRST_LOOK)),
      a.update((present) => present),
    ]);
    expect(Object.keys((await a.read()).value?.looks ?? {})).toEqual(['a.example', 'b.example']);
    expect([heard, (stored.looks as { version: number }).version]).toEqual([2, 1]);
  });
});

describe('the session’s update', () => {
  it('builds on what is stored, so that acts on two surfaces at once both count', async () => {
    const { area, changes } = memoryArea({ session: { ...NEW_SESSION, open: 'a', version: 2, writer: 'x' } });
    const one = lock();
    const open = (writer: string) =>
      createSessionStore({
        area,
        changes,
        lock: one,
        writer,
        now: () => 0,
        fresh: NEW_SESSION,
        onError: () => {},
      });
    const [a, b] = [open('a'), open('b')];
    await Promise.all([a, b, a, b].map((store) => store.update((session) => ({ hook: session.hook + 1 }))));
    a.change({ query: 'typed' });
    await a.settled();
    expect((await b.read()).value).toMatchObject({ hook: 4, query: 'typed', open: 'a' });
  });

  it('writes nothing when nothing changes, and rejects when it can’t be stored', async () => {
    const { area, changes, stored } = memoryArea();
    const store = (set: typeof area.set) =>
      createSessionStore({
        area: { ...area, set },
        changes,
        lock: (act) => act(),
        writer: 'a',
        now: () => 0,
        fresh: NEW_SESSION,
        onError: () => {},
      });
    await store(area.set).update(() => ({}));
    expect(stored).toEqual({});
    const full = store(async () => {
      throw new Error('full');
    });
    await expect(full.update(() => ({ hook: 1 }))).rejects.toThrow('full');
  });
});

describe('the current text', () => {
  it('is that of the guide that panels show, with a key for each revision', async () => {
    const { area, changes, stored } = memoryArea();
    expect(await currentText(area)).toBeUndefined();
    const one = lock();
    const library = createLibraryStore({
      area,
      changes,
      locks: { request: (_, act) => one(act) },
      others: [],
      now: () => 1,
      newId: () => 'g1',
    });
    await library.create('Guide', '# One');
    expect(await currentText(area)).toBeUndefined();
    await library.switchTo('g1');
    expect(await currentText(area)).toEqual({ key: 'g1 1', text: '# One' });
    await library.save('g1', '# Two', 1);
    expect(await currentText(area)).toEqual({ key: 'g1 2', text: '# Two' });
    stored['guide.g1'] = 'damaged';
    expect(await currentText(area)).toBeUndefined();
    expect(stored['guide.g1']).toBe('damaged');
  });

  it('is touched by the list and by texts only', () => {
    expect([['library'], ['guide.g1'], ['session', 'guide.g1']].map(touchesGuide)).toEqual([
      true,
      true,
      true,
    ]);
    expect([[], ['session'], ['history.g1'], ['guide.unreadable']].map(touchesGuide)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
