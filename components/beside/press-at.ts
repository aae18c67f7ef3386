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
  /** Whether a place in the window is on the card. */
  readonly isAt: (place: Point) => boolean;
  /** The pointer is on the card, though the browser does not say so by `:hover`. */
  readonly point: (isOn: boolean) => void;
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

  const { document } = window;
  const placeOf = ({ clientX, clientY }: MouseEvent): Point => ({ left: clientX, top: clientY });

  /**
   * Something is full-screen, or a dialog shuts the page off: the browser then gives presses to that alone, also
   * where the card lies in front of it.
   */
  const isShutOff = () =>
    document.fullscreenElement !== null || document.querySelector('dialog:modal') !== null;

  const isOnCard = (event: Event) =>
    event.target === host || (event instanceof MouseEvent && on.isAt(placeOf(event)) && isShutOff());

  const isOurs = (event: Event) => event.isTrusted && (held !== undefined || isOnCard(event));

  /** What is pressed at a place: what the browser finds there, or the button whose room it is. */
  function actAt({ left, top }: Point): CardAct | undefined {
    const found = root.elementFromPoint(left, top);
    if (found !== null && !isShutOff()) return actOf(found);
    const buttons = [...root.querySelectorAll('[data-act]')];
    return actOf(
      buttons.find((button) => {
        const box = button.getBoundingClientRect();
        return left >= box.left && left < box.right && top >= box.top && top < box.bottom;
      }) ?? null,
    );
  }

  /** The page hears nothing of it, and the focus stays where it is. */
  function keep(event: Event): void {
    if (!isOurs(event)) return;
    event.stopImmediatePropagation();
    if (event.cancelable && event.type !== 'touchstart') event.preventDefault();
  }

  function down(event: PointerEvent): void {
    if (event.button !== 0) return;
    const { clientX: x, clientY: y, pointerId: id } = event;
    held = { id, x, y, act: actAt(placeOf(event)), isMoved: false };
    try {
      // The drag goes on over frames and outside of the window.
      root.elementFromPoint(x, y)?.setPointerCapture(id);
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
      if (actAt(placeOf(event)) === act) on.press(act);
    }
  }

  function pointer(event: PointerEvent): void {
    const isOver = isOurs(event);
    if (event.isTrusted) on.point(isOver);
    if (!isOver) return;
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
