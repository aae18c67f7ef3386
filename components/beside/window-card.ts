import type { CueAct } from '../../state/cue-acts.ts';
import type { CardCue } from '../../state/cue-card.ts';
import { actOf, createCueCard } from './cue-card.ts';
import { openLayer } from './shadow.ts';

export interface WindowCardDeps {
  readonly window: Window;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly onAct: (act: CueAct) => void;
  /** The act that a key press is for. */
  readonly actOfKey: (event: KeyboardEvent, isOnButton: boolean) => CueAct | undefined;
}

/** The card as all that a window shows. Returns how to show a cue in it. */
export function createWindowCard({ window, now, onAct, actOfKey }: WindowCardDeps): {
  show(cue: CardCue | null): void;
} {
  const { document } = window;
  const card = createCueCard({ document, now, isOnPage: false });
  const host = document.createElement('div');
  const { root } = openLayer(host, card.element, window);
  document.body.append(host);
  document.body.style.margin = '0';
  let timer: number | undefined;

  function wind(): void {
    window.clearTimeout(timer);
    const due = card.tick();
    if (due !== Number.POSITIVE_INFINITY) timer = window.setTimeout(wind, due);
  }

  card.element.addEventListener('click', (event) => {
    // The act comes from the card's own buttons; those for its look are not in this one.
    const act =
      event.target instanceof (window as Window & typeof globalThis).Element
        ? actOf(event.target)
        : undefined;
    if (act !== undefined && event.isTrusted) onAct(act as CueAct);
  });
  window.addEventListener('keydown', (event) => {
    if (!event.isTrusted || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = actOfKey(event, root.activeElement?.matches('button') === true);
    if (act === undefined) return;
    event.preventDefault();
    onAct(act);
  });

  return {
    show(cue) {
      card.show(cue);
      wind();
    },
  };
}
