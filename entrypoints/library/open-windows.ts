import type { Windows } from '../../storage/window-words.ts';

/** What ends the holding of each name; for those that are left the browser does it, with the page. */
const ends = new Map<string, () => void>();

/** Holds a name no longer. */
export function letGo(name: string): void {
  ends.get(name)?.();
  ends.delete(name);
}

/** Holds a name until it is let go or this page is gone. `false`: it can't be had as `options` say. */
export function hold(name: string, options: LockOptions = {}): Promise<boolean> {
  return new Promise((answer) => {
    navigator.locks
      .request(name, options, (lock) => {
        answer(lock !== null);
        if (lock === null) return undefined;
        return new Promise<void>((end) => ends.set(name, end));
      })
      .catch(() => answer(false));
  });
}

/** The windows of the extension, by the locks that end with them. */
export const openWindows: Windows = {
  hold: (name) => hold(name),
  async held() {
    const { held = [] } = await navigator.locks.query();
    return new Set(held.flatMap(({ name }) => name ?? []));
  },
};
