import { expect, it } from 'vitest';
import { understand } from '../../../storage/item.ts';
import { openUndoStore, undoItem } from '../../../storage/undo-store.ts';
import { memoryArea } from './memory-area.ts';

const settled = () => new Promise((done) => setTimeout(done, 5));
let time = 1000;
const now = () => ++time;

it('what can be undone is there for exactly the text it was kept beside', async () => {
  const { area } = memoryArea();
  const store = await openUndoStore(area, now);
  store.keep('a', 'text', { done: [1] });
  await settled();
  const next = await openUndoStore(area, now);
  expect(next.find('a', 'text')).toEqual({ done: [1] });
  expect(next.find('a', 'tex!')).toBeUndefined();
  expect(next.find('b', 'text')).toBeUndefined();
});

it('nothing stays of what is forgotten, also when it was kept just now', async () => {
  const { area, stored } = memoryArea();
  const store = await openUndoStore(area, now);
  store.keep('a', 'text', { done: [1] });
  store.forget('a');
  await settled();
  expect([stored, store.find('a', 'text')]).toEqual([{}, undefined]);
});

it('a very long history is forgotten, and of many the oldest', async () => {
  const { area, stored } = memoryArea();
  const store = await openUndoStore(area, now);
  store.keep('a', 'text', { done: ['x'.repeat(1_100_000)] });
  for (const name of ['b', 'c', 'd', 'e', 'f', 'g']) store.keep(name, name, { done: ['x'.repeat(900_000)] });
  await settled();
  expect(Object.keys(stored)).toEqual(['undo.d', 'undo.e', 'undo.f', 'undo.g']);
  expect(store.find('b', 'b')).toBeUndefined();
});

it('nothing is thrown where nothing can be stored, and other kept things are left alone', async () => {
  const failing = () => Promise.reject(new Error('no room'));
  const store = await openUndoStore({ get: failing, set: failing, remove: failing }, now);
  store.keep('a', 'text', { done: [] });
  store.keep('b', 'text', 'no history');
  expect(store.find('a', 'text')).toEqual({ done: [] });
  expect(store.find('b', 'text')).toBeUndefined();
  await settled();
});

it('a damaged or newer one counts as none', () => {
  const sound = { version: 1, length: 4, sum: 7, at: 1, history: {} };
  expect(understand(undoItem('a'), sound)).toBeDefined();
  expect(understand(undoItem('a'), { ...sound, version: 2 })).toBeUndefined();
  expect(understand(undoItem('a'), { ...sound, history: 'x' })).toBeUndefined();
});
