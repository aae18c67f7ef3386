/**
 * The small card beside the camera, on a call page and in a window of its own. Plain DOM: it is injected into other
 * people's pages, where every kilobyte is a guest. Nothing is ever parsed from text (pages may require trusted types).
 */
import { CARD_WIDTHS, type Look } from '../../state/card-look.ts';
import type { CueAct } from '../../state/cue-acts.ts';
import { type CardCue, cardTime } from '../../state/cue-card.ts';

/** What is true of everything that is shown on a screen. */
export const VISIBLE = 'Visible to anyone you share this screen or tab with';

/** What can be pressed on a card besides the acts: how it looks. */
export type LookAct = 'collapse' | 'smaller' | 'larger' | 'fade' | 'close';
export type CardAct = CueAct | LookAct;

interface Button {
  readonly act: CardAct;
  readonly text: string;
  readonly name: string;
}

const CUE_BUTTONS: readonly Button[] = [
  { act: 'next-point', text: 'Next', name: 'Said: next point' },
  { act: 'next-hook', text: 'Hook', name: 'Next opening hook' },
  { act: 'pause', text: 'Start', name: 'Start, pause or go on' },
  { act: 'blank', text: 'Blank', name: 'My mind is blank' },
];
const LOOK_BUTTONS: readonly Button[] = [
  { act: 'smaller', text: 'A−', name: 'Smaller' },
  { act: 'larger', text: 'A+', name: 'Larger' },
  { act: 'fade', text: '◐', name: 'More transparent' },
  { act: 'collapse', text: '▁', name: 'Only the time' },
  { act: 'close', text: '✕', name: 'Close this card' },
];

export interface CueCard {
  readonly element: HTMLElement;
  /** Shows a cue, `null` while no story is open. */
  show(cue: CardCue | null): void;
  /** Draws the time anew. Returns the milliseconds until that is due again; `Infinity` while nothing runs. */
  tick(): number;
  /** Takes over size, transparency and whether only the time is shown; the place is for its owner. */
  look(look: Look): void;
}

export interface CueCardOptions {
  readonly document: Document;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Whether it stands on a page, and so has buttons for its look. */
  readonly isOnPage: boolean;
}

/** What an element of a card does when it is pressed; `undefined` where it does nothing. */
export function actOf(element: Element | null): CardAct | undefined {
  // Only the card's own code sets it, below.
  return element?.closest<HTMLElement>('[data-act]')?.dataset.act as CardAct | undefined;
}

export function createCueCard({ document, now, isOnPage }: CueCardOptions): CueCard {
  function make(tag: string, className: string, ...children: readonly Node[]): HTMLElement {
    const element = document.createElement(tag);
    element.className = className;
    element.append(...children);
    return element;
  }

  function button({ act, text, name }: Button): HTMLElement {
    const element = make('button', act);
    element.setAttribute('type', 'button');
    // On a page it takes no focus: Tab stays the page's own.
    if (isOnPage) element.tabIndex = -1;
    element.dataset.act = act;
    element.title = name;
    element.setAttribute('aria-label', name);
    element.textContent = text;
    return element;
  }

  const label = make('span', 'label');
  label.dir = 'auto';
  const said = make('span', 'said');
  const figure = make('b', 'figure');
  const words = make('span', 'words');
  const time = make('span', 'time', figure, words);
  time.setAttribute('role', 'timer');
  time.setAttribute('aria-label', 'Countdown');
  const line = make('p', 'line');
  line.dir = 'auto';
  // In a window of its own it is what a screen reader is there for; on a page it would speak into the call.
  if (!isOnPage) line.setAttribute('aria-live', 'polite');
  const number = make('p', 'number');
  number.dir = 'auto';
  const visible = make('p', 'visible');
  visible.textContent = VISIBLE;
  const controls = make('div', 'controls', ...CUE_BUTTONS.map(button));
  if (isOnPage) controls.append(make('span', 'gap'), ...LOOK_BUTTONS.map(button));
  const turn = controls.querySelector<HTMLElement>('.pause');
  const foot = make('div', 'foot', visible, controls);
  const expand = button({ act: 'collapse', text: '▾', name: 'Show the cue' });
  expand.classList.add('expand');
  const head = make('div', 'head', label, said, time);
  if (isOnPage) head.append(expand);
  const element = make('section', 'card', head, line, number, foot);
  element.setAttribute('aria-label', 'Hookline cue');
  element.classList.toggle('on-page', isOnPage);

  let clock: CardCue['clock'] = null;

  function write(place: HTMLElement, text: string): void {
    if (place.textContent !== text) place.textContent = text;
  }

  function tick(): number {
    const shown = cardTime(clock, now());
    write(figure, shown?.figure ?? (element.classList.contains('collapsed') ? '–:––' : ''));
    write(words, shown?.words ?? '');
    if (turn !== null) write(turn, shown === undefined ? 'Start' : shown.isPaused ? 'Go on' : 'Pause');
    element.dataset.phase = shown?.phase ?? 'waiting';
    return shown?.nextChange ?? Number.POSITIVE_INFINITY;
  }

  return {
    element,
    show(cue) {
      element.dataset.kind = cue?.kind ?? 'none';
      write(label, cue?.label ?? 'Hookline');
      write(line, cue?.text ?? 'No story is open. Type in the side panel.');
      // What is cut off can be read by pointing at it.
      line.title = cue?.text ?? '';
      write(number, cue?.number ?? '');
      const counts = cue !== null && cue.points > 0;
      write(said, counts ? `${cue.said} of ${cue.points}` : '');
      said.title = counts ? `${cue.said} of ${cue.points} key points said` : '';
      clock = cue?.clock ?? null;
      tick();
    },
    tick,
    look({ size, opacity, isCollapsed }) {
      element.style.setProperty('--width', `${CARD_WIDTHS[size] ?? CARD_WIDTHS[1]}px`);
      element.style.setProperty('--opacity', String(opacity));
      element.dataset.size = String(size);
      element.classList.toggle('collapsed', isCollapsed);
      element.title = isCollapsed ? VISIBLE : '';
      tick();
    },
  };
}
