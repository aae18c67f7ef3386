import type { KeyPoint, Story } from './types.ts';

const sameText = (a: KeyPoint, b: KeyPoint) => a.label === b.label && a.text === b.text;
const sameLabel = (a: KeyPoint, b: KeyPoint) => a.label !== '' && a.label === b.label;
const sameWords = (a: KeyPoint, b: KeyPoint) => a.text !== '' && a.text === b.text;

/**
 * Which key point each point of a story has become after a change of its text, by their places from 0. A point is
 * the one with the same label and text; else with the same label, or the same text; else, while the story has as
 * many points as before, the one in the same place. One to one; a point that is gone is not in it.
 */
export function followPoints(
  before: Pick<Story, 'points'>,
  after: Pick<Story, 'points'>,
): ReadonlyMap<number, number> {
  const followed = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (old: number, next: number) => {
    if (next < 0 || followed.has(old) || taken.has(next)) return;
    followed.set(old, next);
    taken.add(next);
  };
  for (const isSame of [sameText, sameLabel, sameWords])
    before.points.forEach((point, old) => {
      if (!followed.has(old))
        pair(
          old,
          after.points.findIndex((other, next) => !taken.has(next) && isSame(point, other)),
        );
    });
  if (before.points.length === after.points.length)
    for (let at = 0; at < before.points.length; at++) pair(at, at);
  return followed;
}
