import type { GuideText, LibraryStore } from '../state/library-ports.ts';
import type { WideArea } from './item.ts';
import { leavingItem, storedLeaving } from './leaving-item.ts';

/** Names that windows hold for as long as they are there: the lock manager of a browser fits. */
export interface Windows {
  /** Holds a name that nobody else has until this window is gone, however that comes. `false`: it can't be held. */
  readonly hold: (name: string) => Promise<boolean>;
  /** Every name that is held by some window now. */
  readonly held: () => Promise<ReadonlySet<string>>;
}

/** The name that a window holds. */
const heldNameOf = (window: string) => `hookline-window.${window}`;

/**
 * Asks now which windows are open.
 * @returns whether the one of a name was: none where windows hold no names, all when the browser does not answer
 */
export async function whoIsOpen(windows: Windows | undefined): Promise<(window?: string) => boolean> {
  if (windows === undefined) return () => false;
  const held = await windows.held().catch(() => undefined);
  return (window) => window !== undefined && held?.has(heldNameOf(window)) !== false;
}

interface OwnWordsDeps {
  readonly area: WideArea;
  readonly newId: () => string;
  readonly windows?: Windows;
}

/**
 * Writes this window's own words under keys of its own. All of it without the lock of the library: nobody else
 * writes there, and a page that goes would not be there to be given it.
 */
export function ownWords({ area, newId, windows }: OwnWordsDeps): Pick<LibraryStore, 'leave' | 'keepApart'> {
  let name: string | undefined;
  let holding: Promise<boolean> | undefined;
  const own = (): string => {
    name ??= newId();
    return name;
  };

  async function keep(id: string, { text, revision }: GuideText, by: Windows): Promise<void> {
    holding ??= by.hold(heldNameOf(own()));
    // Not stored before the name is held: others would take it for what a window left that is gone.
    if (await holding) await area.set(storedLeaving({ id, window: own() }, text, revision, undefined, true));
  }

  return {
    leave: (id, text, basedOn, saving) =>
      void area.set(storedLeaving({ id, window: own() }, text, basedOn, saving)).catch(() => undefined),
    async keepApart(id, words) {
      if (windows === undefined) return;
      try {
        if (words === null) await area.remove([leavingItem({ id, window: own() }).key]);
        else await keep(id, words, windows);
      } catch {
        // That the text is not saved is said already, and the next change of it is tried again.
      }
    },
  };
}
