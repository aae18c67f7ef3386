import type { SessionModel } from '../state/session.ts';
import { KeyCap } from './KeyCap.tsx';

function Waiting({ session }: { session: SessionModel }) {
  return (
    <button
      type="button"
      class="main"
      disabled={session.open.value === undefined}
      onClick={session.startOrPause}
    >
      Start <KeyCap of="start" />
    </button>
  );
}

function Running({ session, isPaused }: { session: SessionModel; isPaused: boolean }) {
  const canStart = session.open.value !== undefined && !session.isTellingOpen.value;
  return (
    <>
      {canStart && (
        <button type="button" class="main" onClick={session.startOrPause}>
          Start this <KeyCap of="start" />
        </button>
      )}
      <button type="button" onClick={session.pauseOrResume}>
        {isPaused ? 'Resume' : 'Pause'} {!canStart && <KeyCap of="start" />}
      </button>
      <button type="button" onClick={session.resetCountdown}>
        Reset
      </button>
      <button type="button" onClick={session.stopCountdown}>
        Stop
      </button>
    </>
  );
}

/** The quiet countdown at the foot of the panel. It always has its room, so that starting it moves nothing. */
export function CountdownBar({ session }: { session: SessionModel }) {
  const time = session.time.value;
  return (
    <section class="countdown" aria-label="Time" data-phase={time.phase}>
      <div class="line" aria-hidden="true">
        <div style={{ width: `${time.share * 100}%` }} />
      </div>
      <div class="controls">
        <div role="timer" aria-label="Countdown" class="time">
          <b>{time.figure}</b> <span>{time.words}</span>
        </div>
        {time.storyName !== '' && !session.isTellingOpen.value && (
          <p class="whose" title={time.storyName}>
            {time.storyName}
          </p>
        )}
        {time.phase === 'waiting' ? (
          <Waiting session={session} />
        ) : (
          <Running session={session} isPaused={time.isPaused} />
        )}
      </div>
    </section>
  );
}
