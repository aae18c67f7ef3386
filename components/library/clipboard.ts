import type { Clipping } from '../../state/pasting.ts';

/** Both forms in which a clipboard holds a text. */
export function clippingOf(clipboard: DataTransfer): Clipping {
  return { html: clipboard.getData('text/html'), plain: clipboard.getData('text/plain') };
}

/**
 * Whether a paste goes to no field of the page: nothing has the focus, or something that takes no text, as a button
 * does that was just pressed.
 */
export function isPasteElsewhere(event: Event): boolean {
  const [target] = event.composedPath();
  if (!(target instanceof Element)) return true;
  return target.closest('input, textarea, select, [contenteditable]:not([contenteditable="false"])') === null;
}
