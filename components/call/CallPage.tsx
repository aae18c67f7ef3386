import type { ReadonlySignal } from '@preact/signals';
import { CameraTile } from './CameraTile.tsx';
import type { Camera } from './camera.ts';
import { InterviewerTile } from './InterviewerTile.tsx';

export interface CallPageProps {
  readonly camera: Camera;
  /** Counts the questions asked, from 0. */
  readonly turn: ReadonlySignal<number>;
  readonly onNext: () => void;
  /** The panel's shortcut as the browser spells it; `''` while none is set or known. */
  readonly shortcut: ReadonlySignal<string>;
}

/** A practice call in a tab: a question to answer and, if wanted, one's own picture. */
export function CallPage({ camera, turn, onNext, shortcut }: CallPageProps) {
  return (
    <div class="call">
      <header>
        <h1>Practice call</h1>
        <p>
          Open Hookline beside it: click its toolbar icon
          {shortcut.value !== '' && (
            <>
              {' '}
              or press <kbd>{shortcut.value}</kbd>
            </>
          )}
          .
        </p>
      </header>
      <main>
        <InterviewerTile turn={turn.value} onNext={onNext} />
        <CameraTile camera={camera} />
      </main>
      <footer>
        <p>This is practice: nobody is on the line, and nothing is recorded or sent.</p>
      </footer>
    </div>
  );
}
