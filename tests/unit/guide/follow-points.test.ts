import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followPoints } from '../../../guide/follow-points.ts';

const story = (...points: readonly (readonly [label: string, text: string])[]) => ({
  points: points.map(([label, text], at) => ({ label, text, lines: { start: at + 1, end: at + 1 } })),
});
const followed = (...given: Parameters<typeof followPoints>) => [...followPoints(...given)].sort();

describe('a key point after a change of its story', () => {
  it('is the one with the same words, wherever it stands now', () => {
    expect(followed(story(['A', 'one'], ['B', 'two']), story(['B', 'two'], ['A', 'one']))).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it('is the one with the same label when its text was mended', () => {
    expect(
      followed(story(['A', 'one'], ['B', 'two']), story(['C', 'new'], ['A', 'won'], ['B', 'two'])),
    ).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });

  it('is the one in the same place when all its words are new and none came or went', () => {
    expect(followed(story(['A', 'one'], ['B', 'two']), story(['A', 'one'], ['C', 'three']))).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  it('is gone when its line is', () => {
    expect(followed(story(['A', 'one'], ['B', 'two']), story(['B', 'two']))).toEqual([[1, 0]]);
  });

  it('is always one point, and no two become the same', () => {
    const points = fc.array(fc.tuple(fc.constantFrom('', 'A', 'B'), fc.constantFrom('', 'x', 'y')), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(points, points, (before, after) => {
        const map = followPoints(story(...before), story(...after));
        expect(new Set(map.values()).size).toBe(map.size);
        for (const next of map.values()) expect(next).toBeLessThan(after.length);
      }),
    );
  });
});
