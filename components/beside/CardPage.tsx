import type { ReadonlySignal } from '@preact/signals';
import { VISIBLE } from './cue-card.ts';

/** `window`: on top of all others; `popup`: an ordinary small window; `taken`: in another tab of Hookline. */
export type CardState = 'closed' | 'window' | 'popup' | 'taken';

export interface CardPageProps {
  readonly state: ReadonlySignal<CardState>;
  /** A sentence about the last try; `''`: all is well. */
  readonly told: ReadonlySignal<string>;
  /** Whether this browser has windows that stay on top. */
  readonly canFloat: boolean;
  readonly keys: readonly { readonly shown: string; readonly label: string }[];
  readonly open: () => void;
  readonly openPopup: () => void;
}

const NOW: Readonly<Record<CardState, string>> = {
  closed: '',
  window: 'The card is open. It closes with this tab.',
  popup: 'The card is open in a small window. It closes with this tab.',
  taken: 'The card is open already, from another tab of Hookline.',
};

/** The tab from which the floating card opens. */
export function CardPage({ state, told, canFloat, keys, open, openPopup }: CardPageProps) {
  return (
    <main class="card-page">
      <h1>The floating card</h1>
      <p>
        For calls outside the browser: a small window with the present cue, to be put under the camera.
        {canFloat && ' It stays on top of other windows.'}
      </p>
      <p class="truth">{VISIBLE}.</p>
      <div class="acts">
        {canFloat && (
          <button type="button" class="main" onClick={open}>
            Open the floating card
          </button>
        )}
        <button type="button" class={canFloat ? undefined : 'main'} onClick={openPopup}>
          {canFloat ? 'Or an ordinary small window' : 'Open the card in a small window'}
        </button>
      </div>
      <p role="status">{told.value || NOW[state.value]}</p>
      <p class="muted">
        Leave this tab open as long as you need the card.
        {canFloat
          ? ' A browser has one window that stays on top: a video or another page that takes it closes the card.'
          : ' This browser has no windows that stay on top; your system may be able to keep one there.'}
      </p>
      <h2>Keys in the card</h2>
      <dl>
        {keys.map(({ shown, label }) => (
          <div key={label}>
            <dt>
              <kbd>{shown}</kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </main>
  );
}
