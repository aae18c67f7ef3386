import { expect, it } from 'vitest';
import { safeArea } from '../../../storage/safe-area.ts';
import { memoryArea } from './memory-area.ts';

/** A storage that notes what is written, and one that ends with the browser. */
function browserStorage() {
  const { area, stored } = memoryArea();
  const marks = memoryArea();
  const written: string[] = [];
  const noting = {
    get: area.get,
    async set(items: Record<string, unknown>) {
      written.push(...Object.entries(items).map(([key, value]) => `${key} ${String(value).length}`));
      await area.set(items);
    },
    remove: area.remove,
  };
  return { noting, stored, marks: marks.area, written };
}

it('the first write of a browser goes behind a pad, whoever makes it; no other does', async () => {
  const { noting, stored, marks, written } = browserStorage();
  const one = safeArea(noting, marks, () => 5);
  await one.set({ a: 'x' });
  await one.set({ a: 'xx' });
  await safeArea(noting, marks, () => 6).set({ b: 'x' });
  expect(written).toEqual(['pad 40000', 'a 1', 'a 2', 'b 1']);
  expect(stored).toEqual({ a: 'xx', b: 'x' });
  expect(await one.get(['a'])).toEqual({ a: 'xx' });
  await one.remove(['a']);
  expect(stored).toEqual({ b: 'x' });
});

it('two writes at once wait for the same pad', async () => {
  const { noting, marks, written } = browserStorage();
  const area = safeArea(noting, marks, () => 5);
  await Promise.all([area.set({ a: 'x' }), area.set({ b: 'x' })]);
  expect(written).toEqual(['pad 40000', 'a 1', 'b 1']);
});

it('a pad that finds no room stops nothing, and is tried again', async () => {
  const { noting, marks, written } = browserStorage();
  let isFull = true;
  const area = safeArea(
    {
      ...noting,
      async set(items) {
        if (isFull && 'pad' in items) throw new Error('quota exceeded');
        await noting.set(items);
      },
    },
    marks,
    () => 5,
  );
  await area.set({ a: 'x' });
  isFull = false;
  await area.set({ a: 'xx' });
  expect(written).toEqual(['a 1', 'pad 40000', 'a 2']);
});
