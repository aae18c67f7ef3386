import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** One command as the screen speaks of it. */
export interface KeyHint {
  readonly id: string;
  /** The keys as printed: `Alt+S`. */
  readonly shown: string;
  readonly label: string;
  readonly group: string;
  /** Whether the user gave it these keys. */
  readonly isCustom: boolean;
}

/** The keyboard's table, as it comes in from the entrypoint. */
export interface KeyTable {
  readonly hints: readonly KeyHint[];
  /**
   * Gives a command the keys that are pressed. Returns a sentence where they can't be its keys, `''` when done,
   * `undefined` while nothing but modifiers is held.
   */
  readonly assign: (command: string, press: KeyboardEvent) => string | undefined;
  /** Gives a command back its usual keys. Returns a sentence where another command has them, else `''`. */
  readonly restore: (command: string) => string;
}

export const Keys = createContext<KeyTable>({ hints: [], assign: () => undefined, restore: () => '' });

/** The keys of a command as printed; `''` where it has none. */
export function useKeyOf(id: string): string {
  return useContext(Keys).hints.find((hint) => hint.id === id)?.shown ?? '';
}
