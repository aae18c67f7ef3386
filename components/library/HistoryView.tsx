import type { DeskModel } from '../../state/desk.ts';
import type { LibraryModel } from '../../state/library.ts';
import { Difference } from './Difference.tsx';
import { sizeInWords, timeInWords } from './words.ts';

/** The saved states of the open guide: when, how large, what was different, and the way back. */
export function HistoryView({ library, desk }: { library: LibraryModel; desk: DeskModel }) {
  const { past } = desk;
  const id = library.openId.value;
  const states = past.states.value;
  const chosen = past.chosen.value;
  if (id === null) return null;
  return (
    <section class="history" aria-labelledby="history-title">
      <h2 id="history-title">History</h2>
      {past.trouble.value !== '' && (
        <p class="notice" role="alert">
          {past.trouble.value}
        </p>
      )}
      {states === null && <p class="muted">Reading the history…</p>}
      {states !== null && states.length < 2 && (
        <p class="muted">
          There is nothing before the present text yet. Once words go from it, or a minute of writing has
          passed, what was there before is listed here.
        </p>
      )}
      <div class="columns">
        <ol aria-label="Saved states, newest first">
          {(states ?? []).map((state, index) => (
            <li key={state.id}>
              <button
                type="button"
                class="row"
                aria-pressed={chosen?.id === state.id}
                onClick={() => void past.choose(id, state)}
              >
                <span>{timeInWords(state.at)}</span>
                {past.hints.value.has(state.id) && <span dir="auto">{past.hints.value.get(state.id)}</span>}
                <span class="muted">
                  {sizeInWords(state.size)}
                  {index === 0 && ' · the present text'}
                </span>
              </button>
            </li>
          ))}
        </ol>
        <div>
          {chosen === null ? (
            <p class="muted">Choose a state to see what has changed since.</p>
          ) : (
            <>
              <h3>From {timeInWords(chosen.at)} to now</h3>
              <div class="acts">
                <button
                  type="button"
                  class="main"
                  disabled={chosen.text === library.text.value}
                  onClick={() => {
                    if (past.restore()) desk.show('guide');
                  }}
                >
                  Restore this state
                </button>
                <span class="muted">The present text stays in the history.</span>
              </div>
              <Difference before={chosen.text} after={library.text.value} label="Changes since this state" />
            </>
          )}
        </div>
      </div>
    </section>
  );
}
