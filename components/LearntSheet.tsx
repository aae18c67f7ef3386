import type { TaughtPair } from '../state/learnt.ts';
import type { SessionModel } from '../state/session.ts';
import { KeyCap } from './KeyCap.tsx';

/** Hands the pairs over as a file, in the shape in which they are kept. */
function exportPairs(pairs: readonly TaughtPair[]): void {
  const address = URL.createObjectURL(
    new Blob([`${JSON.stringify({ learnt: pairs }, null, 2)}\n`], { type: 'application/json' }),
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = 'hookline-learnt.json';
  link.click();
  URL.revokeObjectURL(address);
}

function Pair({ session, pair, index }: { session: SessionModel; pair: TaughtPair; index: number }) {
  const { stories } = session.guide.value;
  const isKnown = stories.some((story) => story.id === pair.storyId);
  return (
    <li>
      <input
        type="text"
        aria-label={`Question ${index + 1}`}
        value={pair.question}
        onChange={(event) => session.learnt.reword(index, event.currentTarget.value)}
      />
      <select
        aria-label={`Story for question ${index + 1}`}
        value={isKnown ? pair.storyId : ''}
        onChange={(event) => {
          const story = stories.find((candidate) => candidate.id === event.currentTarget.value);
          if (story !== undefined) session.learnt.redirect(index, story);
        }}
      >
        {!isKnown && <option value="">{pair.storyName} (not in this guide)</option>}
        {stories.map((story) => (
          <option key={story.id} value={story.id}>
            {story.theme} {story.title}
          </option>
        ))}
      </select>
      <button
        type="button"
        aria-label={`Forget question ${index + 1}`}
        onClick={() => session.learnt.forget(index)}
      >
        Forget
      </button>
    </li>
  );
}

/** What the user taught: seen, mended, forgotten, taken along. */
export function LearntSheet({ session }: { session: SessionModel }) {
  const pairs = session.learnt.pairs.value;
  return (
    <section class="sheet learnt" aria-label="What you taught">
      <h1>What you taught</h1>
      {pairs.length === 0 && (
        <p class="muted">
          Nothing yet. When a question opens the wrong story, pick the right one and press{' '}
          <KeyCap of="teach" />: the same question, or one like it, will open that story.
        </p>
      )}
      <ol>
        {pairs.map((pair, index) => (
          // By place: a row that is being reworded must keep its field and the focus in it.
          <Pair key={index} session={session} pair={pair} index={index} />
        ))}
      </ol>
      <p class="acts">
        {session.learnt.canUndo.value && (
          <button type="button" onClick={session.learnt.undo}>
            Undo
          </button>
        )}
        {pairs.length > 0 && (
          <button type="button" onClick={() => exportPairs(pairs)}>
            Export
          </button>
        )}
        <button type="button" onClick={() => session.toggle('learnt')}>
          Back <KeyCap of="learnt" />
        </button>
      </p>
    </section>
  );
}
