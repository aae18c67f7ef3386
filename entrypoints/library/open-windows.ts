import type { Windows } from '../../storage/window-words.ts';

/** The windows of the extension, by the locks that end with them. */
export const openWindows: Windows = {
  hold: (name) =>
    new Promise((answer) => {
      navigator.locks
        .request(name, () => {
          answer(true);
          // Never let go: the browser does, with the page.
          return new Promise(() => {});
        })
        .catch(() => answer(false));
    }),
  async held() {
    const { held = [] } = await navigator.locks.query();
    return new Set(held.flatMap(({ name }) => name ?? []));
  },
};
