import type { LibraryModel } from '../../state/library.ts';
import type { SaveStatus } from '../../state/library-ports.ts';
import { Difference } from './Difference.tsx';

interface ConflictViewProps {
  readonly library: LibraryModel;
  readonly conflict: Extract<SaveStatus, { kind: 'conflict' }>;
}

/** Two windows changed the same guide: the user says what becomes of the two texts. Neither is lost. */
export function ConflictView({ library, conflict }: ConflictViewProps) {
  return (
    <section class="conflict proposal" role="alert" aria-labelledby="conflict-title">
      <h2 id="conflict-title">Another window changed this guide too</h2>
      <p>Below, your text compared with the other one: what only yours has is marked as added.</p>
      <div class="acts">
        <button type="button" class="main" onClick={() => void library.choose('both')}>
          Keep both, mine as a copy
        </button>
        <button type="button" onClick={() => void library.choose('mine')}>
          Keep mine
        </button>
        <button type="button" onClick={() => void library.choose('theirs')}>
          Take the other
        </button>
      </div>
      <p class="muted">
        With “Keep mine” the other text stays in the history; with “Take the other”, yours does.
      </p>
      <Difference before={conflict.theirs} after={conflict.mine} label="The other text against yours" />
    </section>
  );
}
