import type { Look } from './card-look.ts';
import type { CueModel } from './cue-model.ts';
import { fromOverlay, type ToOverlay } from './overlay-messages.ts';

/** The wire to one card on one page. */
export interface OverlayLink {
  /** The page's address as the browser names it, never as the page does. */
  readonly address: string;
  /** Must not throw, also when the page is gone. */
  readonly send: (message: ToOverlay) => void;
}

export interface HubPorts {
  readonly cue: CueModel;
  /** Whether the user has the card turned on for the site of this address, and the browser still allows it. */
  readonly isOn: (address: string) => Promise<boolean>;
  /** The look that was kept for a site; `undefined` while there is none. */
  readonly look: (host: string) => Promise<Look | undefined>;
  readonly keepLook: (host: string, look: Look) => Promise<void>;
  readonly firstLook: Look;
  /** When closed cards were last asked to come back, epoch milliseconds; 0: never. */
  readonly shownAt: () => Promise<number>;
}

/** Serves the cards on all pages: tells them the cue and their look, and does what their buttons say. */
export function createOverlayHub(ports: HubPorts) {
  const links = new Set<OverlayLink>();
  /** Cards that are being let in. */
  let coming = 0;
  /** Counts what all cards were told, so that one that was just coming in hears of it too. */
  let tellings = 0;
  /** Cards that went, perhaps while they were being let in. */
  const gone = new WeakSet<OverlayLink>();
  const hostOf = (address: string) => (URL.canParse(address) ? new URL(address).hostname : '');

  ports.cue.watch((cue) => {
    for (const link of links) link.send({ kind: 'cue', cue });
  });

  /** Turns away a card whose site is off. Returns whether it may stay. */
  async function admit(link: OverlayLink): Promise<boolean> {
    if (await ports.isOn(link.address)) return true;
    links.delete(link);
    link.send({ kind: 'off' });
    return false;
  }

  async function keepLook(link: OverlayLink, look: Look): Promise<void> {
    const host = hostOf(link.address);
    await ports.keepLook(host, look);
    for (const other of links)
      if (other !== link && hostOf(other.address) === host) other.send({ kind: 'look', look });
  }

  return {
    /** A card has come, perhaps again after the worker was stopped. */
    async opened(link: OverlayLink): Promise<void> {
      coming += 1;
      try {
        if (!(await admit(link))) return;
        const [look] = await Promise.all([ports.look(hostOf(link.address)), ports.cue.refresh()]);
        let since = 0;
        for (let heard = -1; heard !== tellings; ) {
          heard = tellings;
          // The site may have been turned off meanwhile.
          if (!(await admit(link))) return;
          since = await ports.shownAt();
        }
        if (gone.has(link)) return;
        link.send({ kind: 'look', look: look ?? ports.firstLook });
        // It may have been asked while the worker was stopped, or the card was not connected.
        if (since > 0) link.send({ kind: 'show', since });
        // From here on it is told what changes; before, it would be told twice.
        links.add(link);
        link.send({ kind: 'cue', cue: ports.cue.present() ?? null });
      } finally {
        coming -= 1;
      }
    },
    closed(link: OverlayLink): void {
      gone.add(link);
      links.delete(link);
    },
    /** A card says something; what is no message of a card is nothing. */
    async said(link: OverlayLink, words: unknown): Promise<void> {
      const message = fromOverlay(words);
      if (message === undefined || !(await ports.isOn(link.address))) return;
      if (message.kind === 'act') await ports.cue.act(message.act);
      else await keepLook(link, message.look);
      link.send({ kind: 'did' });
    },
    /** Which sites are on has changed: takes the card away where it is off now. */
    async sitesChanged(): Promise<void> {
      tellings += 1;
      await Promise.all([...links].map(admit));
    },
    /** Brings back the cards that were closed before this, epoch milliseconds. */
    showAll(since: number): void {
      tellings += 1;
      for (const link of links) link.send({ kind: 'show', since });
    },
    /** Whether anybody looks: only then need the cue be followed. */
    hasCards: () => links.size + coming > 0,
  };
}

export type OverlayHub = ReturnType<typeof createOverlayHub>;
