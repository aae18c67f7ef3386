import type { Clock } from './ports.ts';

/** Who goes on typing within this time meant the digit for the word: `log4j`, `covid19`. Milliseconds. */
const TYPED_ON_MILLISECONDS = 700;

/**
 * Digits that were taken for ticks right behind a word. A letter or a space that follows at once says that they
 * belong to the word: then they go into the text, and their ticks are taken back.
 * @param untick takes the tick at this place, from 0, back
 */
export function strayDigits(clock: Pick<Clock, 'now'>, untick: (place: number) => void) {
  let places: number[] = [];
  let last = 0;

  const isFresh = () => places.length > 0 && clock.now() - last <= TYPED_ON_MILLISECONDS;

  return {
    /** Whether a digit right behind these would be one of them. */
    isFresh,
    /** The digit for the point at `place`, from 0, was taken for a tick. */
    add(place: number): void {
      if (!isFresh()) places = [];
      places.push(place);
      last = clock.now();
    },
    /** What the typing place is to hold: `typed`, with the digits that belong into it. */
    typedOn(before: string, typed: string): string {
      const mine = isFresh() ? places : [];
      places = [];
      const isTypedOn = typed.length === before.length + 1 && typed.startsWith(before);
      if (mine.length === 0 || !isTypedOn) return typed;
      for (const place of mine) untick(place);
      return `${before}${mine.map((place) => place + 1).join('')}${typed.slice(before.length)}`;
    },
  };
}
