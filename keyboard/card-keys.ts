import type { CueAct } from '../state/cue-acts.ts';
import { isPressed, type KeyPress, parseChord } from './chord.ts';

export interface CardKey {
  /** The first is the one that is shown. */
  readonly keys: readonly string[];
  readonly shown: string;
  readonly label: string;
  /** What each of `keys` does, by its place. */
  readonly act: (nth: number) => CueAct;
}

/** The keys of the floating card, where nothing is typed: one plain key each. */
export const CARD_KEYS: readonly CardKey[] = [
  {
    keys: ['n', 'ArrowDown', 'Enter'],
    shown: 'N',
    label: 'Said: on to the next point',
    act: () => 'next-point',
  },
  {
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    shown: '1 … 9',
    label: 'Key point said; again takes it back',
    act: (nth) => `tick-${nth + 1}`,
  },
  { keys: ['h', 'ArrowRight'], shown: 'H', label: 'Next opening hook', act: () => 'next-hook' },
  { keys: ['p', ' '], shown: 'P', label: 'Start, pause or go on with the countdown', act: () => 'pause' },
  {
    keys: ['b', 'F2'],
    shown: 'B',
    label: 'My mind is blank: what to do; again for the next line',
    act: () => 'blank',
  },
  { keys: ['Escape'], shown: 'Esc', label: 'Back from there', act: () => 'back' },
];

/**
 * The act that a key press is for, `undefined` for none.
 * @param isOnButton a button has the focus: Enter and the space bar are its own
 */
export function cardActOf(press: KeyPress, isOnButton: boolean): CueAct | undefined {
  if (press.repeat || (isOnButton && (press.key === 'Enter' || press.key === ' '))) return undefined;
  for (const { keys, act } of CARD_KEYS) {
    const nth = keys.findIndex((key) => isPressed(parseChord(key), press));
    if (nth >= 0) return act(nth);
  }
  return undefined;
}
