import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guideItem } from '../../../storage/guide-item.ts';
import { bindItem, type ItemDefinition, understand } from '../../../storage/item.ts';
import { type StoredSession, sessionItem } from '../../../storage/session-item.ts';
import { memoryArea } from './memory-area.ts';

const now = () => 1_700_000_000_000;
const countdown = {
  storyId: 'risk',
  storyName: 'RISK - Rota',
  from: 45,
  to: 60,
  runningSince: 5,
  spent: 0,
  asked: 'a',
};
const session: StoredSession = {
  query: 'conflct',
  pick: 'risk',
  open: 'risk',
  hook: 1,
  said: { storyId: 'risk', points: [0, 2] },
  rescue: { kind: 'blank', step: 3 },
  countdown,
  asked: 'a',
  writer: 'me',
};

describe('a stored item', () => {
  it('is nothing before anything was stored', async () => {
    const { area } = memoryArea();
    expect(await bindItem(guideItem, area, now).read()).toEqual({ value: undefined, setAside: undefined });
  });

  it('reads back what was written', async () => {
    const item = bindItem(sessionItem, memoryArea().area, now);
    await item.write(session);
    expect(await item.read()).toEqual({ value: session, setAside: undefined });
  });

  it('sets a damaged value aside, whole, and says where', async () => {
    const { area, stored } = memoryArea({ guide: { version: 1, text: 42 } });
    expect(await bindItem(guideItem, area, now).read()).toEqual({
      value: undefined,
      setAside: 'guide.unreadable',
    });
    expect(stored['guide.unreadable']).toEqual({ version: 1, text: 42 });
    expect(stored.guide).toEqual({ version: 1, text: 42 });
  });

  it('sets a value from a newer version aside instead of guessing', async () => {
    const { area, stored } = memoryArea({ guide: { version: 2, text: 'x' } });
    expect((await bindItem(guideItem, area, now).read()).setAside).toBe('guide.unreadable');
    expect(stored['guide.unreadable']).toEqual({ version: 2, text: 'x' });
  });

  it('makes one copy of the same damaged value, however often it is read', async () => {
    const { area, stored } = memoryArea({ guide: 'rubbish' });
    const item = bindItem(guideItem, area, now);
    await item.read();
    await item.read();
    expect(Object.keys(stored)).toEqual(['guide', 'guide.unreadable']);
  });

  it('keeps an earlier damaged value when another one comes', async () => {
    const { area, stored } = memoryArea({ guide: 'new rubbish', 'guide.unreadable': 'old rubbish' });
    await bindItem(guideItem, area, now).read();
    expect(stored['guide.unreadable']).toBe('old rubbish');
    expect(stored['guide.unreadable.1700000000000']).toBe('new rubbish');
  });

  it('tells of changes from elsewhere, and of valid ones only', async () => {
    const { area, changes } = memoryArea();
    const item = bindItem(guideItem, area, now);
    const seen: string[] = [];
    const stop = item.watch(changes, ({ text }) => seen.push(text));
    await item.write({ text: 'one' });
    await area.set({ guide: 'rubbish', other: 1 });
    stop();
    await item.write({ text: 'two' });
    expect(seen).toEqual(['one']);
  });
});

describe('migrations', () => {
  const definition: ItemDefinition<{ name: string }> = {
    key: 'thing',
    version: 3,
    migrations: [
      (old) => ({ ...old, name: old.title, version: 2 }),
      (old) => ({ ...old, name: `${String(old.name)}!`, version: 3 }),
    ],
    validate: ({ name }) => (typeof name === 'string' ? { name } : undefined),
  };

  it('run in order from the stored version', () => {
    expect(understand(definition, { version: 1, title: 'a' })).toEqual({ name: 'a!' });
    expect(understand(definition, { version: 2, name: 'a' })).toEqual({ name: 'a!' });
    expect(understand(definition, { version: 3, name: 'a' })).toEqual({ name: 'a' });
  });

  it('do nothing when there is nothing stored', () => {
    expect(understand(definition, undefined)).toBeUndefined();
  });

  it('that throw make the value unreadable, not lost', () => {
    const throwing = {
      ...definition,
      migrations: [
        () => {
          throw new Error('no');
        },
        ...definition.migrations.slice(1),
      ],
    };
    expect(understand(throwing, { version: 1, title: 'a' })).toBeUndefined();
  });
});

describe('whatever is stored', () => {
  it('never throws, for guide and session', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        understand(guideItem, stored);
        understand(sessionItem, stored);
      }),
    );
  });

  it('a session without its countdown, or with a broken one, is unreadable', () => {
    expect(understand(sessionItem, { ...session, version: 1, countdown: undefined })).toBeUndefined();
    expect(
      understand(sessionItem, { ...session, version: 1, countdown: { ...countdown, spent: -1 } }),
    ).toBeUndefined();
  });
});
