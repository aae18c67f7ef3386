import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Steps from airy to tight; styles/card.css says what each means. Type is never under 12 px. */
const TIGHTEST = 3;

/**
 * Tightens type and spacing of `card` until its scrolling parent needs no scrolling, or the tightest step is
 * reached. Runs before the paint when `what` (the open story) changes, and when the parent's size does:
 * never by itself, so nothing moves while someone reads.
 */
export function useFit(card: RefObject<HTMLElement | null>, what: string): void {
  useLayoutEffect(() => {
    const element = card.current;
    const box = element?.parentElement;
    if (element === null || box === null || box === undefined) return;
    const tighten = () => {
      for (let step = 0; step <= TIGHTEST; step++) {
        element.dataset.density = String(step);
        if (box.scrollHeight <= box.clientHeight) return;
      }
    };
    tighten();
    let fitted = `${box.clientWidth} ${box.clientHeight}`;
    const observer = new ResizeObserver(() => {
      const size = `${box.clientWidth} ${box.clientHeight}`;
      // An observer speaks up at once, also when nothing has changed.
      if (size === fitted) return;
      fitted = size;
      tighten();
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, [card, what]);
}
