import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latestWriter } from '../../../storage/latest-writer.ts';

const never = () => {
  throw new Error('no error expected');
};

describe('the latest writer', () => {
  it('writes a single value at once', async () => {
    const written: number[] = [];
    const writer = latestWriter<number>(async (value) => void written.push(value), never);
    writer.put(1);
    await writer.settled();
    expect(written).toEqual([1]);
  });

  it('skips what was overtaken while a write was under way', async () => {
    const written: number[] = [];
    let finish = () => {};
    const writer = latestWriter<number>((value) => {
      written.push(value);
      return new Promise((resolve) => {
        finish = resolve;
      });
    }, never);
    for (const value of [1, 2, 3]) writer.put(value);
    finish();
    await new Promise((resolve) => setTimeout(resolve));
    finish();
    await writer.settled();
    expect(written).toEqual([1, 3]);
  });

  it('tells of a failed write and takes the next one', async () => {
    const errors: unknown[] = [];
    const written: number[] = [];
    const writer = latestWriter<number>(
      async (value) => {
        if (value === 1) throw new Error('full');
        written.push(value);
      },
      (error) => errors.push(error),
    );
    writer.put(1);
    await writer.settled();
    writer.put(2);
    await writer.settled();
    expect([errors, written]).toEqual([[new Error('full')], [2]]);
  });

  it('always stores the last value, in order, whatever the pace', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }), async (waits) => {
        const written: number[] = [];
        const writer = latestWriter<number>(async (value) => void written.push(value), never);
        for (const [value, wait] of waits.entries()) {
          writer.put(value);
          if (wait) await Promise.resolve();
        }
        await writer.settled();
        expect(written.at(-1)).toBe(waits.length - 1);
        expect(written).toEqual([...written].sort((a, b) => a - b));
      }),
    );
  });
});
