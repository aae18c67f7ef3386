import { useContext } from 'preact/hooks';
import type { SessionModel } from '../state/session.ts';
import { KeyCap } from './KeyCap.tsx';
import { Keys } from './keys.ts';

function Waiting({ session }: { session: SessionModel }) {
  return (
    <>
      {session.canUndoTime.value && (
        <button type="button" class="quiet" onClick={session.undoTime}>
          Undo <KeyCap of="undo-time" />
        </button>
      )}
      <button
        type="button"
        class="main"
        disabled={session.open.value === undefined}
        onClick={session.startOrPause}
      >
        Start <KeyCap of="start" />
      </button>
    </>
  );
}

function Running({ session, isPaused }: { session: SessionModel; isPaused: boolean }) {
  const canStart = session.open.value !== undefined && !session.isTellingOpen.value;
  const { hints } = useContext(Keys);
  const keyOf = (id: string) => hints.find((hint) => hint.id === id)?.shown ?? '';
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
      {/* While another story is looked at there is room for less. */}
      {!canStart && (
        <button type="button" title={`Ten seconds less (${keyOf('take-off')})`} onClick={session.takeTimeOff}>
          −10 s
        </button>
      )}
      {!canStart &&
        (session.canUndoTime.value ? (
          <button
            type="button"
            title={`Bring the time back (${keyOf('undo-time')})`}
            onClick={session.undoTime}
          >
            Undo
          </button>
        ) : (
          <button
            type="button"
            title={`Back to the full time (${keyOf('reset')})`}
            onClick={session.resetCountdown}
          >
            Reset
          </button>
        ))}
      <button type="button" title={`Stop the countdown (${keyOf('stop')})`} onClick={session.stopCountdown}>
        Stop
      </button>
    </>
  );
}

/** The line of the target: what is spent, where each point's share ends, where a range may end. */
function Line({ session }: { session: SessionModel }) {
  const pace = session.pace.value;
  const isOthers = session.countdown.value !== null && !session.isTellingOpen.value;
  return (
    <div class="line" aria-hidden="true">
      <div class="spent" style={{ width: `${session.time.value.share * 100}%` }} />
      {!isOthers &&
        pace?.ends
          .slice(0, -1)
          .map((end, place) => <i key={`${place}`} style={{ insetInlineStart: `${end * 100}%` }} />)}
      {!isOthers && pace?.mayLand !== undefined && (
        <i class="may-land" style={{ insetInlineStart: `${pace.mayLand * 100}%` }} />
      )}
    </div>
  );
}

/** The quiet countdown at the foot of the panel. It always has its room, so that starting it moves nothing. */
export function CountdownBar({ session }: { session: SessionModel }) {
  const time = session.time.value;
  const word = session.pace.value?.word;
  return (
    <section class="countdown" aria-label="Time" data-phase={time.phase}>
      <Line session={session} />
      <div class="controls">
        <div class="time">
          <div role="timer" aria-label="Countdown">
            <b>{time.figure}</b> <span>{time.words}</span>
            {word !== undefined && <span class="pace">{word}</span>}
          </div>
          {time.storyName !== '' && !session.isTellingOpen.value && (
            <p class="whose" title={time.storyName} dir="auto">
              {time.storyName}
            </p>
          )}
        </div>
        {time.phase === 'waiting' ? (
          <Waiting session={session} />
        ) : (
          <Running session={session} isPaused={time.isPaused} />
        )}
      </div>
    </section>
  );
}
