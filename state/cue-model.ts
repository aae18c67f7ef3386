import type { Guide } from '../guide/types.ts';
import { cueOf } from './cue.ts';
import { afterAct, type CueAct } from './cue-acts.ts';
import { type CardCue, cardCue } from './cue-card.ts';
import { type Clock, NEW_SESSION, type SessionState } from './ports.ts';

/** What the cue is made of, as it is stored. Wired in entrypoints/, faked in tests. */
export interface CuePorts {
  /** The stored session; `undefined` while there is none. */
  readonly session: () => Promise<SessionState | undefined>;
  /** Changes the session as it is stored at that moment, nobody between. */
  readonly update: (make: (session: SessionState) => Partial<SessionState>) => Promise<void>;
  /** The guide that panels show. */
  readonly guide: () => Promise<Guide>;
  /** A guide with neutral phrases and recovery steps; asked for when first needed. */
  readonly spare: () => Guide;
  readonly clock: Pick<Clock, 'now'>;
  /** Told of what failed; what was shown stays. */
  readonly onError: (error: unknown) => void;
}

/** The present cue for surfaces that hold no session of their own: overlays, the floating card. */
export interface CueModel {
  /** The cue as last read; `undefined` before the first reading is done. */
  readonly present: () => CardCue | null | undefined;
  /** Reads again what is stored: resolves when {@link present} is up to date. */
  refresh(): Promise<void>;
  /** Another surface stored this session. */
  sessionIs(session: SessionState): Promise<void>;
  /** Does an act on what is stored; resolves when it is stored. */
  act(act: CueAct): Promise<void>;
  /** Calls back with every other cue. Returns a function that ends it. */
  watch(onCue: (cue: CardCue | null) => void): () => void;
}

/**
 * Holds nothing that is not stored elsewhere: made anew whenever the worker was stopped, it says the same.
 * Acts run one after the other, so that two presses are two steps.
 */
export function createCueModel(ports: CuePorts): CueModel {
  const watchers = new Set<(cue: CardCue | null) => void>();
  let cue: CardCue | null | undefined;
  let shown: string | undefined;
  /** Counts what was begun, so that a slow reading never overwrites a later one. */
  let turn = 0;
  let last: Promise<void> = Promise.resolve();

  async function show(read: () => Promise<SessionState | undefined>): Promise<void> {
    const mine = ++turn;
    try {
      const [state, guide] = await Promise.all([read(), ports.guide()]);
      if (mine !== turn) return;
      const next = cueOf(state ?? NEW_SESSION, guide, ports.spare());
      cue = next === null ? null : cardCue(next);
    } catch (error) {
      ports.onError(error);
      if (mine !== turn || cue !== undefined) return;
      cue = null;
    }
    const text = JSON.stringify(cue);
    if (text === shown) return;
    shown = text;
    for (const watcher of watchers) watcher(cue);
  }

  return {
    present: () => cue,
    refresh: () => show(ports.session),
    sessionIs: (state) => show(async () => state),
    act(act) {
      const run = async () => {
        const guide = await ports.guide();
        const changed: { to: SessionState | undefined } = { to: undefined };
        await ports.update((state) => {
          const fields = afterAct(act, state, guide, ports.clock.now());
          changed.to = { ...state, ...fields };
          return fields;
        });
        // What is stored is told to every surface by the browser; this one need not wait for that.
        if (changed.to !== undefined) await show(async () => changed.to);
      };
      last = last.then(run).catch(ports.onError);
      return last;
    },
    watch(onCue) {
      watchers.add(onCue);
      return () => void watchers.delete(onCue);
    },
  };
}

/** Reads a guide's text when it is another one than last time. */
export function guideReader(
  current: () => Promise<{ readonly key: string; readonly text: string }>,
  parse: (text: string) => Guide,
): () => Promise<Guide> {
  let known: { readonly key: string; readonly guide: Guide } | undefined;
  return async () => {
    const { key, text } = await current();
    if (known?.key !== key) known = { key, guide: parse(text) };
    return known.guide;
  };
}
