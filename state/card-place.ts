/** Where a card stands on a page; all in CSS pixels of the page's window. Pure. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The upper left corner of something, or a point. */
export interface Point {
  readonly left: number;
  readonly top: number;
}

/** What is kept free around the card. */
const MARGIN = 8;

/** The corner of a card whose upper middle stands at the shares `x`, `y` of the window; never outside of it. */
export function cornerAt(
  { x, y }: { readonly x: number; readonly y: number },
  card: Size,
  page: Size,
): Point {
  return inside({ left: x * page.width - card.width / 2, top: y * page.height }, card, page);
}

/** The shares that {@link cornerAt} makes this corner of. */
export function sharesOf({ left, top }: Point, card: Size, page: Size): { x: number; y: number } {
  const share = (part: number, whole: number) => (whole <= 0 ? 0 : Math.min(1, Math.max(0, part / whole)));
  return { x: share(left + card.width / 2, page.width), y: share(top, page.height) };
}

/** The corner nearest to `wished` with which the card lies in the window, as far as it is small enough. */
export function inside(wished: Point, card: Size, page: Size): Point {
  const within = (value: number, most: number) => Math.max(MARGIN, Math.min(value, most - MARGIN));
  return {
    left: within(wished.left, page.width - card.width),
    top: within(wished.top, page.height - card.height),
  };
}

/**
 * The place nearest to `wished` where the card covers nothing that can be pressed; `wished` where there is none.
 * @param isTaken whether the page has something to press at a point
 */
export function freeCorner(wished: Point, card: Size, page: Size, isTaken: (point: Point) => boolean): Point {
  const at = [0.02, 0.25, 0.5, 0.75, 0.98];
  const covers = ({ left, top }: Point) =>
    at.some((x) => at.some((y) => isTaken({ left: left + x * card.width, top: top + y * card.height })));
  const candidates: { readonly corner: Point; readonly far: number }[] = [];
  for (const down of [0, 1, 2, 3, -1, -2, -3])
    for (const across of [0, 1, -1, 2, -2, 3, -3]) {
      const step = { left: (across * (card.width + MARGIN)) / 2, top: down * (card.height / 2 + MARGIN) };
      const corner = inside({ left: wished.left + step.left, top: wished.top + step.top }, card, page);
      candidates.push({ corner, far: Math.hypot(corner.left - wished.left, corner.top - wished.top) });
    }
  candidates.sort((a, b) => a.far - b.far);
  return candidates.find(({ corner }) => !covers(corner))?.corner ?? wished;
}
