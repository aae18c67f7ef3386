import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack, packTight, unpack, unpackTight } from '../../../storage/packed-text.ts';
import { applyPatch, diff } from '../../../storage/patch.ts';

/** Any code units at all, halves of surrogate pairs among them. */
const units = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0xd800, max: 0xdfff })), {
    maxLength: 40,
  })
  .map((codes) => String.fromCharCode(...codes));
const texts = fc.oneof(
  units,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ maxLength: 20 }).map((text) => text.repeat(40)),
);

describe('a packed text', () => {
  it('comes back to the letter', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        expect(unpack(pack(text))).toBe(text);
        expect(await unpackTight(await packTight(text))).toBe(text);
      }),
    );
  });

  it('holds only what browser storage keeps: JSON without halves of pairs', () => {
    fc.assert(
      fc.property(units, (text) => {
        expect(JSON.stringify(pack(text)).isWellFormed()).toBe(true);
        expect(unpack(JSON.parse(JSON.stringify(pack(text))))).toBe(text);
      }),
    );
  });

  it('is shorter for a long text', async () => {
    const text = 'We had met before, at the harbour. '.repeat(100);
    expect(JSON.stringify(await packTight(text)).length).toBeLessThan(500);
  });

  it('that is none is told apart', async () => {
    for (const damaged of [null, 7, [], {}, { units: '§' }, { deflate: 'AAAA' }, { deflate: '§' }])
      expect(await unpackTight(damaged)).toBeUndefined();
  });
});

describe('a patch', () => {
  it('makes the one text of the other', () => {
    fc.assert(
      fc.property(texts, texts, texts, texts, (head, tail, a, b) => {
        const [base, text] = [head + a + tail, head + b + tail];
        expect(applyPatch(base, diff(base, text))).toBe(text);
      }),
    );
  });

  it('parts no pair', () => {
    expect(diff('a😀b', 'a😁b')).toEqual({ start: 1, end: 1, insert: '😁' });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (base, text) => {
        expect(diff(base, text).insert.isWellFormed()).toBe(true);
      }),
    );
  });

  it('that does not fit is told apart', () => {
    expect(applyPatch('ab', { start: 2, end: 1, insert: '' })).toBeUndefined();
  });
});
