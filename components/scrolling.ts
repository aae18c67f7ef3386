import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** How far one press of a key scrolls, as a share of the box's height. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 0.15,
  ArrowUp: -0.15,
};

/** Scrolls `box` for a key that scrolls; the focus may be anywhere. Returns whether it was such a key. */
export function scrollByKey(box: HTMLElement | null, key: string): boolean {
  const step = STEPS[key];
  if (step === undefined || box === null) return false;
  box.scrollBy({ top: step * box.clientHeight });
  return true;
}

/**
 * Keeps how far each view of one box was scrolled, and goes back there when the view comes back. `view`
 * names what is shown now; a view that was never seen begins at its top.
 */
export function useScrollMemory(box: RefObject<HTMLElement | null>, view: string): () => void {
  const places = useRef(new Map<string, number>());
  useLayoutEffect(() => {
    box.current?.scrollTo({ top: places.current.get(view) ?? 0 });
  }, [box, view]);
  return () => places.current.set(view, box.current?.scrollTop ?? 0);
}
