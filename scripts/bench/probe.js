/**
 * Runs inside the measured pages (bench-only copies of them; never in the product), before their own scripts.
 *
 * Opening: notes when the page first had a focusable text field and, on the panel, its stories.
 *
 * Keystroke: from the keydown event's own time stamp to the end of the first frame that shows a change. A frame
 * asks for the next animation frame and, from within it, posts a message: the message is handled after that frame
 * was drawn. If the page changed since the key, that moment ends the measurement. (The Event Timing API would be
 * simpler, but it ends with the first frame after the handlers, and signals change the page a frame later; it
 * also rounds to 8 ms.)
 */
const probe = { usableAt: 0, usableAfter: 0, started: 0, changed: false, report: (_ms) => undefined };
globalThis.hooklineProbe = probe;

/** Waits for the key that is about to be pressed: milliseconds, or -1 when it changed nothing. */
globalThis.hooklineNextKey = (patience) =>
  new Promise((done) => {
    const late = setTimeout(() => finish(-1), patience);
    const finish = (ms) => {
      clearTimeout(late);
      probe.report = () => undefined;
      done(ms);
    };
    probe.started = 0;
    probe.report = finish;
  });

addEventListener(
  'keydown',
  (event) => {
    probe.started = event.timeStamp;
    probe.changed = false;
  },
  { capture: true },
);

new MutationObserver((changes) => {
  // The field's own attributes are not the answer.
  if (changes.some(({ target }) => !(target instanceof HTMLInputElement))) probe.changed = true;
}).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });

function isUsable() {
  const field = document.querySelector('input');
  if (field === null || document.readyState === 'loading') return false;
  return (
    document.documentElement.dataset.probe === 'bare' || document.querySelector('[role="option"]') !== null
  );
}

const { port1, port2 } = new MessageChannel();
port1.onmessage = () => {
  const now = performance.now();
  if (probe.usableAt === 0 && isUsable()) {
    probe.usableAt = performance.timeOrigin + now;
    probe.usableAfter = now;
  }
  if (probe.started > 0 && probe.changed) {
    const { started } = probe;
    probe.started = 0;
    probe.report(now - started);
  }
};
function frame() {
  port2.postMessage(0);
  requestAnimationFrame(frame);
}
requestAnimationFrame(frame);
