import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CARD_WIDTHS, FIRST_LOOK, faded, resized } from '../../../state/card-look.ts';
import { cornerAt, freeCorner, inside, sharesOf } from '../../../state/card-place.ts';

const PAGE = { width: 1280, height: 800 };
const CARD = { width: 380, height: 110 };

describe('where the card stands', () => {
  it('is at first the top middle, under the camera', () => {
    expect(cornerAt(FIRST_LOOK, CARD, PAGE)).toEqual({ left: 450, top: 8 });
  });

  it('comes back the same on a page of the same size, and lies inside any other', () => {
    const place = fc.record({
      left: fc.integer({ min: 8, max: 892 }),
      top: fc.integer({ min: 8, max: 682 }),
    });
    const page = fc.record({
      width: fc.integer({ min: 400, max: 4000 }),
      height: fc.integer({ min: 130, max: 3000 }),
    });
    fc.assert(
      fc.property(place, page, (corner, other) => {
        const shares = sharesOf(corner, CARD, PAGE);
        const back = cornerAt(shares, CARD, PAGE);
        expect(back.left).toBeCloseTo(corner.left, 6);
        expect(back.top).toBeCloseTo(corner.top, 6);
        const there = cornerAt(shares, CARD, other);
        expect(there.left).toBeGreaterThanOrEqual(8);
        expect(there.left + CARD.width).toBeLessThanOrEqual(other.width - 8);
        expect(there.top + CARD.height).toBeLessThanOrEqual(other.height - 8);
      }),
    );
  });

  it('begins at the edge of a page that is too small for it', () => {
    expect(inside({ left: 300, top: 300 }, CARD, { width: 200, height: 80 })).toEqual({ left: 8, top: 8 });
  });

  it('makes way for what can be pressed, as little as need be', () => {
    const pill = { width: 86, height: 28 };
    const wished = { left: 597, top: 8 };
    const button = ({ left, top }: { left: number; top: number }) =>
      left >= 580 && left <= 700 && top >= 0 && top <= 36;
    const free = freeCorner(wished, pill, PAGE, button);
    expect(free).not.toEqual(wished);
    for (const x of [0, 1])
      for (const y of [0, 1])
        expect(button({ left: free.left + x * pill.width, top: free.top + y * pill.height })).toBe(false);
    expect(Math.hypot(free.left - wished.left, free.top - wished.top)).toBeLessThan(80);
    expect(freeCorner(wished, pill, PAGE, () => false)).toEqual(wished);
    expect(freeCorner(wished, pill, PAGE, () => true)).toEqual(wished);
  });
});

describe('how the card looks', () => {
  it('has sizes with two ends, and transparency that comes round', () => {
    expect(resized({ ...FIRST_LOOK, size: 0 }, -1).size).toBe(0);
    expect(resized({ ...FIRST_LOOK, size: CARD_WIDTHS.length - 1 }, 1).size).toBe(CARD_WIDTHS.length - 1);
    let look = FIRST_LOOK;
    const seen = [0, 1, 2, 3].map(() => {
      look = faded(look);
      return look.opacity;
    });
    expect(seen).toEqual([0.85, 0.7, 0.55, 1]);
  });
});
