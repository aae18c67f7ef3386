import { type Look, validLook } from './card-look.ts';
import { type CueAct, isCueAct } from './cue-acts.ts';
import type { CardCue } from './cue-card.ts';

/** The name of the port between the card on a call page and the background. */
export const OVERLAY_PORT = 'overlay';

/** What the background tells a card. The card believes it: nothing but the extension has the other end. */
export type ToOverlay =
  /** `null`: no story is open. */
  | { readonly kind: 'cue'; readonly cue: CardCue | null }
  | { readonly kind: 'look'; readonly look: Look }
  /** Come back, if you were closed before this, epoch milliseconds. */
  | { readonly kind: 'show'; readonly since: number }
  /** What you said first of all that is not yet confirmed was done. */
  | { readonly kind: 'did' }
  /** The site was turned off: go, and don't come back. */
  | { readonly kind: 'off' };

/** What a card tells the background. It comes from a page's process, and so is read by {@link fromOverlay}. */
export type FromOverlay =
  | { readonly kind: 'act'; readonly act: CueAct }
  | { readonly kind: 'look'; readonly look: Look };

/** A message of a card, or `undefined` when it is none. */
export function fromOverlay(message: unknown): FromOverlay | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { kind, act, look } = message as Readonly<Record<string, unknown>>;
  if (kind === 'act' && isCueAct(act)) return { kind, act };
  const valid = kind === 'look' ? validLook(look) : undefined;
  return valid === undefined ? undefined : { kind: 'look', look: valid };
}
