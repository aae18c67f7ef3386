import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** One command as the screen speaks of it. The keyboard's table comes in here from the entrypoint. */
export interface KeyHint {
  readonly id: string;
  /** The keys as printed: `Alt+S`. */
  readonly shown: string;
  readonly label: string;
  readonly group: string;
}

export const KeyHints = createContext<readonly KeyHint[]>([]);

/** A small key cap with the keys of a command; nothing where the command has none. */
export function useKeyOf(id: string): string {
  return useContext(KeyHints).find((hint) => hint.id === id)?.shown ?? '';
}
