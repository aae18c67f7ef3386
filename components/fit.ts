import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { Story } from '../guide/types.ts';

/** Steps from airy to tight; styles/card.css says what each means. Type is never under 12 px. */
const TIGHTEST = 3;

/** The step that each story was found to need, by view and size of its room: measuring costs a layout a step. */
const found = new WeakMap<Story, Map<string, number>>();

/** The first step at which what is in `box` needs no scrolling; leaves `card` in it. */
function firstFitting(card: HTMLElement, box: HTMLElement): number {
  for (let step = 0; step < TIGHTEST; step++) {
    card.dataset.density = String(step);
    if (box.scrollHeight <= box.clientHeight) return step;
  }
  card.dataset.density = String(TIGHTEST);
  return TIGHTEST;
}

/**
 * Tightens type and spacing of `card` until its scrolling parent needs no scrolling, or the tightest step is
 * reached. Runs before the paint when the story or its `view` changes, and when the parent's size does: never by
 * itself, so nothing moves while someone reads.
 */
export function useFit(card: RefObject<HTMLElement | null>, story: Story, view: string): void {
  // A story that was only edited is not fitted anew: its id is what is open.
  useLayoutEffect(() => {
    const element = card.current;
    const box = element?.parentElement;
    if (element === null || box === null || box === undefined) return;
    const tighten = (size: string) => {
      const steps = found.get(story) ?? new Map<string, number>();
      found.set(story, steps);
      const known = steps.get(`${view} ${size}`);
      if (known === undefined) steps.set(`${view} ${size}`, firstFitting(element, box));
      else element.dataset.density = String(known);
    };
    const size = () => `${box.clientWidth} ${box.clientHeight}`;
    let fitted = size();
    tighten(fitted);
    const observer = new ResizeObserver(() => {
      // An observer speaks up at once, also when nothing has changed.
      if (size() === fitted) return;
      fitted = size();
      tighten(fitted);
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, [card, story.id, view]);
}
