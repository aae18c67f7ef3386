import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AskedEntry } from '../../../state/asked.ts';
import { DEFAULT_SETTINGS, TEXT_SIZES } from '../../../state/settings.ts';
import { askedItem } from '../../../storage/asked-item.ts';
import { createAskedStore } from '../../../storage/asked-store.ts';
import { understand } from '../../../storage/item.ts';
import { OTHER_ITEMS } from '../../../storage/other-items.ts';
import { settingsItem } from '../../../storage/settings-item.ts';
import { memoryArea } from './memory-area.ts';

const entry = (id: string, at: number): AskedEntry => ({
  id,
  at,
  question: 'why?',
  storyId: null,
  storyName: '',
  spoken: 0,
});
const changes = { addListener: () => {}, removeListener: () => {} };

describe('the stored list of what was asked', () => {
  function store() {
    const { area } = memoryArea();
    let held: Promise<void> = Promise.resolve();
    const lock = (act: () => Promise<void>) => {
      held = held.then(act);
      return held;
    };
    const at = (writer: string) =>
      createAskedStore({ area, changes, lock, writer, now: () => 1, onError: () => {} });
    return { one: at('one'), other: at('other') };
  }

  it('keeps what two windows put at the same time, newest first', async () => {
    const { one, other } = store();
    one.put([entry('a', 1)]);
    other.put([entry('b', 2)]);
    await Promise.all([one.settled(), other.settled()]);
    expect((await one.read()).value?.entries.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('deletes by id and leaves the others', async () => {
    const { one, other } = store();
    one.put([entry('a', 1), entry('b', 2)]);
    await one.settled();
    other.put([entry('c', 3)]);
    one.remove(['a']);
    await Promise.all([one.settled(), other.settled()]);
    expect((await one.read()).value?.entries.map(({ id }) => id)).toEqual(['c', 'b']);
  });

  it('is set aside as a whole when any entry is not what it should be', () => {
    const damaged = { version: 1, entries: [entry('a', 1), { ...entry('b', 2), at: 'noon' }], writer: '' };
    expect(understand(askedItem, damaged)).toBeUndefined();
  });
});

describe('an export of everything', () => {
  const other = (key: string) => {
    const found = OTHER_ITEMS.find((each) => each.key === key);
    if (found === undefined) throw new Error(`nothing is exported of ${key}`);
    return found;
  };

  it('merges what was asked by its ids, newest first', () => {
    const here = { version: 1, entries: [entry('b', 2)], writer: 'w' };
    const there = { version: 1, entries: [entry('c', 3), entry('b', 2), entry('a', 1)], writer: 'v' };
    const merged = other('asked').combine(there, here, 'merge') as { entries: AskedEntry[] };
    expect(merged.entries.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });

  it('leaves settings here as they are when merged, and takes them over when replaced', () => {
    const there = { version: 1, textSize: 1.3 };
    expect(other('settings').combine(there, { version: 1 }, 'merge')).toBeUndefined();
    expect(other('settings').combine(there, { version: 1 }, 'replace')).toMatchObject({ textSize: 1.3 });
  });
});

describe('stored settings', () => {
  it('take the usual value wherever theirs can’t be read', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('startsOnPick', 'keepsAsked', 'textSize', 'keys'), fc.jsonValue()),
        (junk) => {
          const value = understand(settingsItem, { ...junk, version: 1 });
          expect(TEXT_SIZES).toContain(value?.textSize);
          for (const keys of Object.values(value?.keys ?? {}))
            expect(keys.every((key) => typeof key === 'string')).toBe(true);
        },
      ),
    );
    expect(understand(settingsItem, { version: 1 })).toEqual({ ...DEFAULT_SETTINGS, writer: '' });
  });

  it('read back what was written', () => {
    const settings = {
      startsOnPick: true,
      keepsAsked: false,
      textSize: 1.3,
      keys: { blank: ['F8'] },
      missingKeysSeen: 'x',
      writer: 'w',
    };
    expect(understand(settingsItem, { ...settings, version: 1 })).toEqual(settings);
  });
});
