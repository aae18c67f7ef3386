import { effect } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { SessionModel } from '../state/session.ts';

/** Pixels by which a line may stick out before it counts as cut. */
const SLACK = 2;
/** What is read as one piece: a page never begins or ends in its middle if it fits a page at all. */
const PIECES = 'li, p, h1, h2, dl > div, .values, .hooks';

/** How far to scroll so that the first piece that is cut at the foot stands at the top, or back by a page. */
function pageFrom(box: HTMLElement, by: 1 | -1): number {
  const height = box.clientHeight;
  if (by === -1) return Math.max(0, box.scrollTop - height);
  const { top, bottom } = box.getBoundingClientRect();
  const cut = [...box.querySelectorAll(PIECES)]
    .map((piece) => piece.getBoundingClientRect())
    .find((piece) => piece.height > 0 && piece.top > top + SLACK && piece.bottom > bottom + SLACK);
  const step = cut === undefined ? height : cut.top - top;
  return box.scrollTop + Math.min(height, Math.max(step, height / 4));
}

/** Where one is in what may be longer than the panel. */
export type PagePlace = 'fits' | 'more' | 'end';

function placeIn(box: HTMLElement): PagePlace {
  const { scrollTop, clientHeight, scrollHeight, parentElement } = box;
  // The button takes room of its own: what fits without it needs none.
  const button = parentElement?.querySelector<HTMLElement>(':scope > .page-on')?.offsetHeight ?? 0;
  if (scrollHeight <= clientHeight + button + SLACK) return 'fits';
  return scrollTop + clientHeight + SLACK < scrollHeight ? 'more' : 'end';
}

/**
 * Turns pages in `box` when the session asks for it, and says where one is. What fits has one page and nothing ever
 * scrolls by itself.
 */
export function usePaging(box: RefObject<HTMLElement | null>, session: SessionModel): PagePlace {
  const [place, setPlace] = useState<PagePlace>('fits');
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const look = () => setPlace(placeIn(element));
    let frame = 0;
    // Asking for heights in the midst of a change would lay the page out twice.
    const lookSoon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    };
    lookSoon();
    const resized = new ResizeObserver(lookSoon);
    const changed = new MutationObserver(lookSoon);
    resized.observe(element);
    changed.observe(element, { childList: true, subtree: true, attributeFilter: ['data-density', 'open'] });
    element.addEventListener('scroll', lookSoon, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      resized.disconnect();
      changed.disconnect();
      element.removeEventListener('scroll', lookSoon);
    };
  }, [box]);
  useLayoutEffect(() => {
    let last = session.pageTurn.peek();
    return effect(() => {
      const turn = session.pageTurn.value;
      if (turn === null || turn === last) return;
      last = turn;
      if (box.current !== null) box.current.scrollTo({ top: pageFrom(box.current, turn.by) });
    });
  }, [box, session]);
  return place;
}
