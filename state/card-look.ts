/** How the card on a call page looks, and where it stands. Kept per site. */
export interface Look {
  /** Where the middle of its upper edge stands, as shares 0..1 of the page's width and height. */
  readonly x: number;
  readonly y: number;
  /** A place in {@link CARD_WIDTHS}. */
  readonly size: number;
  /** 1: not transparent; see {@link OPACITIES}. */
  readonly opacity: number;
  /** Only the countdown is shown. */
  readonly isCollapsed: boolean;
}

/** Widths of the card from small to large, CSS pixels; its type grows with them (styles/cue-card.css). */
export const CARD_WIDTHS = [332, 380, 480, 600] as const;
/** What a press on “more transparent” goes through. Less than half could not be read. */
export const OPACITIES: readonly number[] = [1, 0.85, 0.7, 0.55];

/** At the top middle, under the camera. */
export const FIRST_LOOK: Look = { x: 0.5, y: 0, size: 1, opacity: 1, isCollapsed: false };

const isShare = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= 1;

/** The look that `value` is, with what can't be read as at first; `undefined` when it is no look at all. */
export function validLook(value: unknown): Look | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { x, y, size, opacity, isCollapsed } = value as Partial<Record<keyof Look, unknown>>;
  return {
    x: isShare(x) ? x : FIRST_LOOK.x,
    y: isShare(y) ? y : FIRST_LOOK.y,
    size: CARD_WIDTHS.findIndex((_, place) => place === size) < 0 ? FIRST_LOOK.size : Number(size),
    opacity: OPACITIES.find((each) => each === opacity) ?? FIRST_LOOK.opacity,
    isCollapsed: isCollapsed === true,
  };
}

/** One size larger (1) or smaller (-1), as far as there is one. */
export function resized(look: Look, by: 1 | -1): Look {
  return { ...look, size: Math.min(CARD_WIDTHS.length - 1, Math.max(0, look.size + by)) };
}

/** One step more transparent; after the last not at all. */
export function faded(look: Look): Look {
  const at = OPACITIES.indexOf(look.opacity);
  return { ...look, opacity: OPACITIES[(at + 1) % OPACITIES.length] ?? 1 };
}
