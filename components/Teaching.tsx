import type { SessionModel } from '../state/session.ts';
import { KeyCap } from './KeyCap.tsx';

/** One act: "this question should have shown this story". Said only where the ranking said otherwise. */
export function Teaching({ session }: { session: SessionModel }) {
  if (session.teaching.value === 'offer')
    return (
      <p class="teaching">
        <button type="button" class="quiet" onClick={session.teach}>
          Remember this story for this question <KeyCap of="teach" />
        </button>
      </p>
    );
  if (session.teaching.value === 'taught')
    return (
      <p class="teaching muted">
        You taught this answer.{' '}
        <button type="button" class="quiet" onClick={() => session.learnt.unteach(session.query.value)}>
          Forget it
        </button>
      </p>
    );
  return null;
}
