import { expect, it } from 'vitest';
import { Seen } from '../../../state/seen.ts';

function watched() {
  const noted: string[] = [];
  let ring = () => {};
  const seen = new Seen({
    note: async (id, text) => noted.push(`${id} ${text}`),
    clock: {
      after: (_, act) => {
        ring = act;
        return () => {
          ring = () => {};
        };
      },
    },
  });
  return { seen, noted, ring: () => ring() };
}

it('what a panel reads is noted when it may be gone, and now and then while the guide is edited', () => {
  const { seen, noted, ring } = watched();
  seen.show('a', 'one');
  seen.show('a', 'two');
  expect(noted).toEqual([]);
  ring();
  expect(noted).toEqual(['a two']);
  seen.flush();
  expect(noted).toEqual(['a two']);
  seen.show('a', 'three');
  seen.flush();
  expect(noted).toEqual(['a two', 'a three']);
});

it('a switch to another guide notes the one before; the sample guide needs no note', () => {
  const { seen, noted } = watched();
  seen.show('a', 'one');
  seen.show('b', 'two');
  expect(noted).toEqual(['a one']);
  seen.show(null, 'sample');
  expect(noted).toEqual(['a one', 'b two']);
  seen.flush();
  expect(noted).toHaveLength(2);
});
