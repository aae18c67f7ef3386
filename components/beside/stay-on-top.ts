/** Keeps an element of the extension in the page, and in front: pages throw out what they don't know. */

/** A page that takes it out again and again gets a rest between; milliseconds. */
const FIRST_WAIT = 16;
const LONGEST_WAIT = 4000;
/** So long without being thrown out, and it counts as peace. */
const PEACE = 10_000;

export interface Hold {
  /** Puts it there, and keeps it. */
  hold(): void;
  /** Lets it go. */
  release(): void;
}

/**
 * @param host stands in the page; the `layer` in its closed tree is what is brought to the front
 * @param onShown called whenever it was put back or brought to the front
 */
export function stayOnTop(window: Window, host: HTMLElement, layer: HTMLElement, onShown: () => void): Hold {
  const { document } = window;
  // In the browser's top layer no z-index of the page is higher.
  layer.popover = 'manual';
  let isHeld = false;
  let wait = FIRST_WAIT;
  let lastLoss = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function place(): void {
    if (!isHeld) return;
    // Beside the body, not in it: pages replace their bodies.
    if (!host.isConnected) document.documentElement.append(host);
    raise();
  }

  /** Comes in front of what came into the top layer after it: something full-screen, a dialog. */
  function raise(): void {
    if (!isHeld || !host.isConnected) return;
    if (layer.matches(':popover-open')) layer.hidePopover();
    layer.showPopover();
    onShown();
  }

  function lost(): void {
    if (!isHeld || host.isConnected || timer !== undefined) return;
    wait = Date.now() - lastLoss > PEACE ? FIRST_WAIT : Math.min(LONGEST_WAIT, wait * 2);
    lastLoss = Date.now();
    timer = setTimeout(() => {
      timer = undefined;
      watch();
      place();
    }, wait);
  }

  const observer = new MutationObserver(lost);
  function watch(): void {
    observer.disconnect();
    // The document too: its only child can be replaced.
    observer.observe(document, { childList: true });
    observer.observe(document.documentElement, { childList: true });
  }

  function begin(): void {
    if (!isHeld) return;
    watch();
    place();
  }

  function onToggle(event: Event): void {
    if (event.target !== host && 'newState' in event && event.newState === 'open') raise();
  }

  return {
    hold() {
      if (isHeld) return;
      isHeld = true;
      document.addEventListener('fullscreenchange', raise, true);
      document.addEventListener('DOMContentLoaded', begin);
      // Popovers and dialogs of the page tell when they open, though they don't bubble.
      document.addEventListener('toggle', onToggle, true);
      // Before there is a body, it would stand in the parser's way.
      if (document.body !== null) begin();
    },
    release() {
      isHeld = false;
      clearTimeout(timer);
      timer = undefined;
      observer.disconnect();
      document.removeEventListener('fullscreenchange', raise, true);
      document.removeEventListener('DOMContentLoaded', begin);
      document.removeEventListener('toggle', onToggle, true);
      host.remove();
    },
  };
}
