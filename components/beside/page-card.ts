/**
 * The card as it stands on somebody else's page: over everything, full screen included, where the user put it,
 * and back again when the page's own scripts throw it out.
 */
import { FIRST_LOOK, faded, type Look, resized } from '../../state/card-look.ts';
import { cornerAt, freeCorner, inside, type Point, type Size, sharesOf } from '../../state/card-place.ts';
import type { CueAct } from '../../state/cue-acts.ts';
import type { CardCue } from '../../state/cue-card.ts';
import { type CardAct, createCueCard } from './cue-card.ts';
import { pressAt } from './press-at.ts';
import { openLayer } from './shadow.ts';
import { stayOnTop } from './stay-on-top.ts';

export interface PageCardDeps {
  readonly window: Window;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly onAct: (act: CueAct) => void;
  /** The user changed how it looks, or where it stands. */
  readonly onLook: (look: Look) => void;
}

export interface PageCard {
  show(cue: CardCue | null): void;
  look(look: Look): void;
  /** Brings it back if the user closed it before this, epoch milliseconds. */
  open(since: number): void;
  /** Takes it away for good, with everything that it listens to. */
  remove(): void;
}

/** What of a page can be pressed. */
const PRESSABLE =
  'button, a[href], input, select, textarea, summary, video[controls], [role="button"], [role="menuitem"], [role="tab"], [role="switch"]';

export function createPageCard({ window, now, onAct, onLook }: PageCardDeps): PageCard {
  const { document } = window;
  const card = createCueCard({ document, now, isOnPage: true });
  const host = document.createElement('div');
  const { root, element: layer } = openLayer(host, card.element, window);
  let look = FIRST_LOOK;
  let corner: Point = { left: 0, top: 0 };
  /** Its size when it was last moved or drawn. */
  let room: Size = { width: 0, height: 0 };
  let isClosed = false;
  let closedAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const top = stayOnTop(window, host, layer, settle);

  const page = (): Size => ({ width: window.innerWidth, height: window.innerHeight });
  function size(): Size {
    const { width, height } = card.element.getBoundingClientRect();
    return { width, height };
  }

  function moveTo(next: Point): void {
    corner = next;
    room = size();
    layer.style.left = `${next.left}px`;
    layer.style.top = `${next.top}px`;
  }

  function isTaken({ left, top: y }: Point): boolean {
    const found = document.elementsFromPoint(left, y).find((element) => element !== host);
    // Into the trees that the page left open.
    const inner = found?.shadowRoot?.elementFromPoint(left, y) ?? found;
    return inner?.closest(PRESSABLE) != null;
  }

  /** Collapsed it lies over nothing that can be pressed; it stays where it is as long as that is so. */
  function makeWay(): void {
    if (look.isCollapsed && !isClosed) moveTo(freeCorner(corner, size(), page(), isTaken));
  }

  /** Where the user put it, in the page as large as it is now. */
  function settle(): void {
    if (isClosed) return;
    moveTo(cornerAt(look, size(), page()));
    makeWay();
  }

  function wind(): void {
    clearTimeout(timer);
    const due = card.tick();
    if (due === Number.POSITIVE_INFINITY || isClosed) return;
    timer = setTimeout(() => {
      wind();
      makeWay();
    }, due);
  }

  function change(next: Look): void {
    look = next;
    card.look(next);
    settle();
    onLook(next);
  }

  function close(): void {
    isClosed = true;
    closedAt = now();
    room = { width: 0, height: 0 };
    clearTimeout(timer);
    top.release();
  }

  function press(act: CardAct): void {
    if (act === 'close') close();
    else if (act === 'collapse') change({ ...look, isCollapsed: !look.isCollapsed });
    else if (act === 'smaller' || act === 'larger') change(resized(look, act === 'larger' ? 1 : -1));
    else if (act === 'fade') change(faded(look));
    else onAct(act);
  }

  const presses = pressAt(window, host, root, {
    press,
    isAt: ({ left, top: y }) =>
      left >= corner.left &&
      left < corner.left + room.width &&
      y >= corner.top &&
      y < corner.top + room.height,
    point: (isOn) => card.element.classList.toggle('pointed', isOn),
    begin: () => card.element.classList.add('dragged'),
    drag(by) {
      moveTo(inside({ left: corner.left + by.left, top: corner.top + by.top }, size(), page()));
    },
    end() {
      card.element.classList.remove('dragged');
      change({ ...look, ...sharesOf(corner, size(), page()) });
    },
  });
  window.addEventListener('resize', settle);
  card.show(null);
  card.look(look);

  return {
    show(cue) {
      card.show(cue);
      wind();
      settleWhenCut();
    },
    look(next) {
      look = next;
      card.look(next);
      if (isClosed) return;
      top.hold();
      settle();
    },
    open(since) {
      if (!isClosed || since < closedAt) return;
      isClosed = false;
      top.hold();
      settle();
      wind();
    },
    remove() {
      close();
      presses();
      window.removeEventListener('resize', settle);
      host.remove();
    },
  };

  /** A longer cue may reach out of the window below. */
  function settleWhenCut(): void {
    if (!isClosed) moveTo(inside(corner, size(), page()));
    makeWay();
  }
}
