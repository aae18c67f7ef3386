import type { ReadonlySignal } from '@preact/signals';
import type { FollowModel } from '../../state/follow.ts';
import { Difference } from './Difference.tsx';

interface FollowLineProps {
  readonly follow: FollowModel;
  readonly text: ReadonlySignal<string>;
  readonly onImport: () => void;
}

/** The file that the guide follows, and its changes to take or to leave. */
export function FollowLine({ follow, text, onImport }: FollowLineProps) {
  const state = follow.state.value;
  const stop = (
    <button type="button" onClick={() => void follow.stop()}>
      Stop following
    </button>
  );
  switch (state.kind) {
    case 'unsupported':
      return (
        <details class="follow">
          <summary>Written in another program?</summary>
          <p>
            This browser can't follow a file on disk. Bring the file in again after you changed it.{' '}
            <button type="button" onClick={onImport}>
              Bring it in again
            </button>
          </p>
        </details>
      );
    case 'none':
      return (
        <details class="follow">
          <summary>Written in another program?</summary>
          <p>
            Follow its file: what changes there is shown here, to take or to leave. Hookline only reads it.{' '}
            <button type="button" onClick={() => void follow.choose()}>
              Choose the file to follow…
            </button>
          </p>
        </details>
      );
    case 'following':
      return (
        <p class="follow">
          Follows “{state.name}”. Its changes will be shown here. {state.remark} {stop}
        </p>
      );
    case 'not-allowed':
      return (
        <p class="follow">
          Follows “{state.name}”; the browser wants you to allow it again.{' '}
          <button type="button" onClick={() => void follow.allow()}>
            Allow
          </button>{' '}
          {stop}
        </p>
      );
    case 'failed':
      return (
        <p class="follow notice" role="alert">
          {state.reason}{' '}
          <button type="button" onClick={() => void follow.choose()}>
            Choose the file again…
          </button>{' '}
          {stop}
        </p>
      );
    case 'changed':
      return (
        <section class="follow proposal" aria-labelledby="file-changed">
          <h2 id="file-changed">“{state.name}” has changed</h2>
          <p class="muted">What it would change in this guide. Your text as it is stays in the history.</p>
          {state.remark !== '' && <p class="notice">{state.remark}</p>}
          <Difference before={text.value} after={state.text} label="Changes of the file" />
          <div class="acts">
            <button type="button" class="main" onClick={() => void follow.take()}>
              Take the file's text
            </button>
            <button type="button" onClick={() => void follow.pass()}>
              Keep my text
            </button>
            {stop}
          </div>
        </section>
      );
  }
}
