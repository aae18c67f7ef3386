import type { Look } from './card-look.ts';
import type { CueAct } from './cue-acts.ts';
import type { FromOverlay, ToOverlay } from './overlay-messages.ts';

/** One connection of a card to the background; it breaks whenever the worker is stopped. */
export interface LinePort {
  post(message: FromOverlay): void;
  close(): void;
}

export interface LineDeps {
  /** Connects. @throws when the extension was updated or taken away */
  readonly open: (heard: (message: ToOverlay) => void, lost: () => void) => LinePort;
  /** A page that nobody looks at needs no cue, and keeps no worker awake. */
  readonly isLookedAt: () => boolean;
  /** Does something when a worker that was stopped may be there again. */
  readonly soon: (act: () => void) => void;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** All that the card is told, and nothing of how. */
  readonly onTold: (message: ToOverlay) => void;
  /** The card is not wanted any more, or its extension is gone. */
  readonly onOver: () => void;
}

/** Who pressed so long ago, in milliseconds, has seen that nothing came of it. */
const RECENT = 10_000;

interface Said {
  readonly message: FromOverlay;
  readonly to: LinePort | undefined;
  readonly at: number;
  /** The cue that the user saw when saying it. */
  readonly seen: string;
}

/**
 * The card's end of the wire to the background. A worker may be stopped at the very moment of a press, and the
 * browser then drops what was said without a word: what was not confirmed is said again to the next worker, unless
 * the cue shows that it was done.
 */
export function createOverlayLine({ open, isLookedAt, soon, now, onTold, onOver }: LineDeps) {
  let port: LinePort | undefined;
  let isOver = false;
  let cue = '';
  /** What was said and not yet confirmed, oldest first. */
  let said: Said[] = [];

  function end(): void {
    if (isOver) return;
    isOver = true;
    port?.close();
    port = undefined;
    onOver();
  }

  /** Says once more what a worker took along that was stopped. */
  function repeat(): void {
    const lost = said.filter(({ to }) => to !== port);
    if (lost.length === 0) return;
    said = said.filter(({ to }) => to === port);
    const acts = lost.filter(({ message }) => message.kind === 'act');
    const isUndone = acts[0]?.seen === cue;
    for (const { message, at } of lost)
      if (now() - at < RECENT && (message.kind === 'look' || isUndone)) say(message);
  }

  function heard(message: ToOverlay): void {
    if (message.kind === 'did') said.shift();
    else if (message.kind === 'off') end();
    else if (message.kind === 'look') {
      // One that was just set is newer than what is kept.
      if (!said.some((each) => each.message.kind === 'look')) onTold(message);
    } else {
      if (message.kind === 'cue') cue = JSON.stringify(message.cue);
      onTold(message);
      if (message.kind === 'cue') repeat();
    }
  }

  function connect(): void {
    if (isOver || port !== undefined || !isLookedAt()) return;
    try {
      const next = open(
        (message) => {
          if (port === next) heard(message);
        },
        () => {
          if (port !== next) return;
          port = undefined;
          soon(connect);
        },
      );
      port = next;
    } catch {
      end();
    }
  }

  function say(message: FromOverlay): void {
    connect();
    if (isOver) return;
    said.push({ message, to: port, at: now(), seen: cue });
    port?.post(message);
  }

  return {
    /** Connects unless it is connected, or nobody looks. */
    connect,
    act: (act: CueAct) => say({ kind: 'act', act }),
    look: (look: Look) => say({ kind: 'look', look }),
    isOver: () => isOver,
  };
}
