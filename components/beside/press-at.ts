/**
 * Presses on a card in a closed tree. They are caught at the window before the page's own listeners (the script runs
 * first), so that no page can swallow them or learn of them; what was pressed is asked of the closed tree by its place.
 * Events that scripts made (`isTrusted` is false) are none.
 */
import type { Point } from '../../state/card-place.ts';
import { actOf, type CardAct } from './cue-card.ts';

export interface PressHandlers {
  readonly press: (act: CardAct) => void;
  /** The pointer moved with the card held: by so many CSS pixels since the last time. */
  readonly drag: (by: Point) => void;
  readonly begin: () => void;
  readonly end: () => void;
}

/** Moved less than this, a press is a click; CSS pixels. */
const STILL = 4;

const QUIET = [
  'mousedown',
  'mouseup',
  'click',
  'auxclick',
  'dblclick',
  'contextmenu',
  'touchstart',
  'touchend',
];
const POINTER = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'] as const;

/** Listens until the returned function is called. */
export function pressAt(window: Window, host: HTMLElement, root: ShadowRoot, on: PressHandlers): () => void {
  let held:
    | { readonly id: number; x: number; y: number; act: CardAct | undefined; isMoved: boolean }
    | undefined;

  const isOurs = (event: Event) => event.isTrusted && (event.target === host || held !== undefined);

  /** The page hears nothing of it, and the focus stays where it is. */
  function keep(event: Event): void {
    if (!isOurs(event)) return;
    event.stopImmediatePropagation();
    if (event.cancelable && event.type !== 'touchstart') event.preventDefault();
  }

  function down(event: PointerEvent): void {
    if (event.button !== 0) return;
    const pressed = root.elementFromPoint(event.clientX, event.clientY);
    held = { id: event.pointerId, x: event.clientX, y: event.clientY, act: actOf(pressed), isMoved: false };
    try {
      // The drag goes on over frames and outside of the window.
      pressed?.setPointerCapture(event.pointerId);
    } catch {
      // The pointer is gone already: nothing is dragged.
    }
  }

  function move(event: PointerEvent): void {
    if (held === undefined || event.pointerId !== held.id) return;
    const by = { left: event.clientX - held.x, top: event.clientY - held.y };
    if (!held.isMoved && Math.hypot(by.left, by.top) < STILL) return;
    if (!held.isMoved) on.begin();
    held.isMoved = true;
    held.x = event.clientX;
    held.y = event.clientY;
    on.drag(by);
  }

  function up(event: PointerEvent): void {
    if (held === undefined || event.pointerId !== held.id) return;
    const { act, isMoved } = held;
    held = undefined;
    if (isMoved) on.end();
    else if (event.type === 'pointerup' && act !== undefined) {
      // Let go beside the button, it was thought better of.
      if (actOf(root.elementFromPoint(event.clientX, event.clientY)) === act) on.press(act);
    }
  }

  function pointer(event: PointerEvent): void {
    if (!isOurs(event)) return;
    keep(event);
    if (event.type === 'pointerdown') down(event);
    else if (event.type === 'pointermove') move(event);
    else up(event);
  }

  for (const type of POINTER) window.addEventListener(type, pointer, true);
  for (const type of QUIET) window.addEventListener(type, keep, { capture: true, passive: false });
  return () => {
    for (const type of POINTER) window.removeEventListener(type, pointer, true);
    for (const type of QUIET) window.removeEventListener(type, keep, true);
  };
}
